import type { Request } from 'express';
import { Failure } from '#kernel/errors.ts';
import { byOf } from '#sources/index.ts';
import {
  createRoutes,
  formatsOf,
  notify,
  page,
  pathParameter,
  seeOther,
  signedInVisitor,
  translatorOf,
  type Routes,
} from '#web/index.ts';
import { seeBegunScans } from './begun-scans.routes.ts';
import { presentCoverage } from './coverage.presenter.ts';
import { retryForm } from './coverage.schema.ts';
import type { Coverage } from './coverage.service.ts';
import type { Unread } from './coverage.store.ts';
import { scopeOf } from './scope.routes.ts';

/** What was not read: by kind of file and by reason; and having it tried again. */
export function coverageRoutes({ coverage }: { coverage: Coverage }): Routes {
  return createRoutes()
    .get('scan:see-own', '/coverage', async (request, response) => {
      const scope = scopeOf(request);
      const model = presentCoverage({
        t: translatorOf(request),
        formats: formatsOf(request),
        seen: await coverage.seen(byOf(request), scope),
        own: scope.kind === 'own',
        mayRetry: signedInVisitor(request).may('scan:run'),
        mayGive: signedInVisitor(request).may('scan:passwords'),
      });
      await page(request, response, 'scan/coverage-page', model);
    })
    .post('scan:run', '/coverage/retries', async (request, response) => {
      const { files, left } = await coverage.retry(byOf(request), unreadIn(request));
      if (files === 0) notify(request, { kind: 'note', key: 'scan:coverage.none-marked' });
      else notify(request, { kind: 'done', key: 'scan:coverage.marked', values: { count: files } });
      if (left > 0) notify(request, { kind: 'note', key: 'scan:coverage.left', values: { count: left } });
      seeOther(response, '/coverage');
    })
    .post('scan:run', '/coverage/scans', async (request, response) => {
      seeBegunScans(request, response, await coverage.scanWaiting(byOf(request)), '/coverage');
    })
    .post('scan:run', '/files/:file/retries', async (request, response) => {
      await coverage.retryOne(byOf(request), scopeOf(request), pathParameter(request, 'file'));
      notify(request, { kind: 'done', key: 'scan:coverage.one-marked' });
      seeOther(response, '/coverage');
    });
}

/** A reason that nobody knows is refused: it must not come to mean all. */
function unreadIn(request: Request): Unread {
  const read = retryForm.safeParse(request.body);
  if (read.success) return read.data;
  throw new Failure('invalid-input', 'no such reason or kind of file', 'Use a button of the page.');
}
