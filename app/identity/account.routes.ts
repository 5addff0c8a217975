import type { Request, Response } from 'express';
import { Failure } from '#kernel/errors.ts';
import {
  createRateLimit,
  createRoutes,
  emptyForm,
  languageOf,
  notify,
  page,
  readForm,
  refused,
  seeOther,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import { presentAccount } from './account.presenter.ts';
import type { Account } from './account.service.ts';
import { callerOf, type Authentication } from './authentication.routes.ts';
import { languageForm, passwordForm } from './identity.schema.ts';
import type { Person } from './person.ts';

/** One's own login: what the appliance holds about it, the language, and a new password. */
export function accountRoutes(
  account: Account,
  authentication: Authentication,
  company: () => string | null,
): Routes {
  const ownPerson = async (request: Request): Promise<Person> => {
    const person = await account.person(callerOf(request).personId);
    if (person === null) throw new Failure('not-found', 'the person is gone', 'Sign in again.');
    return person;
  };
  const show = async (request: Request, response: Response, form: FormState): Promise<void> => {
    await page(
      request,
      response,
      'identity/account',
      presentAccount(translatorOf(request), languageOf(request), await ownPerson(request), form),
    );
  };

  return createRoutes()
    .get('signed-in', '/account', (request, response) => show(request, response, emptyForm))
    .post('signed-in', '/account/language', async (request, response) => {
      const form = readForm(request, languageForm);
      if (!form.ok) return show(request, response.status(422), form.form);
      await account.chooseLanguage(callerOf(request), form.values.language);
      notify(request, { kind: 'done', key: 'identity:account.language-chosen' });
      seeOther(response, '/account');
    })
    .post(
      'signed-in',
      '/account/password',
      createRateLimit({ limit: 20, windowMinutes: 15, failuresOnly: true }),
      async (request, response) => {
        const person = await ownPerson(request);
        const form = readForm(request, passwordForm([person.name, person.login, company() ?? '']));
        if (!form.ok) return show(request, response.status(422), form.form);
        const result = await account.changePassword(callerOf(request), {
          old: form.values.oldPassword,
          new: form.values.password,
          session: authentication.sessionKey(request),
        });
        if (result !== 'changed') {
          // words: identity:account.refused.*
          const error = { key: `identity:account.refused.${result}` };
          return show(request, response.status(422), refused(request, 'oldPassword', error));
        }
        notify(request, { kind: 'done', key: 'identity:account.password-changed' });
        seeOther(response, '/account');
      },
    );
}
