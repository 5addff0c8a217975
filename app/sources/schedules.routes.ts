import { createRoutes, notify, pathParameter, readForm, seeOther, type Routes } from '#web/index.ts';
import { byOf } from './by.routes.ts';
import { schedule } from './schedules.schema.ts';
import type { Schedules } from './schedules.service.ts';
import type { ShowSource } from './source-page.routes.ts';

/** When a source is scanned: its schedule, and the pause that anybody's complaint about a slow drive asks for. */
export function scheduleRoutes(needs: { schedules: Schedules; showSource: ShowSource }): Routes {
  const { schedules, showSource } = needs;
  return createRoutes()
    .post('sources:manage', '/sources/:source/schedule', async (request, response) => {
      const source = pathParameter(request, 'source');
      const read = readForm(request, schedule);
      if (!read.ok) return showSource(request, response.status(422), source, { schedule: read.form });
      await schedules.set(byOf(request), source, read.values);
      notify(request, { kind: 'done', key: 'sources:schedule.kept' });
      seeOther(response, `/sources/${source}`);
    })
    .post('sources:manage', '/sources/:source/pause', async (request, response) => {
      const source = pathParameter(request, 'source');
      await schedules.pause(byOf(request), source);
      notify(request, { kind: 'done', key: 'sources:schedule.paused' });
      seeOther(response, `/sources/${source}`);
    })
    .post('sources:manage', '/sources/:source/resumption', async (request, response) => {
      const source = pathParameter(request, 'source');
      await schedules.resume(byOf(request), source);
      notify(request, { kind: 'done', key: 'sources:schedule.resumed' });
      seeOther(response, `/sources/${source}`);
    });
}
