import type { Request } from 'express';
import type { Clock } from '#kernel/clock.ts';
import type { Log } from '#platform/log/index.ts';
import type { Assets } from './assets.ts';
import type { Formats } from './formats.ts';
import type { NavigationItem } from './navigation.ts';
import type { Visitor } from './visitor.ts';
import type { Language, Words } from './words.ts';

/** What every page needs and no room gives: put together once by createWebApp, the same for all requests. */
export interface WebContext {
  readonly log: Log;
  readonly clock: Clock;
  readonly words: Words;
  readonly assets: Assets;
  readonly viewFolders: readonly string[];
  readonly cacheViews: boolean;
  readonly defaultLanguage: Language;
  readonly formats: Readonly<Record<Language, Formats>>;
  readonly navigation: readonly NavigationItem[];
  /** A word that the company itself has given, such as the title of its own rule; undefined: it is one of ours. */
  readonly ownWord: (key: string) => string | undefined;
  /** The company's name, for the top bar; undefined before set-up. */
  company(request: Request): string | undefined | Promise<string | undefined>;
}

declare module 'express-serve-static-core' {
  interface Request {
    /** Web's own notes about this request. Rooms use the functions of web/index.ts instead. */
    web?: RequestNotes;
  }
}

export interface RequestNotes {
  readonly context: WebContext;
  /** Random, on the log line and, as the reference number, on the page of an unexpected error. */
  readonly id: string;
  /** The pattern of the route that answered (`/files/:id`): unlike the URL it names nobody. */
  route?: string;
  visitor?: Visitor;
}
