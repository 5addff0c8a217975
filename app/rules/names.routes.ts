import type { Request, Response } from 'express';
import type { MentioningFile, Mentions } from '#scan/index.ts';
import { byOf } from '#sources/index.ts';
import {
  createRoutes,
  emptyForm,
  formatsOf,
  notify,
  page,
  pathParameter,
  rateLimits,
  readForm,
  refused,
  seeOther,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import { presentNames } from './names.presenter.ts';
import type { KnownNames } from './names.service.ts';
import { nameListForm, personForm } from './rules.schema.ts';
import type { Rules } from './rules.service.ts';

/** Lists of employees and customers: see which there are, add one, remove one. Who is on them is never shown. */
export function nameRoutes(needs: { rules: Rules; names: KnownNames; mentions: Mentions }): Routes {
  const { rules, names, mentions } = needs;

  const show = async (request: Request, response: Response, shown: Shown = {}): Promise<void> => {
    const model = presentNames({
      t: translatorOf(request),
      formats: formatsOf(request),
      state: await rules.state(),
      lists: await names.all(),
      form: shown.form ?? emptyForm,
      lookUp: shown.lookUp ?? emptyForm,
      mentions: shown.mentions ?? null,
    });
    await page(request, response, 'rules/names', model);
  };

  return createRoutes()
    .get('rules:manage', '/rules/names', (request, response) => show(request, response))
    .post('rules:manage', '/rules/names', async (request, response) => {
      const read = readForm(request, nameListForm);
      if (!read.ok) return show(request, response.status(422), { form: read.form });
      const { title, kind, people } = read.values;
      const added = await names.add(byOf(request), { title, kind, text: people });
      if (!added.kept) {
        const key = added.people === 0 ? 'rules:names.nobody-read' : 'rules:names.too-many';
        return show(request, response.status(422), { form: refused(request, 'people', { key }) });
      }
      notify(request, {
        kind: added.unread === 0 ? 'done' : 'warning',
        key: added.unread === 0 ? 'rules:names.added' : 'rules:names.added-with-unread',
        values: { count: added.people, unread: added.unread },
      });
      seeOther(response, '/rules/names');
    })
    .post('rules:manage', '/rules/names/mentions', rateLimits.reveal(), async (request, response) => {
      const read = readForm(request, personForm);
      if (!read.ok) return show(request, response.status(422), { lookUp: read.form });
      const found = await mentions.of(byOf(request), await names.valuesOf(read.values.who));
      await show(request, response, { mentions: found });
    })
    .post('rules:manage', '/rules/names/:list/removal', async (request, response) => {
      await names.remove(byOf(request), pathParameter(request, 'list'));
      notify(request, { kind: 'done', key: 'rules:names.removed' });
      seeOther(response, '/rules/names');
    });
}

interface Shown {
  readonly form?: FormState;
  readonly lookUp?: FormState;
  readonly mentions?: readonly MentioningFile[];
}
