import supertest from 'supertest';
import { coverageRoutes, passwordRoutes, scanRoutes, weightRoutes } from '#scan/index.ts';
import { sourceRoutes } from '#sources/index.ts';
import type { Visitor } from '#web/index.ts';
import type { ScanRoom } from './scan-room.ts';
import { smallApp, somebody, tokenIn } from './web-app.ts';

/** The pages of scans and sources over a room, as one visitor's browser sees them; null: nobody has signed in. */
export interface Pages {
  get(path: string): Promise<supertest.Response>;
  /** Sends a form with the token of this browser's session. */
  post(path: string, fields?: Record<string, string>): Promise<supertest.Response>;
  /** Sends a form as another site would have it sent: without a token. */
  postWithoutToken(path: string): Promise<supertest.Response>;
}

export async function pagesFor(room: ScanRoom, visitor: Visitor | null): Promise<Pages> {
  const { sources, shares, schedules, scans, insight, clock, risk, riskPreview: preview } = room;
  const lastRunOf = async (sourceId: number) => {
    const run = await scans.newestOf(sourceId);
    if (run === null) return null;
    const { publicId, state, endedAt, problem, tally } = run;
    return {
      publicId,
      state,
      endedAt,
      problem,
      files: endedAt === null ? Math.max(tally.expected ?? 0, tally.seen) : tally.seen,
    };
  };
  const people = () => Promise.resolve([{ id: 'person-1', name: 'Signe Prøvesen' }]);
  const { app } = await smallApp(
    [
      ...sourceRoutes({ sources, shares, schedules, lastRunOf, people }),
      scanRoutes({ insight, scans, sources, schedules, clock }),
      coverageRoutes({ coverage: room.coverage }),
      passwordRoutes({
        passwords: room.passwords,
        coverage: room.coverage,
        nameOf: () => Promise.resolve('Signe Prøvesen'),
      }),
      weightRoutes({ risk, preview, nameOf: () => Promise.resolve('Signe Prøvesen') }),
    ],
    visitor === null ? {} : { visitor },
  );
  const agent = supertest.agent(app);
  const headers = { 'Accept-Language': 'en', 'Sec-Fetch-Site': 'same-origin' };
  return {
    get: async (path) => agent.get(path).set(headers),
    async post(path, fields = {}) {
      // Every page of somebody who is signed in has the form that signs out.
      const page = await agent.get('/files').set(headers);
      const token = page.status === 200 ? tokenIn(page.text) : '';
      return agent
        .post(path)
        .set(headers)
        .type('form')
        .send({ ...fields, _csrf: token });
    },
    async postWithoutToken(path) {
      await agent.get('/files').set(headers);
      return agent.post(path).set(headers).type('form').send({});
    },
  };
}

/** May do what the creator of an appliance may (identity/permissions.ts). */
export const creator: Visitor = somebody(
  [
    'scan:see-own',
    'scan:see-company',
    'scan:reveal',
    'scan:run',
    'scan:passwords',
    'scan:weigh',
    'sources:manage',
  ],
  'en',
);

/** May do what staff may. */
export const staff: Visitor = somebody(['scan:see-own', 'scan:reveal'], 'en');
