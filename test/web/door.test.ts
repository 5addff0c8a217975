import assert from 'node:assert/strict';
import request from 'supertest';
import { createRoutes } from '#web/index.ts';
import type { Handler } from '#web/index.ts';
import { somebody, smallApp, tokenIn } from '../support/web-app.ts';
import { demoRoutes } from '../support/web-demo.ts';

const hello: Handler = (_request, response) => void response.send('inside');
const routes = () =>
  createRoutes()
    .get('signed-in', '/files/:id', hello)
    .get('people:see', '/people', hello)
    .post('people:change', '/people', hello);

describe('The door of a route', () => {
  it('sends a stranger to the sign-in page, and remembers where they were going', async () => {
    const { app } = await smallApp([routes()]);
    const answer = await request(app).get('/files/7?page=2');
    assert.equal(answer.status, 303);
    assert.equal(answer.get('Location'), '/sign-in?next=%2Ffiles%2F7%3Fpage%3D2');
  });

  it('tells htmx by header to go to the sign-in page, and back to the page that the person is on', async () => {
    const { app } = await smallApp([routes()]);
    const answer = await request(app)
      .get('/files/7')
      .set({ 'HX-Request': 'true', 'HX-Current-URL': 'https://appliance.example/overview?tab=1' });
    assert.equal(answer.status, 401);
    assert.equal(answer.get('HX-Redirect'), '/sign-in?next=%2Foverview%3Ftab%3D1');
  });

  it('refuses the deed of a stranger with 401', async () => {
    const { app } = await smallApp([routes(), demoRoutes()]);
    const agent = request.agent(app);
    const token = tokenIn((await agent.get('/demo/form')).text);
    assert.equal((await agent.post('/people').type('form').send({ _csrf: token })).status, 401);
  });

  it('lets in everybody who is signed in, where that is enough', async () => {
    const { app } = await smallApp([routes()], { visitor: somebody() });
    assert.equal((await request(app).get('/files/7')).text, 'inside');
  });

  it('refuses with 403 who lacks the permission', async () => {
    const { app } = await smallApp([routes()], { visitor: somebody(['files:see']) });
    const answer = await request(app).get('/people');
    assert.equal(answer.status, 403);
    assert.doesNotMatch(answer.text, /inside/);
  });

  it('lets in who has the permission', async () => {
    const { app } = await smallApp([routes()], { visitor: somebody(['people:see']) });
    assert.equal((await request(app).get('/people')).text, 'inside');
  });

  it('stands before HEAD as before GET', async () => {
    const { app } = await smallApp([routes()]);
    assert.equal((await request(app).head('/people')).status, 303);
  });
});

describe('Routes', () => {
  it('can be listed, each with its door', async () => {
    const app = await smallApp([routes()]);
    assert.deepEqual(app.routes.slice(1), [
      { method: 'GET', path: '/files/:id', door: 'signed-in' },
      { method: 'GET', path: '/people', door: 'people:see' },
      { method: 'POST', path: '/people', door: 'people:change' },
    ]);
  });

  it('cannot be mounted twice in one room', () => {
    assert.throws(() => routes().get('public', '/people', hello), /mounted twice/);
  });

  it('cannot be mounted twice in two rooms', async () => {
    await assert.rejects(smallApp([routes(), routes()]), /mounted twice/);
  });
});
