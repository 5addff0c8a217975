import type { Mentions, Scans, Trials } from '#scan/index.ts';
import type { Sources } from '#sources/index.ts';
import type { Routes } from '#web/index.ts';
import { allowedRoutes } from './allowed.routes.ts';
import { builtInRoutes } from './built-in.routes.ts';
import { draftRoutes } from './draft.routes.ts';
import { nameRoutes } from './names.routes.ts';
import type { KnownNames } from './names.service.ts';
import { ownRoutes } from './own.routes.ts';
import type { Rules } from './rules.service.ts';

/** Where a list may be pasted, which is longer than other forms. */
export const LARGE_RULE_FORMS: readonly string[] = [
  '/rules/own',
  '/rules/own/:rule',
  '/rules/names',
  '/rules/built-in/phrases',
];

/** The pages of the company's own rules. */
export function ruleRoutes(needs: {
  rules: Rules;
  names: KnownNames;
  trials: Trials;
  mentions: Mentions;
  sources: Sources;
  scans: Scans;
  nameOf: (personId: string) => Promise<string | null>;
}): Routes[] {
  return [
    ownRoutes(needs),
    allowedRoutes(needs),
    builtInRoutes(needs),
    nameRoutes(needs),
    draftRoutes(needs),
  ];
}
