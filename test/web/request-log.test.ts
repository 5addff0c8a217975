import assert from 'node:assert/strict';
import request from 'supertest';
import { createRoutes } from '#web/index.ts';
import { smallApp } from '../support/web-app.ts';

describe('The line of a request in the log', () => {
  it('names the pattern of the route, never the address', async () => {
    const routes = createRoutes().get(
      'public',
      '/files/:id',
      (_request, response) => void response.send('file'),
    );
    const { app, lines } = await smallApp([routes]);
    const answer = await request(app).get('/files/loen-anders?q=0101901234');
    assert.deepEqual(lines, [
      {
        level: 'info',
        message: 'request',
        fields: {
          requestId: answer.get('X-Request-Id'),
          method: 'GET',
          route: '/files/:id',
          status: 200,
          ms: 0,
        },
      },
    ]);
  });

  it('says "none" where no route answered', async () => {
    const { app, lines } = await smallApp([]);
    await request(app).get('/anders-and');
    assert.equal(lines.length, 1);
    assert.match(JSON.stringify(lines), /"route":"none"/);
  });

  it('has another id for each request', async () => {
    const { app } = await smallApp([]);
    const ids = [await request(app).get('/'), await request(app).get('/')].map((answer) =>
      answer.get('X-Request-Id'),
    );
    assert.notEqual(ids[0], ids[1]);
  });
});
