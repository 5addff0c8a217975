import { join } from 'node:path';
import session from 'express-session';
import type { RequestHandler } from 'express';
import { createLog } from '#platform/log/index.ts';
import { createWebApp, setVisitor } from '#web/index.ts';
import type { Language, Routes, Visitor, WebApp, WebAppOptions } from '#web/index.ts';

const root = join(import.meta.dirname, '../..');
export const productViews = join(root, 'views');
export const testViews = join(import.meta.dirname, 'web-views');

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly fields: object;
  readonly message: string;
}

/** A small appliance: made routes, sessions in memory, and a visitor who is whoever the test says. */
export async function smallApp(
  routes: readonly Routes[],
  options: Partial<WebAppOptions> & { readonly visitor?: Visitor } = {},
): Promise<WebApp & { readonly lines: LogLine[] }> {
  const { visitor, ...others } = options;
  const lines: LogLine[] = [];
  const log = createLog('info', { write: (line) => void lines.push(lineOf(line)) });
  const whoever: RequestHandler = (request, _response, next) => {
    if (visitor !== undefined) setVisitor(request, visitor);
    next();
  };
  const app = await createWebApp({
    log,
    clock: { now: () => new Date('2026-11-23T20:03:00Z') },
    viewFolders: [productViews, testViews],
    publicFolder: join(root, 'public'),
    sessionMiddleware: [
      session({ secret: 'only for tests', resave: false, saveUninitialized: false, name: 'session' }),
      whoever,
    ],
    routes,
    ...others,
  });
  return { ...app, lines };
}

function lineOf(json: string): LogLine {
  const { level, event, ...fields } = JSON.parse(json) as LogLine & { event: string; time?: string };
  delete fields.time;
  return { level, fields, message: event };
}

/** Somebody invented, who may do what is listed. */
export function somebody(permissions: readonly string[] = [], language?: Language): Visitor {
  return {
    personId: 'person-1',
    name: 'Signe Prøvesen',
    role: 'staff',
    language,
    may: (permission) => permissions.includes(permission),
  };
}

/** The token in a page's first form. */
export function tokenIn(html: string): string {
  const token = /name="_csrf" value="([0-9a-f]+)"/.exec(html)?.[1];
  if (token === undefined) throw new Error('The page has no form with a token');
  return token;
}
