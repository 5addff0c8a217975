import type { Request, Response } from 'express';
import { MOST_PASSWORDS } from '#extract/index.ts';
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
  signedInVisitor,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import { seeBegunScans } from './begun-scans.routes.ts';
import type { Coverage } from './coverage.service.ts';
import { presentPasswords } from './passwords.presenter.ts';
import { passwordsForm } from './passwords.schema.ts';
import type { PasswordsToTry } from './passwords.service.ts';

/** The passwords that are tried on protected files: see which there are by their labels, add, remove, scan with them. */
export function passwordRoutes(needs: {
  passwords: PasswordsToTry;
  coverage: Coverage;
  nameOf: (personId: string) => Promise<string | null>;
}): Routes {
  const { passwords, coverage, nameOf } = needs;

  const show = async (request: Request, response: Response, form: FormState): Promise<void> => {
    const all = await passwords.all();
    const ids = [...new Set(all.map(({ addedBy }) => addedBy).filter((id) => id !== null))];
    const names = new Map(
      await Promise.all(ids.map(async (id): Promise<[string, string | null]> => [id, await nameOf(id)])),
    );
    const model = presentPasswords({
      t: translatorOf(request),
      formats: formatsOf(request),
      passwords: all,
      nameOf: (id) => names.get(id) ?? null,
      locked: await passwords.lockedFiles(),
      mayScan: signedInVisitor(request).may('scan:run'),
      form,
    });
    await page(request, response, 'scan/passwords', model);
  };

  return createRoutes()
    .get('scan:passwords', '/coverage/passwords', (request, response) => show(request, response, emptyForm))
    .post('scan:passwords', '/coverage/passwords', async (request, response) => {
      const read = readForm(request, passwordsForm);
      if (!read.ok) return show(request, response.status(422), read.form);
      const { label, passwords: text } = read.values;
      const { kept, added, known } = await passwords.add(byOf(request), { label, text });
      if (!kept) {
        const error = { key: 'scan:passwords.too-many', values: { count: MOST_PASSWORDS } };
        return show(request, response.status(422), refused(request, 'passwords', error));
      }
      if (added > 0) notify(request, { kind: 'done', key: 'scan:passwords.added', values: { count: added } });
      if (known > 0) notify(request, { kind: 'note', key: 'scan:passwords.known', values: { count: known } });
      seeOther(response, '/coverage/passwords');
    })
    .post('scan:run', '/coverage/passwords/scans', async (request, response) => {
      const by = byOf(request);
      await coverage.retry(by, { reason: 'encrypted' });
      seeBegunScans(request, response, await coverage.scanWaiting(by), '/coverage/passwords');
    })
    .post('scan:passwords', '/coverage/passwords/:password/removal', async (request, response) => {
      await passwords.remove(byOf(request), pathParameter(request, 'password'));
      notify(request, { kind: 'done', key: 'scan:passwords.removed' });
      seeOther(response, '/coverage/passwords');
    });
}
