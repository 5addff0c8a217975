import assert from 'node:assert/strict';
import supertest from 'supertest';
import { LARGE_RULE_FORMS, ruleRoutes } from '#rules/index.ts';
import type { Visitor } from '#web/index.ts';
import { scanRoom, type ScanRoom } from '../support/scan-room.ts';
import { smallApp, somebody, tokenIn } from '../support/web-app.ts';
import { rulesRoom, type RulesRoom } from './rules-room.ts';

const ADMINISTRATOR = somebody(['rules:manage', 'scan:run'], 'en');
const STAFF = somebody(['scan:see-own', 'scan:reveal'], 'en');

const PAGES = ['', '/new', '/allowed', '/built-in', '/names', '/versions', '/draft'];
const DEEDS = [
  '/own',
  '/own/FALK',
  '/own/FALK/removal',
  '/allowed',
  '/allowed/places',
  '/allowed/A1/removal',
  '/built-in',
  '/built-in/phrases',
  '/built-in/phrases/removal',
  '/names',
  '/names/mentions',
  '/names/x/removal',
  '/draft/trial',
  '/draft/discarding',
  '/versions',
  '/versions/1/restoration',
  '/scans',
];
const RULE = { title: 'Falk', kind: 'words', words: 'Falk', category: 'ordinary', atLeast: '1' };

