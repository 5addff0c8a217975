import type { Request, Response } from 'express';
import {
  createRateLimit,
  createRoutes,
  emptyForm,
  notify,
  page,
  pathParameter,
  readForm,
  refused,
  seeOther,
  translatorOf,
  typedForm,
  type FormState,
  type Routes,
} from '#web/index.ts';
import { byOf } from './by.routes.ts';
import { newShare, onlyTest, renewal } from './shares.schema.ts';
import { presentNewShare, type Look } from './shares.presenter.ts';
import type { Shares } from './shares.service.ts';
import type { ShowSource } from './source-page.routes.ts';
import type { Sources } from './sources.service.ts';

/**
 * The pages of shares: adding one, testing its connection, another password. Passwords come in and never go out.
 * @param needs.showSource shows a source's page, with what came of a form on it
 */
export function shareRoutes(needs: { sources: Sources; shares: Shares; showSource: ShowSource }): Routes {
  const { sources, shares, showSource } = needs;
  // Each look signs in at a server, and servers lock accounts: enough to find one's way, not to guess passwords.
  const seldom = createRateLimit({ limit: 20, windowMinutes: 5 });

  return createRoutes()
    .get('sources:manage', '/sources/new/share', async (request, response) => {
      await showNew(request, response, emptyForm);
    })
    .post('sources:manage', '/sources/new/share', seldom, async (request, response) => {
      const read = readForm(request, newShare);
      if (!read.ok) return showNew(request, response.status(422), read.form);
      if (onlyTest.safeParse(request.body).success) {
        const fault = await shares.test(byOf(request), read.values);
        return showNew(request, response, typedForm(request), { fault });
      }
      const added = await shares.add(byOf(request), read.values);
      if (!('refused' in added)) {
        notify(request, { kind: 'done', key: 'sources:added' });
        seeOther(response, `/sources/${added.publicId}`);
        return;
      }
      if (added.refused !== 'known-already')
        return showNew(request, response.status(422), typedForm(request), { fault: added.refused });
      const form = refused(request, 'address', { key: 'sources:refused.known-already' });
      await showNew(request, response.status(422), form);
    })
    .post('sources:manage', '/sources/:source/connection-tests', seldom, async (request, response) => {
      const source = pathParameter(request, 'source');
      const fault = await shares.testKept(byOf(request), source);
      // What is wrong stays on the page until it is put right.
      if (fault === null) notify(request, { kind: 'done', key: 'sources:share.works' });
      seeOther(response, `/sources/${source}`);
    })
    .post('sources:manage', '/sources/:source/password', seldom, async (request, response) => {
      const source = pathParameter(request, 'source');
      const share = await shares.of((await sources.get(source)).id);
      const read = readForm(request, renewal(share?.account.kind === 'kerberos' ? 'kerberos' : 'password'));
      if (!read.ok) return showSource(request, response.status(422), source, { renewal: read.form });
      const fault = await shares.renew(byOf(request), source, read.values);
      if (fault === null) {
        notify(request, { kind: 'done', key: 'sources:share.renewed' });
        seeOther(response, `/sources/${source}`);
        return;
      }
      await showSource(request, response.status(422), source, {
        renewal: typedForm(request),
        look: { fault },
      });
    });
}

async function showNew(
  request: Request,
  response: Response,
  form: FormState,
  look: Look = null,
): Promise<void> {
  await page(request, response, 'sources/new-share', presentNewShare(translatorOf(request), form, look));
}
