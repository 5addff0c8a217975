import type { RequestHandler } from 'express';
import { Failure } from '#kernel/errors.ts';
import { currentPath, isHtmx } from './htmx.ts';
import { places } from './places.ts';
import { visitorOf } from './request.ts';

/**
 * Who may enter a route: everybody, everybody who is signed in, or those whom the visitor's `may` lets through.
 * A permission reads `<room>:<deed>`, such as `sources:change`.
 */
export type Door = 'public' | 'signed-in' | `${string}:${string}`;

/**
 * Stands before every handler. Nobody signed in: a page sends to the sign-in page and back again, any deed is
 * refused with 401. Signed in without the permission: 403, and before the handler looks anything up, so that the
 * answer is the same whether the thing exists or not; the route patterns themselves are no secret. Whether this
 * person may see *this* thing is the handler's question, and its answer to "no" is not-found, as for what is missing.
 */
export function doorkeeper(door: Door): RequestHandler {
  return (request, response, next) => {
    const visitor = visitorOf(request);
    const isReading = request.method === 'GET' || request.method === 'HEAD';
    if (door === 'public' || (visitor !== undefined && (door === 'signed-in' || visitor.may(door)))) {
      next();
    } else if (visitor !== undefined) {
      throw new Failure(
        'not-allowed',
        'The visitor lacks the permission',
        'Ask your administrator for access',
      );
    } else if (isHtmx(request)) {
      response
        .status(401)
        .set('HX-Redirect', signInAddress(currentPath(request)))
        .end();
    } else if (isReading) {
      response.redirect(303, signInAddress(currentPath(request)));
    } else {
      throw new Failure('not-signed-in', 'Nobody is signed in', 'Sign in and try again');
    }
  };
}

function signInAddress(next: string | undefined): string {
  return next === undefined || next === places.home
    ? places.signIn
    : `${places.signIn}?next=${encodeURIComponent(next)}`;
}
