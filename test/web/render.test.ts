import assert from 'node:assert/strict';
import request from 'supertest';
import { createRoutes, notify, page, seeOther } from '#web/index.ts';
import { demoNavigation, demoRoutes } from '../support/web-demo.ts';
import { smallApp, somebody, tokenIn } from '../support/web-app.ts';

const plain = (text: string) =>
  createRoutes().get('public', '/plain', (request, response) =>
    page(request, response, 'demo/plain', { title: 'Plain', text }),
  );

describe('A page', () => {
  it('comes within the layout', async () => {
    const { app } = await smallApp([plain('hello')]);
    const { text } = await request(app).get('/plain');
    assert.match(text, /^<!doctype html>/);
    assert.match(text, /<p id="plain">hello<\/p>/);
  });

  it('comes alone when htmx wants a part', async () => {
    const { app } = await smallApp([plain('hello')]);
    const { text } = await request(app)
      .get('/plain')
      .set({ 'HX-Request': 'true', 'HX-Request-Type': 'partial' });
    assert.equal(text.trim(), '<p id="plain">hello</p>');
  });

  for (const header of [{ 'HX-Request-Type': 'full' }, { 'HX-History-Restore-Request': 'true' }]) {
    it(`comes whole when htmx says ${Object.keys(header).join()}`, async () => {
      const { app } = await smallApp([plain('hello')]);
      const { text } = await request(app)
        .get('/plain')
        .set({ 'HX-Request': 'true', ...header });
      assert.match(text, /^<!doctype html>/);
    });
  }

  it('escapes what it shows', async () => {
    const { app } = await smallApp([plain('<script>"&\'')]);
    const { text } = await request(app).get('/plain');
    assert.match(text, /<p id="plain">&lt;script&gt;&#34;&amp;&#39;<\/p>/);
  });

  it('refuses a model that would hide a word of the layout', async () => {
    const routes = createRoutes().get('public', '/', (request, response) =>
      page(request, response, 'demo/plain', { title: 'Plain', text: '', csrf: 'mine' }),
    );
    const { app, lines } = await smallApp([routes]);
    assert.equal((await request(app).get('/')).status, 500);
    assert.ok(lines.some((line) => line.message === 'request failed'));
  });

  it('with every part of the layout renders in both languages', async () => {
    const { app } = await smallApp([demoRoutes()], {
      visitor: somebody(['people:see']),
      navigation: demoNavigation,
    });
    assert.match((await request(app).get('/').set('Accept-Language', 'da')).text, /48\.211/);
    assert.match((await request(app).get('/').set('Accept-Language', 'en')).text, /48,211/);
  });

  it('shows the company and the person', async () => {
    const { app } = await smallApp([plain('')], { visitor: somebody(), company: () => 'Nordlys & Søn' });
    const { text } = await request(app).get('/plain');
    assert.match(text, /Nordlys &amp; Søn/);
    assert.match(text, /Signe Prøvesen/);
  });
});

describe('A notice', () => {
  it('is on the next page, once', async () => {
    const { app } = await smallApp([demoRoutes()]);
    const agent = request.agent(app);
    const _csrf = tokenIn((await agent.get('/demo/form')).text);
    const filled = { name: 'Bo & Co', mail: 'bo@example.com', role: 'staff', password: 'lang og hemmelig' };
    await agent
      .post('/demo/form')
      .type('form')
      .send({ ...filled, _csrf });
    const first = (await agent.get('/demo/form')).text;
    assert.match(first, /Formularen er gemt for Bo &amp; Co\./);
    assert.doesNotMatch((await agent.get('/demo/form')).text, /Formularen er gemt/);
  });

  it('waits while htmx fetches parts', async () => {
    const routes = plain('').get('public', '/say', (request, response) => {
      notify(request, { kind: 'note', key: 'demo:saved', values: { name: 'Bo' } });
      seeOther(response, '/plain');
    });
    const agent = request.agent((await smallApp([routes])).app);
    await agent.get('/say');
    await agent.get('/plain').set('HX-Request', 'true');
    assert.match((await agent.get('/plain')).text, /gemt for Bo/);
  });
});

describe('seeOther', () => {
  const going = (url: string) =>
    createRoutes().get('public', '/go', (_request, response) => {
      seeOther(response, url);
    });

  it('answers 303', async () => {
    const answer = await request((await smallApp([going('/files?page=2')])).app).get('/go');
    assert.equal(answer.status, 303);
    assert.equal(answer.get('Location'), '/files?page=2');
  });

  it('tells htmx by header', async () => {
    const answer = await request((await smallApp([going('/files')])).app)
      .get('/go')
      .set('HX-Request', 'true');
    assert.equal(answer.status, 200);
    assert.equal(answer.get('HX-Redirect'), '/files');
  });

  it('never leaves the appliance', async () => {
    const answer = await request((await smallApp([going('//elsewhere.example')])).app).get('/go');
    assert.equal(answer.status, 500);
    assert.equal(answer.get('Location'), undefined);
  });
});
