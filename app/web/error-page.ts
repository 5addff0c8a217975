import type { ErrorRequestHandler, Request, RequestHandler, Response } from 'express';
import { Failure } from '#kernel/errors.ts';
import { wantsFragment } from './htmx.ts';
import { translatorOf } from './language.ts';
import { fragment, pageWithoutSession } from './render.ts';
import { contextOf, notesOf } from './request.ts';
import { statusOf } from './errors.ts';
import { WordedFailure } from './worded-failure.ts';

/** The last of the routes: what no route answered is not there. */
export const nothingThere: RequestHandler = () => {
  throw new Failure('not-found', 'No route has this address', 'Check the address');
};

/**
 * The one place where an error becomes an answer. A failure shows the words of its code (or its own, see
 * WordedFailure); a fault of ours shows a reference number and nothing else, and the log has the same number.
 * For htmx the message goes to the notices at the top of the page, so that nothing on the page is overwritten.
 */
export const errorPage: ErrorRequestHandler = async (error: unknown, request, response, next) => {
  const status = statusOf(error);
  try {
    if (status >= 500) logFault(request, error);
    if (response.headersSent) {
      // Half an answer is out: express breaks the connection off, so that it is not taken for a whole one.
      next(error);
      return;
    }
    await answer(request, response, error, status);
  } catch (second) {
    logFault(request, second);
    if (!response.headersSent)
      response
        .status(500)
        .type('text')
        .send(`Error ${notesOf(request).id}`);
  }
};

async function answer(request: Request, response: Response, error: unknown, status: number): Promise<void> {
  const t = translatorOf(request);
  const words = wordsFor(error, status);
  const problem = {
    status,
    title: t(`${words}.title`),
    hint: t(`${words}.hint`),
    reference: status >= 500 ? notesOf(request).id : undefined,
  };
  response.status(status);
  if (wantsFragment(request)) {
    response
      .set('HX-Retarget', '#notices')
      .set('HX-Reswap', 'innerHTML show:top')
      .set('HX-Push-Url', 'false');
    await fragment(request, response, 'errors/notice', { problem });
  } else {
    await pageWithoutSession(request, response, 'errors/page', { title: problem.title, problem });
  }
}

// words: errors:code.* (one for each FailureCode, and `unexpected`)
function wordsFor(error: unknown, status: number): string {
  if (error instanceof WordedFailure) return error.words;
  if (error instanceof Failure) return `errors:code.${error.code}`;
  if (status === 413) return 'errors:too-large';
  return status < 500 ? 'errors:code.invalid-input' : 'errors:code.unexpected';
}

function logFault(request: Request, error: unknown): void {
  const { id, route } = notesOf(request);
  contextOf(request).log.error('request failed', error, { reference: id, route: route ?? 'none' });
}
