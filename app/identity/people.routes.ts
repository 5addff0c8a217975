import type { Request, Response } from 'express';
import { Failure } from '#kernel/errors.ts';
import {
  createFormats,
  createRoutes,
  emptyForm,
  formatsOf,
  languageOf,
  notify,
  page,
  pathParameter,
  readForm,
  refused,
  seeOther,
  translatorIn,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import { callerOf } from './authentication.routes.ts';
import { invitationForm } from './identity.schema.ts';
import { presentClosure, presentPeople, presentSlip } from './people.presenter.ts';
import type { People } from './people.service.ts';

const PEOPLE = 'identity:manage-people';

/** The creator's page of people, the printed slips, and the end of a login. */
export function peopleRoutes(people: People, appliance: { address: string; timeZone: string }): Routes {
  const show = async (request: Request, response: Response, form: FormState): Promise<void> => {
    const listed = await people.list(callerOf(request));
    const own = { language: languageOf(request), personId: callerOf(request).personId };
    const model = presentPeople(translatorOf(request), formatsOf(request), form, listed, own);
    await page(request, response, 'identity/people', model);
  };

  return createRoutes()
    .get(PEOPLE, '/people', (request, response) => show(request, response, emptyForm))
    .post(PEOPLE, '/people', async (request, response) => {
      const form = readForm(request, invitationForm);
      if (!form.ok) return show(request, response.status(422), form.form);
      try {
        const { slipId } = await people.invite(form.values, callerOf(request));
        seeOther(response, `/slips/${slipId}`);
      } catch (error) {
        if (!isFailure(error, 'conflict')) throw error;
        const taken = refused(request, 'login', { key: 'identity:invite.login-taken' });
        await show(request, response.status(422), taken);
      }
    })
    .get(PEOPLE, '/slips/:id', async (request, response) => {
      try {
        const printed = await people.printedSlip(pathParameter(request, 'id'), callerOf(request));
        // In the language of the person who gets it, not of the one who prints it.
        const { language } = printed.person;
        const formats = createFormats(language, appliance.timeZone);
        const model = presentSlip(translatorOf(request), formats, printed, appliance.address);
        await page(request, response, 'identity/slip', { ...model, slipT: translatorIn(request, language) });
      } catch (error) {
        if (!isFailure(error, 'expired')) throw error;
        notify(request, { kind: 'warning', key: 'identity:slip.shown-before' });
        seeOther(response, '/people');
      }
    })
    .post(PEOPLE, '/people/:id/slips', async (request, response) => {
      const { slipId } = await people.newSlip(pathParameter(request, 'id'), callerOf(request));
      seeOther(response, `/slips/${slipId}`);
    })
    .post(PEOPLE, '/people/:id/slip-withdrawal', async (request, response) => {
      await people.withdrawSlip(pathParameter(request, 'id'), callerOf(request));
      notify(request, { kind: 'done', key: 'identity:people.slip-withdrawn' });
      seeOther(response, '/people');
    })
    .get(PEOPLE, '/people/:id/closure', async (request, response) => {
      const person = await people.staffMember(pathParameter(request, 'id'), callerOf(request));
      await page(request, response, 'identity/closure', presentClosure(translatorOf(request), person));
    })
    .post(PEOPLE, '/people/:id/closure', async (request, response) => {
      await people.close(pathParameter(request, 'id'), callerOf(request));
      notify(request, { kind: 'done', key: 'identity:people.closed' });
      seeOther(response, '/people');
    });
}

function isFailure(error: unknown, code: Failure['code']): boolean {
  return error instanceof Failure && error.code === code;
}
