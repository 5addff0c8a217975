import type { Request, Response } from 'express';
import { byOf } from '#sources/index.ts';
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
import { presentNames } from './names.presenter.ts';
import type { KnownNames } from './names.service.ts';
import { nameListForm } from './rules.schema.ts';
import type { Rules } from './rules.service.ts';

/** Lists of employees and customers: see which there are, add one, remove one. Who is on them is never shown. */
export function nameRoutes({ rules, names }: { rules: Rules; names: KnownNames }): Routes {
  const show = async (request: Request, response: Response, form: FormState): Promise<void> => {
    const [t, formats] = [translatorOf(request), formatsOf(request)];
    const [state, lists] = [await rules.state(), await names.all()];
    await page(request, response, 'rules/names', presentNames({ t, formats, state, lists, form }));
  };

  return createRoutes()
    .get('rules:manage', '/rules/names', (request, response) => show(request, response, emptyForm))
    .post('rules:manage', '/rules/names', async (request, response) => {
      const read = readForm(request, nameListForm);
      if (!read.ok) return show(request, response.status(422), read.form);
      const { title, kind, people } = read.values;
      const added = await names.add(byOf(request), { title, kind, text: people });
      if (!added.kept) {
        const key = added.people === 0 ? 'rules:names.nobody-read' : 'rules:names.too-many';
        return show(request, response.status(422), refused(request, 'people', { key }));
      }
      notify(request, {
        kind: added.unread === 0 ? 'done' : 'warning',
        key: added.unread === 0 ? 'rules:names.added' : 'rules:names.added-with-unread',
        values: { count: added.people, unread: added.unread },
      });
      seeOther(response, '/rules/names');
    })
    .post('rules:manage', '/rules/names/:list/removal', async (request, response) => {
      await names.remove(byOf(request), pathParameter(request, 'list'));
      notify(request, { kind: 'done', key: 'rules:names.removed' });
      seeOther(response, '/rules/names');
    });
}
