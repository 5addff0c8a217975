import express from 'express';
import type { Express, Request, RequestHandler } from 'express';
import { createAssets } from './assets.ts';
import type { WebContext } from './context.ts';
import { csrfProtection } from './csrf.ts';
import { errorPage, nothingThere } from './error-page.ts';
import { createFormats } from './formats.ts';
import { varyingHeaders } from './htmx.ts';
import { languageSwitch } from './language.ts';
import type { RememberLanguage } from './language.ts';
import type { NavigationItem } from './navigation.ts';
import { places } from './places.ts';
import { rateLimits } from './rate-limit.ts';
import { openingRequest } from './request-log.ts';
import { createRoutes, refuseDuplicates } from './routes.ts';
import type { RouteEntry, Routes } from './routes.ts';
import { securityHeaders } from './security-headers.ts';
import { createWords } from './words.ts';
import type { Language } from './words.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#platform/log/index.ts';

export interface WebAppOptions {
  readonly log: Log;
  readonly clock: Clock;
  /** Folders with one folder a room: the product's views/; tests may add their own. */
  readonly viewFolders: readonly string[];
  /** The product's public/. */
  readonly publicFolder: string;
  /** The session, and then whatever finds out who the visitor is (it calls setVisitor). */
  readonly sessionMiddleware: readonly RequestHandler[];
  readonly routes: readonly Routes[];
  readonly navigation?: readonly NavigationItem[];
  readonly company?: WebContext['company'];
  readonly ownWord?: WebContext['ownWord'];
  /** Where forms may be larger than elsewhere, such as a pasted list: `LARGE_FORM` instead of `FORM`. */
  readonly largeForms?: readonly string[];
  readonly rememberLanguage?: RememberLanguage;
  readonly defaultLanguage?: Language;
  /** An IANA name; Europe/Copenhagen when none is given. */
  readonly timeZone?: string;
  /** Templates are read once. Off while one works on them. */
  readonly cacheViews?: boolean;
  /** Only once the certificate is one that people's browsers trust. */
  readonly hsts?: boolean;
  readonly requestsPerMinute?: number;
}

export interface WebApp {
  readonly app: Express;
  /** Every mounted route with its door. */
  readonly routes: readonly RouteEntry[];
}

/** Puts the pages together. @throws Error when words are missing or two rooms mount the same route */
export async function createWebApp(options: WebAppOptions): Promise<WebApp> {
  const timeZone = options.timeZone ?? 'Europe/Copenhagen';
  const assets = createAssets(options.publicFolder);
  const context: WebContext = {
    log: options.log,
    clock: options.clock,
    words: await createWords(options.viewFolders),
    assets,
    viewFolders: options.viewFolders,
    cacheViews: options.cacheViews ?? true,
    defaultLanguage: options.defaultLanguage ?? 'da',
    formats: { da: createFormats('da', timeZone), en: createFormats('en', timeZone) },
    navigation: options.navigation ?? [],
    company: options.company ?? (() => undefined),
    ownWord: options.ownWord ?? (() => undefined),
  };
  const ownRoutes = createRoutes().post('public', places.language, languageSwitch(options.rememberLanguage));
  const rooms = [ownRoutes, ...options.routes];
  const entries = rooms.flatMap((room) => room.list());
  refuseDuplicates(entries);

  const app = express().disable('x-powered-by').disable('etag');
  // The order is the meaning: each step may rely on those above it.
  app.use(openingRequest(context));
  app.use(securityHeaders({ hsts: options.hsts ?? false }));
  app.use(assets.handler);
  app.use(neverStored);
  for (const path of options.largeForms ?? []) app.post(path, express.urlencoded({ ...FORM, ...LARGE_FORM }));
  app.use(express.urlencoded(FORM));
  for (const step of options.sessionMiddleware) app.use(step);
  app.use(rateLimits.general(options.requestsPerMinute));
  app.use(csrfProtection());
  for (const room of rooms) app.use(room.router);
  app.use(nothingThere);
  app.use(errorPage);
  return { app, routes: entries };
}

const FORM = { extended: false, limit: '64kb', parameterLimit: 1000 };
const LARGE_FORM = { limit: '4mb' };

/** Pages show personal data: neither a browser nor anything between keeps them. Assets come before and are kept. */
const neverStored: RequestHandler = (_request: Request, response, next) => {
  response.set('Cache-Control', 'no-store').vary(varyingHeaders);
  next();
};
