import type { Request, Response } from 'express';
import {
  createRoutes,
  emptyForm,
  page,
  places,
  rateLimits,
  readForm,
  refused,
  seeOther,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import type { Authentication } from './authentication.routes.ts';
import { codeForm, joinForm } from './identity.schema.ts';
import { presentCodeQuestion, presentPasswordQuestion } from './join.presenter.ts';
import type { Joining, SlipRefusal } from './joining.service.ts';
import type { Person } from './person.ts';
import { addressOf } from './record-line.ts';

/** From a slip to a login: first the code, then "is this you?" and a password. The code is never in an address. */
export function joinRoutes(
  joining: Joining,
  authentication: Authentication,
  company: () => string | null,
): Routes {
  const limit = rateLimits.setUp();
  const refuse = (request: Request, response: Response, why: SlipRefusal): Promise<void> => {
    // words: identity:join.refused.*
    const form = refused(request, 'code', { key: `identity:join.refused.${why}` });
    return askForCode(request, response.status(422), form);
  };

  return createRoutes()
    .get('public', '/join', (request, response) => askForCode(request, response, emptyForm))
    .post('public', '/join', limit, async (request, response) => {
      const form = readForm(request, codeForm);
      if (!form.ok) return askForCode(request, response.status(422), form.form);
      const person = await joining.open(form.values.code, addressOf(request));
      if (typeof person === 'string') return refuse(request, response, person);
      await askForPassword(request, response, emptyForm, { person, code: form.values.code });
    })
    .post('public', '/join/password', limit, async (request, response) => {
      const { code } = codeForm.safeParse(request.body).data ?? { code: '' };
      const person = await joining.open(code, addressOf(request));
      if (typeof person === 'string') return refuse(request, response, person);
      const form = readForm(request, joinForm([person.login, company() ?? '']));
      if (!form.ok) return askForPassword(request, response.status(422), form.form, { person, code });
      const joined = await joining.join(code, form.values, addressOf(request));
      if (typeof joined === 'string') return refuse(request, response, joined);
      await authentication.begin(request, response, joined);
      seeOther(response, places.home);
    });
}

async function askForCode(request: Request, response: Response, form: FormState): Promise<void> {
  await page(request, response, 'identity/join', presentCodeQuestion(translatorOf(request), form));
}

async function askForPassword(
  request: Request,
  response: Response,
  form: FormState,
  whose: { person: Person; code: string },
): Promise<void> {
  await page(
    request,
    response,
    'identity/join-password',
    presentPasswordQuestion(translatorOf(request), form, whose),
  );
}
