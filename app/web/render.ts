import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Request, Response } from 'express';
import ejs from 'ejs';
import { csrfToken, hasCsrfToken } from './csrf.ts';
import type { Formats } from './formats.ts';
import { currentPath, varyingHeaders, wantsFragment } from './htmx.ts';
import { languageOf, translatorOf } from './language.ts';
import { navigationFor } from './navigation.ts';
import { takeNotices } from './notices.ts';
import { places } from './places.ts';
import { contextOf, visitorOf } from './request.ts';
import { languages } from './words.ts';

/** What a page's presenter hands over: a title in the person's language, and whatever its view needs besides. */
export type PageModel = Titled | (Titled & Readonly<Record<string, unknown>>);

/**
 * Sends views/<view>.ejs within the layout, or alone when htmx asked for a part: one address answers both, so its
 * link works without JavaScript. `view` is `<room>/<name>`. The template gets the model's fields and `pageWords` below.
 */
export async function page(
  request: Request,
  response: Response,
  view: string,
  model: PageModel,
): Promise<void> {
  await (wantsFragment(request)
    ? send(request, response, view, model)
    : wholePage(request, response, view, model, true));
}

/**
 * A page that begins no session: the language switch and other forms of the layout are there only when a session is
 * under way already. For answers that a stranger can cause at will, such as error pages.
 */
export async function pageWithoutSession(
  request: Request,
  response: Response,
  view: string,
  model: PageModel,
): Promise<void> {
  const hasSession = visitorOf(request) !== undefined || hasCsrfToken(request);
  await wholePage(request, response, view, model, hasSession);
}

/** Sends views/<view>.ejs alone, without the layout. */
export async function fragment(
  request: Request,
  response: Response,
  view: string,
  model: object,
): Promise<void> {
  await send(request, response, view, model);
}

/** Dates and numbers as this request's reader expects them, for presenters; templates have the same by name. */
export function formatsOf(request: Request): Formats {
  return contextOf(request).formats[languageOf(request)];
}

interface Titled {
  readonly title: string;
}

async function wholePage(
  request: Request,
  response: Response,
  view: string,
  model: PageModel,
  forms: boolean,
) {
  const layout = { ...(await layoutModel(request, view)), forms };
  await send(request, response, 'layout/page', { ...model, layout });
}

async function send(request: Request, response: Response, view: string, model: object): Promise<void> {
  const { viewFolders, cacheViews } = contextOf(request);
  const words = pageWords(request);
  const clash = Object.keys(words).find((name) => name in model);
  if (clash !== undefined) throw new Error(`The model of ${view} uses a name that every page has: ${clash}`);
  const file = viewFolders.map((folder) => join(folder, `${view}.ejs`)).find((path) => existsSync(path));
  if (file === undefined) throw new Error(`No such view: ${view}`);
  // Three arguments, always: with two, EJS would take options out of the data.
  const html = await ejs.renderFile(
    file,
    { ...model, ...words },
    { root: [...viewFolders], cache: cacheViews },
  );
  response.vary(varyingHeaders).type('html').send(html);
}

/** What every template can say. `csrf()` begins a session when there is none, so only forms ask for it. */
function pageWords(request: Request) {
  const { assets } = contextOf(request);
  return {
    t: translatorOf(request),
    lang: languageOf(request),
    ...formatsOf(request),
    csrf: () => csrfToken(request),
    asset: assets.url,
    visitor: visitorOf(request),
  };
}

async function layoutModel(request: Request, view: string) {
  const context = contextOf(request);
  const visitor = visitorOf(request);
  return {
    view: `/${view}`,
    company: await context.company(request),
    navigation: navigationFor(context.navigation, visitor, request.path),
    notices: takeNotices(request, translatorOf(request)),
    places,
    languages,
    next: (request.method === 'GET' ? currentPath(request) : undefined) ?? places.home,
  };
}
