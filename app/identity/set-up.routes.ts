import type { Request, RequestHandler, Response } from 'express';
import { Failure } from '#kernel/errors.ts';
import {
  createRoutes,
  emptyForm,
  languageOf,
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
import { codeForm, setUpForm } from './identity.schema.ts';
import { addressOf } from './record-line.ts';
import { presentSetUp } from './set-up.presenter.ts';
import type { SetUp } from './set-up.service.ts';

/** The set-up page: once there is a creator it is not there any more. */
export function setUpRoutes(setUp: SetUp, authentication: Authentication): Routes {
  const show = async (request: Request, response: Response, form: FormState): Promise<void> => {
    const { code } = codeForm.safeParse(request.body).data ?? { code: '' };
    const model = presentSetUp(translatorOf(request), form, languageOf(request), addressOf(request), code);
    await page(request, response, 'identity/set-up', model);
  };
  const untilDone = (): void => {
    if (setUp.isDone()) throw new Failure('not-found', 'the appliance is set up already', 'Sign in.');
  };

  return createRoutes()
    .get('public', PATH, async (request, response) => {
      untilDone();
      await show(request, response, emptyForm);
    })
    .post('public', PATH, rateLimits.setUp(), async (request, response) => {
      untilDone();
      const form = readForm(request, setUpForm);
      if (!form.ok) return show(request, response.status(422), form.form);
      const creator = await setUp.complete(form.values, addressOf(request));
      if (creator === 'wrong-code') {
        const wrong = refused(request, 'code', { key: 'identity:set-up.wrong-code' });
        return show(request, response.status(422), wrong);
      }
      await authentication.begin(request, response, creator);
      seeOther(response, places.home);
    });
}

/** Before any route: until there is a creator, every page leads to the set-up. */
export function setUpFirst(setUp: SetUp): RequestHandler {
  return (request, response, next) => {
    if (setUp.isDone() || request.path === PATH || request.path === places.language) next();
    else seeOther(response, PATH);
  };
}

const PATH = '/set-up';
