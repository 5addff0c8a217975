import assert from 'node:assert/strict';
import {
  creator,
  identityRoom,
  roomWithCreator,
  type Browser,
  type IdentityRoom,
} from '../support/identity-room.ts';
import { tokenIn } from '../support/web-app.ts';

describe('The set-up page', () => {
  let room: IdentityRoom;
  let browser: Browser;
  const form = (changes: Readonly<Record<string, string>> = {}) => ({
    code: room.identity.setUpCode ?? '',
    company: creator.company,
    name: creator.name,
    email: creator.email,
    password: creator.password,
    passwordAgain: creator.password,
    language: 'en',
    ...changes,
  });

  beforeEach(async () => {
    room = await identityRoom();
    browser = room.browser();
  });
  afterEach(() => room.close());

  it('is where every page leads before there is a creator', async () => {
    for (const path of ['/', '/sign-in', '/people', '/join', '/whole-company', '/nothing-there']) {
      const answer = await browser.get(path);
      assert.deepEqual([path, answer.status, answer.headers['location']], [path, 303, '/set-up']);
    }
  });

  it('is the only deed before there is a creator', async () => {
    const answer = await browser.send('/set-up', '/sign-in', { login: 'a', password: 'b' });
    assert.equal(answer.headers['location'], '/set-up');
  });

  it('makes the creator, signs her in and leads to the front page', async () => {
    const answer = await browser.send('/set-up', '/set-up', form());
    assert.deepEqual([answer.status, answer.headers['location']], [303, '/']);
    assert.equal((await browser.get('/whole-company')).text, 'the company');
  });

  it('takes a code that is typed in small letters, with spaces', async () => {
    const code = room.identity.setUpCode?.toLowerCase().replaceAll('-', ' ') ?? '';
    assert.equal((await browser.send('/set-up', '/set-up', form({ code }))).status, 303);
  });

  it('refuses a wrong code, says what to do, and puts it on the record', async () => {
    const answer = await browser.send('/set-up', '/set-up', form({ code: '00000-00000-00000-00000' }));
    assert.equal(answer.status, 422);
    assert.match(answer.text, /The code does not fit/);
    assert.deepEqual(await room.deeds(), ['identity.set-up refused']);
  });

  it('shows what was typed again, the code too, but never a password', async () => {
    const answer = await browser.send('/set-up', '/set-up', form({ passwordAgain: 'something else' }));
    assert.match(answer.text, /value="Karen Skabersen"/);
    assert.doesNotMatch(answer.text, /bænk hvalros|something else/);
    assert.ok(answer.text.includes(`value="${room.identity.setUpCode ?? '-'}"`));
  });

  it('refuses passwords that differ', async () => {
    const answer = await browser.send(
      '/set-up',
      '/set-up',
      form({ passwordAgain: 'bænk hvalros lygte elleve' }),
    );
    assert.equal(answer.status, 422);
    assert.match(answer.text, /The two passwords differ/);
  });

  it("refuses a password that is the company's name and a number", async () => {
    const password = 'Prøvefirma2026';
    const answer = await browser.send('/set-up', '/set-up', form({ password, passwordAgain: password }));
    assert.match(answer.text, /too much like/);
  });

  it('refuses a form without a token', async () => {
    await browser.get('/set-up');
    assert.equal((await browser.post('/set-up', form())).status, 403);
    assert.equal(room.identity.company(), undefined);
  });

  it('makes one creator when two send it at the same moment', async () => {
    const other = room.browser();
    const [mine, theirs] = [
      tokenIn((await browser.get('/set-up')).text),
      tokenIn((await other.get('/set-up')).text),
    ];
    const answers = await Promise.all([
      browser.post('/set-up', form({ _csrf: mine })),
      other.post('/set-up', form({ _csrf: theirs, email: 'other@company.test' })),
    ]);
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 404]);
    assert.equal((await room.db.read('people')).length, 1);
  });

  it('cannot be made twice even past the service: the database holds one creator', async () => {
    await browser.send('/set-up', '/set-up', form());
    const [row] = await room.db.read('people');
    assert.ok(row);
    const second = { ...row, id: 'another', login_index: Buffer.from('another') };
    await assert.rejects(
      room.db.write((tx) => tx('people').insert(second)),
      /UNIQUE/,
    );
  });

  it('begins a session with a new id', async () => {
    const before = (await browser.get('/set-up')).headers['set-cookie'];
    const after = (await browser.send('/set-up', '/set-up', form())).headers['set-cookie'];
    assert.notEqual(sessionIn(after), sessionIn(before));
  });

  it('is limited to so many wrong codes', async () => {
    const statuses = [];
    for (let i = 0; i < 101; i++) {
      statuses.push((await browser.send('/set-up', '/set-up', form({ code: '0'.repeat(20) }))).status);
    }
    assert.equal(statuses[0], 422);
    assert.equal(statuses.at(-1), 429);
  });

  it('stores no name and no e-mail address in clear text', async () => {
    await browser.send('/set-up', '/set-up', form());
    const everything = JSON.stringify(await room.db.read('people'), (_key, value: unknown) =>
      isBytes(value) ? Buffer.from(value.data).toString('latin1') : value,
    );
    assert.doesNotMatch(everything, /karen|skabersen|company\.test|\$5\$/i);
  });

  it('makes a new code at each start', async () => {
    const before = room.identity.setUpCode;
    await room.restart();
    assert.notEqual(room.identity.setUpCode, before);
  });
});

describe('After the set-up', () => {
  it('the page is gone and no code is made again', async () => {
    const room = await roomWithCreator();
    try {
      assert.equal((await room.browser().get('/set-up')).status, 404);
      const stranger = room.browser();
      const sent = await stranger.send('/sign-in', '/set-up', { code: '00000-00000-00000-00000' });
      assert.equal(sent.status, 404);
      await room.restart();
      assert.equal(room.identity.setUpCode, null);
      assert.equal(room.identity.company(), creator.company);
    } finally {
      await room.close();
    }
  });
});

function sessionIn(cookies: unknown): string {
  const all: unknown[] = Array.isArray(cookies) ? cookies : [];
  return String(all.find((cookie) => String(cookie).startsWith('__Host-datamapper=')));
}

function isBytes(value: unknown): value is { data: number[] } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'type' in value &&
    value.type === 'Buffer' &&
    'data' in value
  );
}
