import { join, resolve } from 'node:path';
import { recordRoutes, type Audit } from '#audit/index.ts';
import { addressOf, type Identity } from '#identity/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#platform/log/index.ts';
import { qualityRoutes, readFigures } from '#quality/index.ts';
import { LARGE_RULE_FORMS, ruleRoutes } from '#rules/index.ts';
import { coverageRoutes, passwordRoutes, scanRoutes, weightRoutes } from '#scan/index.ts';
import { sourceRoutes } from '#sources/index.ts';
import { createWebApp, type NavigationItem, type WebApp } from '#web/index.ts';
import type { Config } from '../config.ts';
import type { Rooms } from './rooms.ts';

/** Every page of the appliance in one app, and the navigation between them. */
export function createPages(needs: {
  config: Config;
  log: Log;
  clock: Clock;
  identity: Identity;
  rooms: Rooms;
  audit: Audit;
}): Promise<WebApp> {
  const { config, log, clock, identity, rooms, audit } = needs;
  const { sources, shares, schedules, scans, insight, rules, names, trials } = rooms;
  const nameOf = (personId: string) => identity.people.nameOf(personId);
  const lastRunOf = async (sourceId: number) => {
    const run = await scans.newestOf(sourceId);
    if (run === null) return null;
    const { publicId, state, endedAt, problem, tally } = run;
    return {
      publicId,
      state,
      endedAt,
      problem,
      files: endedAt === null ? Math.max(tally.expected ?? 0, tally.seen) : tally.seen,
    };
  };
  return createWebApp({
    log,
    clock,
    viewFolders: [join(CHECKOUT, 'views')],
    publicFolder: join(CHECKOUT, 'public'),
    sessionMiddleware: identity.middleware,
    routes: [
      ...identity.routes,
      ...sourceRoutes({ sources, shares, schedules, lastRunOf, people: () => identity.people.choices() }),
      scanRoutes({ insight, scans, sources, schedules, clock }),
      coverageRoutes({ coverage: rooms.coverage }),
      passwordRoutes({ passwords: rooms.passwords, coverage: rooms.coverage, nameOf }),
      ...ruleRoutes({ rules, names, trials, mentions: rooms.mentions, sources, scans, nameOf }),
      weightRoutes({
        risk: rooms.risk,
        preview: rooms.riskPreview,
        nameOf,
      }),
      qualityRoutes({ figures: readFigures() }),
      recordRoutes({ audit, nameOf, addressOf }),
    ],
    navigation: [...NAVIGATION, ...identity.navigation, HOW_IT_WORKS],
    company: identity.company,
    ownWord: (key) =>
      key.startsWith(TYPE_WORD) ? rules.titles().get(key.slice(TYPE_WORD.length)) : undefined,
    largeForms: LARGE_RULE_FORMS,
    rememberLanguage: identity.rememberLanguage,
    defaultLanguage: config.defaultLanguage,
    timeZone: config.timeZone,
    hsts: config.hsts,
  });
}

/** The words for types: those of the company's own rules are the rules' titles. */
const TYPE_WORD = 'scan:type.';

const CHECKOUT = resolve(import.meta.dirname, '../..');

const NAVIGATION: readonly NavigationItem[] = [
  { href: '/', key: 'scan:navigation.dashboard', permission: 'scan:see-own', icon: 'dashboard' },
  { href: '/files', key: 'scan:navigation.files', permission: 'scan:see-own', icon: 'files' },
  { href: '/sources', key: 'sources:navigation', permission: 'sources:manage', icon: 'source' },
  { href: '/risk-weights', key: 'scan:navigation.weights', permission: 'scan:weigh', icon: 'warning' },
  { href: '/rules', key: 'rules:navigation', permission: 'rules:manage', icon: 'settings' },
  { href: '/record', key: 'audit:navigation', permission: 'audit:see-record', icon: 'record' },
];

/** For everybody who is signed in, and last: one reads it once. */
const HOW_IT_WORKS: NavigationItem = {
  href: '/how-detection-works',
  key: 'quality:navigation',
  icon: 'note',
};
