import type { Request, RequestHandler } from 'express';
import type { Session, SessionData } from 'express-session';
import { csrfSync } from 'csrf-sync';
import { postedFields } from './body.ts';
import { WordedFailure } from './worded-failure.ts';

/**
 * Refuses a deed that another site could have caused: every request but GET, HEAD and OPTIONS must come from this
 * appliance's own pages (Sec-Fetch-Site, else Origin) and carry the session's token, in the form or in a header.
 *
 * Forms for people who are not signed in (sign-in, set-up) need a session as well: it begins when the page with the
 * form is rendered, since the token is then written into it. Identity must start a new session at sign-in and at
 * sign-out (`request.session.regenerate`), and the token goes with the old one. Without a session all is refused.
 */
export function csrfProtection(): RequestHandler {
  return (request, _response, next) => {
    if (!SAFE_METHODS.has(request.method) && !(isSameOrigin(request) && hasToken(request))) {
      throw new WordedFailure(
        'not-allowed',
        'The form does not belong to this session',
        'Load the page again and repeat the step',
        'errors:stale-form',
      );
    }
    next();
  };
}

/** The token of this session, made when it is first asked for: asking begins a session. */
export function csrfToken(request: Request): string {
  if (sessionOf(request) === undefined)
    throw new Error('A form needs a session: mount the session middleware');
  return synchroniser.generateToken(request);
}

/** Whether this session has a token, without beginning a session. */
export function hasCsrfToken(request: Request): boolean {
  return typeof sessionOf(request)?.csrfToken === 'string';
}

/** The session, or undefined when no session middleware ran: express-session's types promise it always. */
export function sessionOf(request: { readonly session?: PageSession }): PageSession | undefined {
  return request.session;
}

type PageSession = Session & Partial<SessionData>;

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const synchroniser = csrfSync({
  size: 32,
  getTokenFromRequest: (request) => postedFields(request)['_csrf'] ?? request.get('X-CSRF-Token'),
});

function hasToken(request: Request): boolean {
  return hasCsrfToken(request) && synchroniser.isRequestValid(request);
}

/**
 * Sec-Fetch-Site comes from every current browser over https; `none` is the person's own doing (a reload). Older
 * ones and plain http send Origin. With neither it is no browser, and the token decides alone.
 */
function isSameOrigin(request: Request): boolean {
  const site = request.get('Sec-Fetch-Site');
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const origin = request.get('Origin');
  return origin === undefined || URL.parse(origin)?.host === request.get('Host');
}
