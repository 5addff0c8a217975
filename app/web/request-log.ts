import { randomBytes } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { WebContext } from './context.ts';
import { notesOf } from './request.ts';

/** First in line: gives the request its notes and its id, and writes one line when the answer is sent or broken off. */
export function openingRequest(
  context: WebContext,
  random: (size: number) => Uint8Array = randomBytes,
): RequestHandler {
  return (request, response, next) => {
    const id = referenceNumber(random(12));
    const start = context.clock.now().getTime();
    request.web = { context, id };
    response.set('X-Request-Id', id);
    response.once('close', () => {
      context.log.info('request', {
        requestId: id,
        method: request.method,
        // The pattern, never the URL: a path or a query may name a file or a person.
        route: notesOf(request).route ?? 'none',
        status: response.statusCode,
        ms: context.clock.now().getTime() - start,
        ...(response.writableFinished ? {} : { brokenOff: true }),
      });
    });
    next();
  };
}

/** Twelve letters and digits in three groups, easy to read out on a telephone (no I, L, O, U): 60 random bits. */
function referenceNumber(bytes: Uint8Array): string {
  const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  const characters = Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('');
  return `${characters.slice(0, 4)}-${characters.slice(4, 8)}-${characters.slice(8, 12)}`;
}
