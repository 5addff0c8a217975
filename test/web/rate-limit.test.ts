import assert from 'node:assert/strict';
import request from 'supertest';
import { createRateLimit, createRoutes } from '#web/index.ts';
import { smallApp } from '../support/web-app.ts';

const twice = () =>
  createRoutes().get(
    'public',
    '/',
    createRateLimit({ limit: 2, windowMinutes: 15 }),
    (_request, response) => {
      response.send('in');
    },
  );

describe('A rate limit', () => {
  it('refuses with 429, a page and Retry-After when it is reached', async () => {
    const { app } = await smallApp([twice()]);
    await request(app).get('/');
    assert.equal((await request(app).get('/')).status, 200);
    const answer = await request(app).get('/');
    assert.equal(answer.status, 429);
    assert.match(answer.text, /For mange forsøg/);
    assert.ok(Number(answer.get('Retry-After')) > 800);
  });

  it('is not fooled by a forged X-Forwarded-For', async () => {
    const { app } = await smallApp([twice()]);
    for (const address of ['192.0.2.1', '192.0.2.2'])
      await request(app).get('/').set('X-Forwarded-For', address);
    assert.equal((await request(app).get('/').set('X-Forwarded-For', '192.0.2.3')).status, 429);
  });

  it('holds for all pages together', async () => {
    const { app } = await smallApp([], { requestsPerMinute: 2 });
    await request(app).get('/a');
    await request(app).get('/b');
    assert.equal((await request(app).get('/c')).status, 429);
  });

  it('counts each key by itself, and only what fails if asked to', async () => {
    const login = (url: string) => new URL(url, 'http://x.invalid').searchParams.get('login') ?? '';
    const limit = createRateLimit({
      limit: 2,
      windowMinutes: 15,
      failuresOnly: true,
      key: ({ url }) => login(url),
    });
    const routes = createRoutes().get('public', '/try', limit, (request, response) => {
      response.status(request.query['right'] === undefined ? 401 : 200).send('');
    });
    const { app } = await smallApp([routes]);
    for (let index = 0; index < 4; index += 1) await request(app).get('/try?login=right&right');
    for (let index = 0; index < 2; index += 1) await request(app).get('/try?login=a');
    assert.equal((await request(app).get('/try?login=a')).status, 429);
    assert.equal((await request(app).get('/try?login=b')).status, 401);
    assert.equal((await request(app).get('/try?login=right&right')).status, 200);
  });
});
