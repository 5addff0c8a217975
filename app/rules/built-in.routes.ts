import type { Request, Response } from 'express';
import { FINDING_TYPES } from '#detect/index.ts';
import { byOf } from '#sources/index.ts';
import {
  createRoutes,
  formatsOf,
  notify,
  page,
  readForm,
  seeOther,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import { presentBuiltIn } from './built-in.presenter.ts';
import { phraseRemoval, phrasesForm, typesForm } from './rules.schema.ts';
import type { Rules } from './rules.service.ts';
import { withoutPhrase, withPhrases, withTypesOff } from './set-changes.ts';

/** The built-in types: which are looked for, and the company's own phrases for the special categories. */
export function builtInRoutes({ rules }: { rules: Rules }): Routes {
  const show = async (
    request: Request,
    response: Response,
    refused: { type: string; form: FormState } | null,
  ): Promise<void> => {
    const [t, formats] = [translatorOf(request), formatsOf(request)];
    const state = await rules.see(byOf(request), 'built-in');
    await page(request, response, 'rules/built-in', presentBuiltIn({ t, formats, state, refused }));
  };

  const done = (request: Request, response: Response): void => {
    notify(request, { kind: 'done', key: 'rules:draft.kept' });
    seeOther(response, '/rules/built-in');
  };

  return createRoutes()
    .get('rules:manage', '/rules/built-in', (request, response) => show(request, response, null))
    .post('rules:manage', '/rules/built-in', async (request, response) => {
      const on = typesForm.parse(request.body ?? {});
      const off = FINDING_TYPES.filter((type) => !on.has(type));
      await rules.draft(byOf(request), (set) => withTypesOff(set, off));
      done(request, response);
    })
    .post('rules:manage', '/rules/built-in/phrases', async (request, response) => {
      const read = readForm(request, phrasesForm);
      if (!read.ok) {
        const type = read.form.values['type'] ?? '';
        return show(request, response.status(422), { type, form: read.form });
      }
      const { type, phrases } = read.values;
      await rules.draft(byOf(request), (set) => withPhrases(set, type, phrases));
      done(request, response);
    })
    .post('rules:manage', '/rules/built-in/phrases/removal', async (request, response) => {
      const { type, phrase } = phraseRemoval.parse(request.body ?? {});
      await rules.draft(byOf(request), (set) => withoutPhrase(set, type, phrase));
      done(request, response);
    });
}
