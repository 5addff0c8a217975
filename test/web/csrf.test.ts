import assert from 'node:assert/strict';
import request from 'supertest';
import { demoRoutes } from '../support/web-demo.ts';
import { smallApp, tokenIn } from '../support/web-app.ts';

const filled = { name: 'Signe', mail: 'signe@example.com', role: 'staff', password: 'lang og hemmelig' };

async function formWithSession() {
  const { app } = await smallApp([demoRoutes()]);
  const agent = request.agent(app);
  const token = tokenIn((await agent.get('/demo/form')).text);
  return { agent, token };
}

describe('A posted form', () => {
  it('is accepted with the token of its session', async () => {
    const { agent, token } = await formWithSession();
    const answer = await agent
      .post('/demo/form')
      .type('form')
      .send({ ...filled, _csrf: token });
    assert.equal(answer.status, 303);
  });

  it('is accepted with the token in the header, as htmx sends it', async () => {
    const { agent, token } = await formWithSession();
    const answer = await agent.post('/demo/form').set('X-CSRF-Token', token).type('form').send(filled);
    assert.equal(answer.status, 303);
  });

  it('is refused without a token', async () => {
    const { agent } = await formWithSession();
    assert.equal((await agent.post('/demo/form').type('form').send(filled)).status, 403);
  });

  it('is refused with the token of another session', async () => {
    const { agent } = await formWithSession();
    const { token } = await formWithSession();
    const answer = await agent
      .post('/demo/form')
      .type('form')
      .send({ ...filled, _csrf: token });
    assert.equal(answer.status, 403);
  });

  it('is refused when it has neither session nor token', async () => {
    const { app } = await smallApp([demoRoutes()]);
    assert.equal((await request(app).post('/demo/form').type('form').send(filled)).status, 403);
  });

  for (const site of ['cross-site', 'same-site']) {
    it(`is refused from another origin (Sec-Fetch-Site: ${site}), even with the token`, async () => {
      const { agent, token } = await formWithSession();
      const answer = await agent
        .post('/demo/form')
        .set('Sec-Fetch-Site', site)
        .type('form')
        .send({ ...filled, _csrf: token });
      assert.equal(answer.status, 403);
    });
  }

  for (const origin of ['https://elsewhere.example', 'null']) {
    it(`is refused when an old browser names another origin (${origin})`, async () => {
      const { agent, token } = await formWithSession();
      const answer = await agent
        .post('/demo/form')
        .set('Origin', origin)
        .type('form')
        .send({ ...filled, _csrf: token });
      assert.equal(answer.status, 403);
    });
  }

  it('is accepted from the origin itself', async () => {
    const { agent, token } = await formWithSession();
    const answer = await agent
      .post('/demo/form')
      .set({
        Host: 'appliance.example',
        Origin: 'https://appliance.example',
        'Sec-Fetch-Site': 'same-origin',
      })
      .type('form')
      .send({ ...filled, _csrf: token });
    assert.equal(answer.status, 303);
  });

  it('is refused when no session middleware runs at all', async () => {
    const { app } = await smallApp([demoRoutes()], { sessionMiddleware: [] });
    assert.equal((await request(app).post('/demo/form').type('form').send(filled)).status, 403);
  });

  it('larger than 64 kB is refused with 413', async () => {
    const { agent, token } = await formWithSession();
    const answer = await agent
      .post('/demo/form')
      .type('form')
      .send({ _csrf: token, name: 'x'.repeat(70_000) });
    assert.equal(answer.status, 413);
    assert.match(answer.text, /for meget på én gang/);
  });
});

describe('A stranger', () => {
  it('begins a session by loading a page with a form', async () => {
    const { app } = await smallApp([demoRoutes()]);
    assert.match(String((await request(app).get('/demo/form')).get('Set-Cookie')), /session=/);
  });

  it('begins no session by asking for what is not there', async () => {
    const { app } = await smallApp([demoRoutes()]);
    assert.equal((await request(app).get('/nothing')).get('Set-Cookie'), undefined);
  });
});
