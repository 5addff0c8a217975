import type { Request, Response } from 'express';
import { emptyForm, formatsOf, page, translatorOf, type FormState } from '#web/index.ts';
import { byOf } from './by.routes.ts';
import { presentSchedule } from './schedules.presenter.ts';
import type { Schedules } from './schedules.service.ts';
import { presentConnection, type Look } from './shares.presenter.ts';
import type { Shares } from './shares.service.ts';
import { folderId } from './sources.schema.ts';
import { presentSource, type LastRun, type PersonChoice } from './sources.presenter.ts';
import type { Sources } from './sources.service.ts';

/** What came of a form on a source's page. */
export interface SourcePageForms {
  readonly pace?: FormState;
  readonly removal?: FormState;
  readonly schedule?: FormState;
  readonly renewal?: FormState;
  readonly look?: Look;
}

export type ShowSource = (
  request: Request,
  response: Response,
  publicId: string,
  forms?: SourcePageForms,
) => Promise<void>;

/**
 * Shows one source with its folders and whose they are: several forms lie on its page, each with its own routes.
 * @param needs.lastRunOf what the scan room, which stands on this one, says of a source's newest scan
 * @param needs.people who folders can be mapped to
 */
export function createShowSource(needs: {
  sources: Sources;
  shares: Shares;
  schedules: Schedules;
  lastRunOf: (sourceId: number) => Promise<LastRun | null>;
  people: () => Promise<readonly PersonChoice[]>;
}): ShowSource {
  const { sources, shares, schedules, lastRunOf, people } = needs;
  return async (request, response, publicId, forms = {}) => {
    const [t, formats] = [translatorOf(request), formatsOf(request)];
    const level = await sources.see(byOf(request), publicId, folderId.parse(request.query['folder']) ?? null);
    const { source } = level;
    const [run, share, schedule, hold] = await Promise.all([
      lastRunOf(source.id),
      shares.of(source.id),
      schedules.of(source.id),
      schedules.holdOf(source.id),
    ]);
    const address = `/sources/${source.publicId}`;
    await page(request, response, 'sources/source', {
      ...presentSource({
        t,
        formats,
        level,
        run,
        held: hold !== null,
        people: await people(),
        paceForm: forms.pace ?? emptyForm,
        removalForm: forms.removal ?? emptyForm,
      }),
      connection:
        share === null
          ? null
          : presentConnection({
              t,
              formats,
              share,
              address,
              form: forms.renewal ?? emptyForm,
              renewal: forms.look ?? null,
            }),
      schedule: presentSchedule({
        t,
        source,
        schedule,
        hold,
        now: schedules.now(),
        form: forms.schedule ?? emptyForm,
        address,
      }),
    });
  };
}
