import type { Request, Response } from 'express';
import type { Scans, TriedFile, Trials } from '#scan/index.ts';
import { byOf, type Sources } from '#sources/index.ts';
import {
  createRoutes,
  emptyForm,
  formatsOf,
  notify,
  page,
  pathParameter,
  rateLimits,
  readForm,
  seeOther,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import { presentDraft } from './draft.presenter.ts';
import { reasonForm, trialForm, useForm, versionNumber } from './rules.schema.ts';
import type { Rules } from './rules.service.ts';
import { presentVersions } from './versions.presenter.ts';

/** From draft to version: what it changes, trying it, taking it into use, going back, and scanning with it. */
export function draftRoutes(needs: {
  rules: Rules;
  trials: Trials;
  sources: Sources;
  scans: Scans;
  nameOf: (personId: string) => Promise<string | null>;
}): Routes {
  const { rules, trials, sources, scans } = needs;

  const showDraft = async (
    request: Request,
    response: Response,
    { trial = null, form = emptyForm }: { trial?: readonly TriedFile[] | null; form?: FormState } = {},
  ): Promise<void> => {
    const state = await rules.see(byOf(request), 'draft');
    const model = presentDraft({
      t: translatorOf(request),
      formats: formatsOf(request),
      state,
      sources: await sources.all(),
      anew: await trials.readOtherwise(await rules.inTrial()),
      trial,
      form,
    });
    await page(request, response, 'rules/draft', model);
  };

  const showVersions = async (
    request: Request,
    response: Response,
    refused: { number: number; form: FormState } | null,
  ): Promise<void> => {
    const versions = await rules.versions(byOf(request));
    const makers = [...new Set(versions.flatMap(({ madeBy }) => madeBy ?? []))];
    const names = new Map(await Promise.all(makers.map(async (id) => [id, await needs.nameOf(id)] as const)));
    const model = presentVersions({
      t: translatorOf(request),
      formats: formatsOf(request),
      state: await rules.state(),
      versions,
      sources: await sources.all(),
      nameOf: (id) => names.get(id) ?? null,
      anew: await trials.readOtherwise(rules.inForce()),
      refused,
    });
    await page(request, response, 'rules/versions', model);
  };

  return createRoutes()
    .get('rules:manage', '/rules/draft', (request, response) => showDraft(request, response))
    .post('rules:manage', '/rules/draft/trial', rateLimits.reveal(), async (request, response) => {
      const read = readForm(request, trialForm);
      const { source, files } = read.ok ? read.values : { source: null, files: null };
      const trial = await trials.read(byOf(request), { files, sourceId: source }, await rules.inTrial());
      await showDraft(request, response, { trial });
    })
    .post('rules:manage', '/rules/draft/discarding', async (request, response) => {
      await rules.discard();
      notify(request, { kind: 'done', key: 'rules:draft.discarded' });
      seeOther(response, '/rules');
    })
    .get('rules:manage', '/rules/versions', (request, response) => showVersions(request, response, null))
    .post('rules:manage', '/rules/versions', async (request, response) => {
      const read = readForm(request, useForm);
      if (!read.ok) return showDraft(request, response.status(422), { form: read.form });
      const { number } = await rules.takeIntoUse(byOf(request), read.values.reason, read.values.seen);
      notify(request, { kind: 'done', key: 'rules:versions.taken', values: { number } });
      seeOther(response, '/rules/versions');
    })
    .post('rules:manage', '/rules/versions/:number/restoration', async (request, response) => {
      const number = versionNumber.parse(pathParameter(request, 'number'));
      const read = readForm(request, reasonForm);
      if (!read.ok) return showVersions(request, response.status(422), { number, form: read.form });
      const made = await rules.restore(byOf(request), number, read.values.reason);
      notify(request, { kind: 'done', key: 'rules:versions.taken', values: { number: made.number } });
      seeOther(response, '/rules/versions');
    })
    .post('scan:run', '/rules/scans', async (request, response) => {
      for (const { publicId } of await sources.all()) await scans.start(byOf(request), publicId);
      notify(request, { kind: 'done', key: 'rules:versions.scans-asked' });
      seeOther(response, '/rules/versions');
    });
}
