import type { Request, Response } from 'express';
import type { Allowance } from '#detect/index.ts';
import { byOf, type Sources } from '#sources/index.ts';
import {
  createRoutes,
  emptyForm,
  formatsOf,
  notify,
  page,
  pathParameter,
  readForm,
  refused,
  seeOther,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import { presentAllowed } from './allowed.presenter.ts';
import { allowanceForm, placeForm } from './rules.schema.ts';
import { newRuleId, type Rules } from './rules.service.ts';
import { withAllowance, withoutAllowance } from './set-changes.ts';
import { faultError } from './wording.presenter.ts';

/** What is seen and does not count: values, domains, patterns, places. Everything is done to the draft. */
export function allowedRoutes({ rules, sources }: { rules: Rules; sources: Sources }): Routes {
  const show = async (
    request: Request,
    response: Response,
    forms: { form?: FormState; placeForm?: FormState } = {},
  ): Promise<void> => {
    const model = presentAllowed({
      t: translatorOf(request),
      formats: formatsOf(request),
      state: await rules.see(byOf(request), 'allowed'),
      sources: await sources.all(),
      form: forms.form ?? emptyForm,
      placeForm: forms.placeForm ?? emptyForm,
    });
    await page(request, response, 'rules/allowed', model);
  };

  const done = (request: Request, response: Response): void => {
    notify(request, { kind: 'done', key: 'rules:draft.kept' });
    seeOther(response, '/rules/allowed');
  };

  return createRoutes()
    .get('rules:manage', '/rules/allowed', (request, response) => show(request, response))
    .post('rules:manage', '/rules/allowed', async (request, response) => {
      const read = readForm(request, allowanceForm);
      if (!read.ok) return show(request, response.status(422), { form: read.form });
      const { kind, what, types, reason } = read.values;
      const head = { id: newRuleId(), types, reason };
      const allowance: Allowance =
        kind === 'value'
          ? { ...head, kind, value: what }
          : kind === 'domain'
            ? { ...head, kind, domain: what.replace(/^.*@/, '') }
            : { ...head, kind, pattern: what };
      const faults = await rules.draft(byOf(request), (set) => withAllowance(set, allowance));
      const fault = faults.get(head.id);
      if (fault !== undefined)
        return show(request, response.status(422), { form: refused(request, 'what', faultError(fault)) });
      done(request, response);
    })
    .post('rules:manage', '/rules/allowed/places', async (request, response) => {
      const read = readForm(request, placeForm);
      if (!read.ok) return show(request, response.status(422), { placeForm: read.form });
      const { source, folder, types, reason } = read.values;
      if (!(await sources.all()).some(({ id }) => id === source)) {
        const form = refused(request, 'source', { key: 'rules:allowed.source-gone' });
        return show(request, response.status(422), { placeForm: form });
      }
      const place: Allowance = { id: newRuleId(), kind: 'place', sourceId: source, folder, types, reason };
      await rules.draft(byOf(request), (set) => withAllowance(set, place));
      done(request, response);
    })
    .post('rules:manage', '/rules/allowed/:allowance/removal', async (request, response) => {
      const id = pathParameter(request, 'allowance');
      await rules.draft(byOf(request), (set) => withoutAllowance(set, id));
      done(request, response);
    });
}
