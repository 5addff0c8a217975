import assert from 'node:assert/strict';
import request from 'supertest';
import { recordRoutes } from '#audit/index.ts';
import { smallApp, somebody, tokenIn } from '../support/web-app.ts';
import { testRecord, type TestRecord } from './record.ts';

const NAMES = new Map([
  ['person-1', 'Signe Prøvesen'],
  ['person-2', 'Bent <Eksempel>'],
]);

describe('the page of the record', () => {
  let record: TestRecord;
  beforeEach(async () => {
    record = await testRecord();
  });
  afterEach(() => record.end());

  /** `null`: nobody is signed in. */
  const visit = async (
    permissions: readonly string[] | null = ['audit:see-record'],
    language: 'da' | 'en' = 'en',
  ) => {
    const routes = recordRoutes({
      audit: record.audit,
      nameOf: (id) => Promise.resolve(NAMES.get(id) ?? null),
      addressOf: () => '192.0.2.9',
    });
    const visitor = permissions === null ? {} : { visitor: somebody(permissions, language) };
    return request.agent((await smallApp([routes], visitor)).app);
  };

  it('shows who did what, to what, from where and why', async () => {
    await record.add(1, {
      what: 'scan.value-revealed',
      purpose: 'Søgt om indsigt',
      details: { type: 'DK_CPR' },
    });
    const { text } = await (await visit()).get('/record').expect(200);
    for (const said of ['Signe Prøvesen', 'Was shown a value in clear text', 'File', 'file-1', '192.0.2.7'])
      assert.ok(text.includes(said), said);
    assert.ok(text.includes('Søgt om indsigt') && text.includes('type: DK_CPR') && text.includes('No. 1'));
  });

  it('speaks Danish', async () => {
    await record.add(1, { what: 'identity.signed-in', outcome: 'refused', on: null });
    const { text } = await (await visit(undefined, 'da')).get('/record').expect(200);
    assert.match(text, /Loggede ind[\s\S]*Afvist/);
  });

  it('puts the sight itself on the record before it is shown', async () => {
    const { text } = await (await visit()).get('/record?what=scan.queued').expect(200);
    const [newest] = await record.audit.newest(1);
    assert.equal(newest?.what, 'audit.searched');
    assert.deepEqual(newest.who, { kind: 'person', id: 'person-1' });
    assert.equal(newest.from, '192.0.2.9');
    assert.deepEqual(newest.details, { deed: 'scan.queued', before: null });
    assert.match(text, /Nothing on the record/);
  });

  it('escapes what people have written', async () => {
    await record.add(1, {
      who: { kind: 'person', id: 'person-2' },
      purpose: '<script>alert(1)</script>',
      details: { '<b>': '<i>' },
    });
    const { text } = await (await visit()).get('/record').expect(200);
    assert.ok(text.includes('Bent &lt;Eksempel&gt;'));
    assert.ok(!text.includes('<script>alert') && !text.includes('<i>') && !text.includes('<b>'));
  });

  it('names the appliance, the console, strangers and people who are gone', async () => {
    await record.add(1, { who: { kind: 'job', id: '7' } });
    await record.add(1, { who: { kind: 'console' } });
    await record.add(1, { who: { kind: 'nobody' } });
    await record.add(1, { who: { kind: 'person', id: 'person-99' }, on: { kind: 'person', id: 'person-2' } });
    const { text } = await (await visit()).get('/record').expect(200);
    for (const said of ['The appliance itself', 'The console', 'Not signed in', 'Unknown person'])
      assert.ok(text.includes(said), said);
  });

  it('has words for weights of risk and lists of names', async () => {
    await record.add(1, { what: 'scan.weights-changed', on: { kind: 'risk-weights', id: '2' } });
    await record.add(1, { what: 'rules.names-added', on: { kind: 'name-list', id: 'list-1' } });
    const { text } = await (await visit()).get('/record').expect(200);
    for (const said of ['Weights of risk, version', 'List of names']) assert.ok(text.includes(said), said);
  });

  it('leaves out a detail that has nothing in it', async () => {
    await record.add(1, { what: 'scan.list-seen', details: { scope: 'company', filters: '' } });
    const { text } = await (await visit()).get('/record').expect(200);
    assert.ok(text.includes('scope: company') && !text.includes('filters'));
  });

  it('shows a kind of thing that it has no word for by its name', async () => {
    await record.db.write((tx) =>
      record.audit.append(tx, {
        ...{ who: { kind: 'console' }, from: null, purpose: null, outcome: 'done', details: {} },
        what: 'scan.queued',
        on: { kind: 'balloon', id: 'b-1' },
      }),
    );
    const { text } = await (await visit()).get('/record').expect(200);
    assert.ok(text.includes('balloon'));
  });

  it('goes from page to page without losing or repeating an entry', async () => {
    await record.add(120);
    const agent = await visit();
    const seen: string[] = [];
    let address: string | undefined = '/record';
    while (address !== undefined) {
      const { text }: { text: string } = await agent.get(address).expect(200);
      seen.push(...[...text.matchAll(/No\. (\d+)/g)].map(([, number]) => number ?? ''));
      address = /rel="next" href="([^"]+)"/.exec(text)?.[1]?.replaceAll('&amp;', '&');
    }
    // The first sight is on the first page; the later ones are newer than where the reader began.
    assert.deepEqual(
      seen,
      Array.from({ length: 121 }, (_, index) => String(121 - index)),
    );
  });

  it('keeps the chosen deed from page to page', async () => {
    await record.add(60, { what: 'scan.queued' });
    await record.add(60, { what: 'scan.ended' });
    const { text } = await (await visit()).get('/record?what=scan.queued').expect(200);
    assert.match(text, /rel="next" href="\/record\?what=scan\.queued&amp;before=11"/);
    assert.ok(!/data-label="What">\s*Ended a scan/.test(text));
  });

  for (const query of [
    'what=nonsense',
    'before=-3',
    'before=1e999',
    'before=x&what[]=a',
    'before=1&before=2',
  ]) {
    it(`takes ?${query} as not said`, async () => {
      await record.add(1);
      assert.match((await (await visit()).get(`/record?${query}`).expect(200)).text, /Signe Prøvesen/);
    });
  }

  it('shows that an entry cannot be read', async () => {
    await record.add(3);
    await record.tamper('DELETE FROM audit_contents WHERE sequence = 2');
    assert.match((await (await visit()).get('/record').expect(200)).text, /Cannot be read/);
  });

  it('shows an entry whose time is nonsense', async () => {
    await record.add(2);
    await record.tamper("UPDATE audit_entries SET at = 'noon' WHERE sequence = 2");
    assert.match((await (await visit()).get('/record').expect(200)).text, /Unknown time/);
  });

  it('sends a stranger to sign in', async () => {
    await (await visit(null)).get('/record').expect(303);
  });

  it('is refused without the permission, and nothing is said of it', async () => {
    await record.add(1);
    const { text } = await (await visit(['scan:see-own'])).get('/record').expect(403);
    assert.ok(!text.includes('file-1'));
  });

  describe('asked to verify', () => {
    const verify = async (permissions?: readonly string[]) => {
      const agent = await visit(permissions);
      const token = tokenIn((await agent.get('/record')).text);
      await agent.post('/record/verifications').type('form').send({ _csrf: token }).expect(303);
      return (await agent.get('/record').expect(200)).text;
    };

    it('tells that the record is whole, with its head, and puts it on the record', async () => {
      await record.add(2);
      assert.match(
        await verify(),
        /The record is whole: 3 entries\. Write its last hash down: ([0-9a-f]{8} ?){8}\b/,
      );
      const entries = await record.audit.newest(5);
      assert.deepEqual(
        entries.map(({ what }) => what),
        ['audit.searched', 'audit.verified', 'audit.searched', 'scan.file-seen', 'scan.file-seen'],
      );
    });

    it('tells where the record is broken', async () => {
      await record.add(3);
      await record.tamper('UPDATE audit_entries SET at = 1 WHERE sequence = 2');
      assert.match(await verify(), /broken at no\. 2: its time, its place or its hash was changed/);
    });

    it('refuses a request without a token', async () => {
      await (await visit()).post('/record/verifications').expect(403);
      assert.deepEqual(await record.audit.newest(5), []);
    });

    it('refuses somebody without the permission', async () => {
      await (await visit(['scan:see-own'])).post('/record/verifications').expect(403);
    });
  });
});
