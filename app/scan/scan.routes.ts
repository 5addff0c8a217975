import { displayName } from '#kernel/file-name.ts';
import type { Clock } from '#kernel/clock.ts';
import { byOf, type Schedules, type Sources } from '#sources/index.ts';
import {
  createRoutes,
  formatsOf,
  languageOf,
  page,
  pathParameter,
  rateLimits,
  readForm,
  seeOther,
  signedInVisitor,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import type { Request } from 'express';
import { yearsBefore } from './age.ts';
import { presentDashboard } from './dashboard.presenter.ts';
import { presentFile, presentRevealed } from './file.presenter.ts';
import { presentFiles } from './files.presenter.ts';
import { cursorOf, fileQuery, revealReason, type FileQuery } from './files.schema.ts';
import type { FileFilter } from './file-list.store.ts';
import type { Insight } from './insight.service.ts';
import { presentRun } from './run.presenter.ts';
import type { Scans } from './scans.service.ts';
import { scopeOf } from './scope.routes.ts';

/** The pages of what was found, and of the scans themselves. */
export function scanRoutes(needs: {
  insight: Insight;
  scans: Scans;
  sources: Sources;
  schedules: Pick<Schedules, 'holdOf'>;
  clock: Clock;
}): Routes {
  const { insight, scans, sources, schedules, clock } = needs;

  const presentOne = async (
    request: Request,
    publicId: string,
    refused: { finding: string; form: FormState } | null,
  ) =>
    presentFile({
      t: translatorOf(request),
      formats: formatsOf(request),
      language: languageOf(request),
      file: await insight.file(byOf(request), scopeOf(request), publicId),
      refused,
      mayRetry: signedInVisitor(request).may('scan:run'),
      mayGive: signedInVisitor(request).may('scan:passwords'),
    });

  /** The filter of an address, and the words for the place that it narrows to. */
  const filterOf = async (query: FileQuery): Promise<{ filter: FileFilter; place: string | null }> => {
    const { source, folder, olderThan, youngerThan, risk, category, type, document, status, reason, kind } =
      query;
    const filter = {
      risk,
      category,
      type,
      document,
      status,
      reason,
      kind,
      before: yearsAgo(olderThan),
      since: yearsAgo(youngerThan),
    };
    if (source === undefined) return { filter, place: null };
    const level = await sources.folder(source, folder ?? null);
    const place = [level.source.name, ...(level.folder?.path ?? []).map(displayName)].join(' / ');
    return { filter: { ...filter, sourceId: level.source.id, folderId: folder }, place };
  };

  const yearsAgo = (years: number | undefined): Date | undefined =>
    years === undefined ? undefined : yearsBefore(clock.now(), years);

  return createRoutes()
    .get('scan:see-own', '/', async (request, response) => {
      const scope = scopeOf(request);
      const model = presentDashboard({
        t: translatorOf(request),
        formats: formatsOf(request),
        overview: await insight.overview(byOf(request), scope),
        own: scope.kind === 'own',
        runs: scope.kind === 'own' ? [] : await scans.newest(5),
      });
      await page(request, response, 'scan/dashboard', model);
    })
    .get('scan:see-own', '/files', async (request, response) => {
      const scope = scopeOf(request);
      const query = fileQuery.parse(request.query);
      // Staff have no business with the tree of the sources; their list is narrowed by the other filters.
      const { filter, place } = await filterOf(
        scope.kind === 'own' ? { ...query, source: undefined } : query,
      );
      const list = await insight.list(byOf(request), scope, filter, cursorOf(query));
      const [t, formats] = [translatorOf(request), formatsOf(request)];
      const own = scope.kind === 'own';
      await page(request, response, 'scan/files', presentFiles({ t, formats, list, query, own, place }));
    })
    .get('scan:see-own', '/files/:file', async (request, response) => {
      await page(
        request,
        response,
        'scan/file',
        await presentOne(request, pathParameter(request, 'file'), null),
      );
    })
    .post(
      'scan:reveal',
      '/files/:file/findings/:finding/reveal',
      rateLimits.reveal(),
      async (request, response) => {
        const [file, finding] = [pathParameter(request, 'file'), pathParameter(request, 'finding')];
        const read = readForm(request, revealReason);
        if (!read.ok) {
          const model = await presentOne(request, file, { finding, form: read.form });
          await page(request, response.status(422), 'scan/file', model);
          return;
        }
        const wanted = { file, finding, reason: read.values.reason };
        const revealed = await insight.reveal(byOf(request), scopeOf(request), wanted);
        await page(
          request,
          response,
          'scan/revealed',
          presentRevealed(translatorOf(request), file, revealed),
        );
      },
    )
    .post('scan:run', '/sources/:source/scans', async (request, response) => {
      const run = await scans.start(byOf(request), pathParameter(request, 'source'));
      seeOther(response, `/scans/${run.publicId}`);
    })
    .get('scan:run', '/scans/:run', async (request, response) => {
      const run = await scans.get(pathParameter(request, 'run'));
      const source = (await sources.all()).find(({ id }) => id === run.sourceId);
      const model = presentRun({
        t: translatorOf(request),
        formats: formatsOf(request),
        run,
        source: source ?? null,
        hold: await schedules.holdOf(run.sourceId),
        now: clock.now(),
      });
      await page(request, response, 'scan/run', model);
    })
    .post('scan:run', '/scans/:run/cancellation', async (request, response) => {
      const run = pathParameter(request, 'run');
      await scans.cancel(byOf(request), run);
      seeOther(response, `/scans/${run}`);
    });
}
