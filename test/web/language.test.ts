import assert from 'node:assert/strict';
import request from 'supertest';
import type { Language } from '#web/index.ts';
import { demoRoutes } from '../support/web-demo.ts';
import { smallApp, somebody, tokenIn } from '../support/web-app.ts';

const languageOf = (html: string) => /<html lang="(\w+)"/.exec(html)?.[1];

describe('The language of a page', () => {
  it('is Danish when nobody says anything', async () => {
    const { app } = await smallApp([demoRoutes()]);
    assert.equal(languageOf((await request(app).get('/demo/form')).text), 'da');
  });

  it('is what the browser asks for, when it is one of ours', async () => {
    const { app } = await smallApp([demoRoutes()]);
    const { text } = await request(app)
      .get('/demo/form')
      .set('Accept-Language', 'de;q=0.9, en-GB;q=0.8, da;q=0.2');
    assert.equal(languageOf(text), 'en');
  });

  it('is Danish when the browser asks for others only', async () => {
    const { app } = await smallApp([demoRoutes()]);
    assert.equal(languageOf((await request(app).get('/demo/form').set('Accept-Language', 'de')).text), 'da');
  });

  it('is what the switch was set to, whatever the browser asks for', async () => {
    const { app } = await smallApp([demoRoutes()]);
    const agent = request.agent(app);
    const _csrf = tokenIn((await agent.get('/demo/form')).text);
    const answer = await agent
      .post('/language')
      .type('form')
      .send({ _csrf, language: 'en', next: '/demo/form?a=1' });
    assert.equal(answer.status, 303);
    assert.equal(answer.get('Location'), '/demo/form?a=1');
    assert.equal(languageOf((await agent.get('/demo/form').set('Accept-Language', 'da')).text), 'en');
  });

  it("is the person's own choice before all else", async () => {
    const { app } = await smallApp([demoRoutes()], { visitor: somebody([], 'da') });
    const { text } = await request(app)
      .get('/demo/form')
      .set({ Cookie: 'language=en', 'Accept-Language': 'en' });
    assert.equal(languageOf(text), 'da');
  });
});

describe('The language switch', () => {
  async function switched(fields: Record<string, string>, remembered: Language[] = []) {
    const { app } = await smallApp([demoRoutes()], {
      visitor: somebody(),
      rememberLanguage: (_request, language) => void remembered.push(language),
    });
    const agent = request.agent(app);
    const _csrf = tokenIn((await agent.get('/demo/form')).text);
    return agent
      .post('/language')
      .type('form')
      .send({ ...fields, _csrf });
  }

  it('goes home when the page to go back to is elsewhere', async () => {
    const answer = await switched({ language: 'en', next: '//elsewhere.example' });
    assert.equal(answer.get('Location'), '/');
  });

  it('refuses a language that is not one of ours', async () => {
    assert.equal((await switched({ language: 'xx' })).status, 400);
  });

  it('hands the choice of a signed-in person on, to be kept with them', async () => {
    const remembered: Language[] = [];
    await switched({ language: 'en' }, remembered);
    assert.deepEqual(remembered, ['en']);
  });
});
