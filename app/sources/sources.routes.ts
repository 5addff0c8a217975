import type { Request } from 'express';
import {
  createRoutes,
  emptyForm,
  fieldModel,
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
import { byOf } from './by.routes.ts';
import { scheduleRoutes } from './schedules.routes.ts';
import type { Schedules } from './schedules.service.ts';
import { shareRoutes } from './shares.routes.ts';
import type { Shares } from './shares.service.ts';
import { createShowSource } from './source-page.routes.ts';
import { folderId, mapping, newSource, pace, removal } from './sources.schema.ts';
import { presentSources, type LastRun, type PersonChoice } from './sources.presenter.ts';
import type { Sources } from './sources.service.ts';

/**
 * The pages of the sources: list, add, one source with its folders and whose they are, pace, schedule, connection, removal.
 * @param lastRunOf what the scan room, which stands on this one, says of a source's newest scan
 * @param people who folders can be mapped to
 */
export function sourceRoutes(needs: {
  sources: Sources;
  shares: Shares;
  schedules: Schedules;
  lastRunOf: (sourceId: number) => Promise<LastRun | null>;
  people: () => Promise<readonly PersonChoice[]>;
}): readonly Routes[] {
  const { sources, schedules, lastRunOf, people } = needs;

  const showSource = createShowSource(needs);

  const presentNew = (request: Request, form: FormState) => {
    const t = translatorOf(request);
    return {
      title: t('sources:new.title'),
      form,
      fields: [
        fieldModel(t, form, {
          name: 'name',
          label: t('sources:new.name'),
          hint: t('sources:new.name-hint'),
          required: true,
          maxlength: 100,
        }),
        fieldModel(t, form, {
          name: 'folder',
          label: t('sources:new.folder'),
          hint: t('sources:new.folder-hint'),
          required: true,
          maxlength: 4096,
        }),
      ],
    };
  };

  const own = createRoutes()
    .get('sources:manage', '/sources', async (request, response) => {
      const all = await schedules.standing();
      const runs = new Map(
        await Promise.all(all.map(async ({ source: { id } }) => [id, await lastRunOf(id)] as const)),
      );
      await page(
        request,
        response,
        'sources/list',
        presentSources(translatorOf(request), formatsOf(request), all, runs),
      );
    })
    .get('sources:manage', '/sources/new', async (request, response) => {
      await page(request, response, 'sources/new', presentNew(request, emptyForm));
    })
    .post('sources:manage', '/sources', async (request, response) => {
      const read = readForm(request, newSource);
      if (!read.ok) {
        await page(request, response.status(422), 'sources/new', presentNew(request, read.form));
        return;
      }
      const added = await sources.add(byOf(request), read.values);
      if ('refused' in added) {
        // words: sources:refused.*
        const form = refused(request, 'folder', { key: `sources:refused.${added.refused}` });
        await page(request, response.status(422), 'sources/new', presentNew(request, form));
        return;
      }
      notify(request, { kind: 'done', key: 'sources:added' });
      seeOther(response, `/sources/${added.publicId}`);
    })
    .get('sources:manage', '/sources/:source', async (request, response) => {
      await showSource(request, response, pathParameter(request, 'source'));
    })
    .post('sources:manage', '/sources/:source/pace', async (request, response) => {
      const source = pathParameter(request, 'source');
      const read = readForm(request, pace);
      if (!read.ok) return showSource(request, response.status(422), source, { pace: read.form });
      await sources.setPace(byOf(request), source, read.values);
      notify(request, { kind: 'done', key: 'sources:pace-kept' });
      seeOther(response, `/sources/${source}`);
    })
    .post('sources:manage', '/sources/:source/removal', async (request, response) => {
      const source = pathParameter(request, 'source');
      const { name } = await sources.get(source);
      const read = readForm(request, removal);
      if (!read.ok || read.values.name !== name) {
        const form = refused(request, 'name', { key: 'sources:removal.name-differs' });
        return showSource(request, response.status(422), source, { removal: form });
      }
      await sources.remove(byOf(request), source);
      notify(request, { kind: 'done', key: 'sources:removed' });
      seeOther(response, '/sources');
    })
    .post('sources:manage', '/sources/:source/folders/:folder/mapping', async (request, response) => {
      const source = pathParameter(request, 'source');
      const folder = folderId.parse(pathParameter(request, 'folder')) ?? 0;
      const read = readForm(request, mapping);
      const known = await people();
      const person = read.ok ? read.values.person : null;
      if (!read.ok || (person !== null && !known.some(({ id }) => id === person))) {
        notify(request, { kind: 'warning', key: 'sources:mapping.unknown-person' });
      } else {
        await sources.map(byOf(request), source, folder, person);
        notify(request, {
          kind: 'done',
          key: person === null ? 'sources:mapping.withdrawn' : 'sources:mapping.kept',
        });
      }
      seeOther(response, `/sources/${source}?folder=${folder}`);
    });
  return [own, shareRoutes({ ...needs, showSource }), scheduleRoutes({ ...needs, showSource })];
}