describe('the pages of rules', () => {
  let room: RulesRoom;
  let scans: ScanRoom;
  beforeEach(async () => {
    [room, scans] = [await rulesRoom(), await scanRoom()];
  });
  afterEach(async () => {
    await room.close();
    await scans.close();
  });

  const browser = async (visitor: Visitor | null) => {
    const routes = ruleRoutes({
      rules: room.rules,
      names: room.names,
      trials: scans.trials,
      mentions: scans.mentions,
      sources: scans.sources,
      scans: scans.scans,
      nameOf: () => Promise.resolve('Signe Prøvesen'),
    });
    const { app } = await smallApp(routes, {
      largeForms: LARGE_RULE_FORMS,
      ...(visitor === null ? {} : { visitor }),
    });
    const agent = supertest.agent(app);
    const headers = { 'Accept-Language': 'en', 'Sec-Fetch-Site': 'same-origin' };
    return {
      get: async (path: string) => agent.get(`/rules${path}`).set(headers),
      post: async (path: string, fields: Record<string, string> = {}) => {
        const page = await agent.get('/rules').set(headers);
        const token = page.status === 200 ? tokenIn(page.text) : '';
        const form = { ...fields, _csrf: token };
        return agent.post(`/rules${path}`).set(headers).type('form').send(form);
      },
      postWithoutToken: async (path: string) =>
        agent.post(`/rules${path}`).set(headers).type('form').send({}),
    };
  };

  it('are there for the administrator', async () => {
    const { get } = await browser(ADMINISTRATOR);
    for (const path of PAGES) assert.equal((await get(path)).status, 200, path);
  });

  it('are refused to staff', async () => {
    const { get } = await browser(STAFF);
    for (const path of PAGES) assert.equal((await get(path)).status, 403, path);
  });

  it('send who is not signed in to sign in', async () => {
    const { get } = await browser(null);
    for (const path of PAGES) assert.equal((await get(path)).status, 303, path);
  });

  it('take no deed without the token of their session, nor one of staff', async () => {
    const [administrator, staff] = [await browser(ADMINISTRATOR), await browser(STAFF)];
    await administrator.get('');
    for (const path of DEEDS) {
      assert.equal((await administrator.postWithoutToken(path)).status, 403, path);
      assert.equal((await staff.postWithoutToken(path)).status, 403, path);
    }
    assert.equal((await room.rules.state()).draft, null);
  });

  it('put a rule into the draft', async () => {
    const { post } = await browser(ADMINISTRATOR);
    const { status, headers } = await post('/own', RULE);
    assert.deepEqual([status, headers['location']], [303, '/rules']);
    const { set } = await room.rules.state();
    assert.deepEqual(
      set.rules.map(({ title, kind }) => [title, kind]),
      [['Falk', 'keyword']],
    );
  });

  it('take a list of ten thousand words', async () => {
    const { post } = await browser(ADMINISTRATOR);
    const words = Array.from({ length: 10_000 }, (_, index) => `opdigtet-ord-${index}`).join('\r\n');
    assert.equal((await post('/own', { ...RULE, words })).status, 303);
    const [rule] = (await room.rules.state()).set.rules;
    assert.equal(rule?.kind === 'words' && rule.words.length, 10_000);
  });

  it('take no form of that size anywhere else', async () => {
    const { post } = await browser(ADMINISTRATOR);
    assert.equal((await post('/versions', { reason: 'x'.repeat(100_000) })).status, 413);
  });

  it('show what is wrong with a rule, with what was typed', async () => {
    const { post } = await browser(ADMINISTRATOR);
    const { status, text } = await post('/own', { ...RULE, title: '', words: 'Tårnugle' });
    assert.deepEqual([status, text.includes('Tårnugle'), text.includes('is-invalid')], [422, true, true]);
  });

  it('escape what is in a rule', async () => {
    const { post, get } = await browser(ADMINISTRATOR);
    await post('/own', { ...RULE, title: '<script>x</script>', words: '"><img src=x>' });
    for (const path of ['', '/draft']) {
      const { text } = await get(path);
      assert.ok(!text.includes('<script>x') && !text.includes('<img src=x'));
      assert.ok(text.includes('&lt;script&gt;x'));
    }
  });

  it('know no rule, list or version that is not there', async () => {
    const { get, post } = await browser(ADMINISTRATOR);
    assert.equal((await get('/own/NONE')).status, 404);
    for (const [path, fields] of [
      ['/own/NONE', RULE],
      ['/own/NONE/removal', {}],
      ['/names/none/removal', {}],
      ['/versions/9/restoration', { reason: 'som aftalt' }],
    ] as const)
      assert.equal((await post(path, { ...fields })).status, 404, path);
  });

  it('take nothing into use without a reason', async () => {
    const { post } = await browser(ADMINISTRATOR);
    await post('/own', RULE);
    assert.equal((await post('/versions', { reason: 'nu', seen: '0' })).status, 422);
    assert.equal(room.rules.inForce().print, null);
  });

  it('take nothing into use that is as it was', async () => {
    const { post } = await browser(ADMINISTRATOR);
    assert.equal((await post('/versions', { reason: 'som aftalt', seen: '0' })).status, 409);
  });

  it('take a domain that is one, and refuse what is not', async () => {
    const { post } = await browser(ADMINISTRATOR);
    const domain = { kind: 'domain', types: '', reason: 'vores egen' };
    assert.equal((await post('/allowed', { ...domain, what: 'firma' })).status, 422);
    assert.equal((await post('/allowed', { ...domain, what: 'info@firma.dk' })).status, 303);
    const { allowances } = (await room.rules.state()).set;
    assert.deepEqual(
      allowances.map((one) => one.kind === 'domain' && one.domain),
      ['firma.dk'],
    );
  });

  it('allow no place of a source that is not there', async () => {
    const { post } = await browser(ADMINISTRATOR);
    const place = { source: '4711', folder: 'Breve', types: '', reason: 'opdigtet' };
    assert.equal((await post('/allowed/places', place)).status, 422);
  });

  it('never show who is on a list of names', async () => {
    const { get, post } = await browser(ADMINISTRATOR);
    await post('/names', { title: 'Ansatte', kind: 'employees', people: 'Mette Prøvesen' });
    const { text } = await get('/names');
    assert.deepEqual([text.includes('Ansatte'), text.includes('Mette')], [true, false]);
  });

  it('find the files that mention somebody by what a list says of them', async () => {
    const { post } = await browser(ADMINISTRATOR);
    scans.file('HR/a.txt', 'svar til mette@example.dk');
    scans.file('b.txt', 'svar til anna@example.dk');
    await scans.scan();
    await post('/names', {
      title: 'Ansatte',
      kind: 'employees',
      people: 'Navn;E-mail\nMette Prøvesen;mette@example.dk',
    });
    const { text } = await post('/names/mentions', { who: 'Prøvesen, Mette' });
    assert.deepEqual([text.includes('a.txt'), text.includes('b.txt')], [true, false]);
    const [entry] = await scans.audit.newest(1);
    assert.deepEqual([entry?.what, entry?.details['files']], ['scan.person-looked-up', 1]);
    assert.doesNotMatch(JSON.stringify(entry), /Mette|mette/);
  });

  it('look nobody up by a letter or two', async () => {
    const { post } = await browser(ADMINISTRATOR);
    assert.equal((await post('/names/mentions', { who: 'M' })).status, 422);
  });

  it('show the lists behind the special categories', async () => {
    const { get } = await browser(ADMINISTRATOR);
    assert.match((await get('/built-in')).text, /sygemeldt/);
  });

  it('put what the administrator looked at on the record', async () => {
    const { get } = await browser(ADMINISTRATOR);
    await get('/allowed');
    const [entry] = await room.audit.newest(1);
    assert.deepEqual([entry?.what, entry?.details['part']], ['rules.seen', 'allowed']);
  });
});
