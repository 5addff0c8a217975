import type { Request, Response } from 'express';
import {
  createRateLimit,
  createRoutes,
  emptyForm,
  localPath,
  notify,
  page,
  places,
  readForm,
  refused,
  seeOther,
  translatorOf,
  visitorOf,
  WHOLE_FORM,
  type FormState,
  type Routes,
} from '#web/index.ts';
import type { Authentication } from './authentication.routes.ts';
import { signInForm } from './identity.schema.ts';
import { presentSignIn } from './sign-in.presenter.ts';

/** Signing in and out. A login that is unknown and a password that is wrong look the same. */
export function signInRoutes(authentication: Authentication): Routes {
  const place = (request: Request): string => authentication.placeOf(request, loginIn(request));
  // Of wrong tries. The first slows guessing over many logins, the second over one; both by place, so that nobody can
  // shut a known person out from elsewhere behind the same gateway.
  const limits = [
    createRateLimit({ limit: 200, windowMinutes: 15, failuresOnly: true, key: place }),
    createRateLimit({
      limit: 20,
      windowMinutes: 15,
      failuresOnly: true,
      key: (request) => `${place(request)} ${loginIn(request).trim().toLowerCase()}`,
    }),
  ];

  return createRoutes()
    .get('public', places.signIn, async (request, response) => {
      const next = localPath(request.query['next']) ?? places.home;
      if (visitorOf(request) === undefined) await show(request, response, emptyForm, next);
      else seeOther(response, next);
    })
    .post('public', places.signIn, ...limits, async (request, response) => {
      const form = readForm(request, signInForm);
      if (!form.ok) return show(request, response.status(422), form.form, places.home);
      const next = localPath(form.values.next) ?? places.home;
      const result = await authentication.check(request, response);
      if (result.kind === 'signed-in') {
        await authentication.begin(request, response, result.person);
        seeOther(response, next);
      } else if (result.kind === 'wait') {
        const seconds = Math.ceil(result.milliseconds / 1000);
        response.status(429).set('Retry-After', String(seconds));
        const error = { key: 'identity:sign-in.wait', values: { count: Math.ceil(seconds / 60) } };
        await show(request, response, refused(request, WHOLE_FORM, error), next);
      } else {
        const error = { key: 'identity:sign-in.refused' };
        await show(request, response.status(401), refused(request, WHOLE_FORM, error), next);
      }
    })
    .post('signed-in', places.signOut, async (request, response) => {
      await authentication.end(request);
      notify(request, { kind: 'done', key: 'identity:sign-in.signed-out' });
      seeOther(response, places.signIn);
    });
}

async function show(request: Request, response: Response, form: FormState, next: string): Promise<void> {
  await page(request, response, 'identity/sign-in', presentSignIn(translatorOf(request), form, next));
}

function loginIn(request: Request): string {
  return loginField.safeParse(request.body).data?.login.slice(0, 254) ?? '';
}

const loginField = signInForm.pick({ login: true });
