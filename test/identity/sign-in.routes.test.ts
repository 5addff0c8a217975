import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import {
  creator,
  invited,
  joined,
  roomWithCreator,
  signIn,
  type Answer,
  type Browser,
  type IdentityRoom,
} from '../support/identity-room.ts';
import { tokenIn } from '../support/web-app.ts';

describe('Signing in', () => {
  let room: IdentityRoom & { readonly karen: Browser };
  before(async () => {
    room = await roomWithCreator();
  });
  after(() => room.close());

  it('leads to the front page with the right password', async () => {
    const browser = room.browser();
    const answer = await signIn(browser, creator.email, creator.password);
    assert.deepEqual([answer.status, answer.headers['location']], [303, '/']);
    assert.equal((await browser.get('/')).text, 'home');
  });

  it('takes the e-mail address in capital letters and with spaces around it', async () => {
    const answer = await signIn(room.browser(), ` ${creator.email.toUpperCase()} `, creator.password);
    assert.equal(answer.status, 303);
  });

  it('leads back to the page that was asked for', async () => {
    const browser = room.browser();
    const asked = await browser.get('/people');
    assert.equal(asked.headers['location'], '/sign-in?next=%2Fpeople');
    const form = await browser.get('/sign-in?next=%2Fpeople');
    const answer = await browser.post('/sign-in', {
      _csrf: tokenIn(form.text),
      next: '/people',
      login: creator.email,
      password: creator.password,
    });
    assert.equal(answer.headers['location'], '/people');
  });

  it('leads nowhere else than to this appliance', async () => {
    const browser = room.browser();
    const form = await browser.get('/sign-in');
    const fields = { _csrf: tokenIn(form.text), login: creator.email, password: creator.password };
    const answer = await browser.post('/sign-in', { ...fields, next: 'https://elsewhere.test/' });
    assert.equal(answer.headers['location'], '/');
  });

  it('says the same of a wrong password and of an unknown login', async () => {
    const wrong = await signIn(room.browser(), creator.email, 'not the password');
    const unknown = await signIn(room.browser(), 'nobody@company.test', 'not the password');
    assert.deepEqual([wrong.status, unknown.status], [401, 401]);
    assert.equal(messageIn(wrong), messageIn(unknown));
    assert.match(messageIn(wrong), /does not fit/);
  });

  it('puts who and from where on the record', async () => {
    await signIn(room.browser(), creator.email, creator.password);
    const { who, from, what, outcome } = await room.lastEntry();
    const [karen] = await room.identity.people.choices();
    assert.deepEqual(
      { who, from, what, outcome },
      {
        who: { kind: 'person', id: karen?.id },
        from: '127.0.0.1',
        what: 'identity.signed-in',
        outcome: 'done',
      },
    );
  });

  it('puts a refusal on the record, without what was typed', async () => {
    await signIn(room.browser(), 'somebody.unknown@company.test', 'a password of theirs');
    const entry = await room.lastEntry();
    assert.equal(entry.what, 'identity.sign-in-refused');
    assert.doesNotMatch(JSON.stringify(entry), /somebody|a password of theirs/);
  });

  it('refuses a form without a token', async () => {
    const answer = await room
      .browser()
      .post('/sign-in', { login: creator.email, password: creator.password });
    assert.equal(answer.status, 403);
  });

  it('refuses a form that another site sent', async () => {
    const browser = room.browser();
    const token = tokenIn((await browser.get('/sign-in')).text);
    const fields = { _csrf: token, login: creator.email, password: creator.password };
    assert.equal((await browser.post('/sign-in', fields, { 'Sec-Fetch-Site': 'cross-site' })).status, 403);
  });

  it('asks for what is missing', async () => {
    const answer = await signIn(room.browser(), '', '');
    assert.equal(answer.status, 422);
    assert.match(answer.text, /Fill in this field/);
  });

  it('does not take a password from the address', async () => {
    const browser = room.browser();
    const token = tokenIn((await browser.get('/sign-in')).text);
    const query = new URLSearchParams({ login: creator.email, password: creator.password });
    assert.equal((await browser.post(`/sign-in?${query.toString()}`, { _csrf: token })).status, 422);
  });
});

describe('A session', () => {
  let room: IdentityRoom & { readonly karen: Browser };
  beforeEach(async () => {
    room = await roomWithCreator();
  });
  afterEach(() => room.close());

  it('has a cookie that scripts, other hosts and plain http do not see', async () => {
    const answer = await signIn(room.browser(), creator.email, creator.password);
    const cookie = sessionCookie(answer) ?? '';
    for (const part of ['__Host-datamapper=', 'Path=/', 'HttpOnly', 'Secure', 'SameSite=Lax']) {
      assert.ok(cookie.includes(part), part);
    }
    assert.doesNotMatch(cookie, /Domain/i);
  });

  it('gets a new id at sign-in: one planted before is worth nothing', async () => {
    const browser = room.browser();
    const planted = sessionCookie(await browser.get('/sign-in'));
    assert.ok(planted);
    await signIn(browser, creator.email, creator.password);
    const attacker = await roomAnswer(room, planted);
    assert.equal(attacker.status, 303);
    assert.equal(attacker.headers['location'], '/sign-in');
  });

  it('is stored without its id', async () => {
    const answer = await signIn(room.browser(), creator.email, creator.password);
    const id = sessionIdIn(sessionCookie(answer));
    assert.ok(id.length > 20);
    const rows = await room.db.read('sessions');
    assert.ok(rows.length > 0);
    for (const row of rows) {
      for (const bytes of [row.key, row.sealed]) assert.ok(!bytes.includes(Buffer.from(id)));
      assert.notEqual(row.key.toString('base64url'), id);
    }
  });

  it('cannot be made from a stolen row: its key is no session id, even in a signed cookie', async () => {
    const row = await room.db.read('sessions').whereNotNull('person_id').first();
    assert.ok(row);
    for (const id of [row.key.toString('base64url'), row.key.toString('hex'), row.key.toString('base64')]) {
      const answer = await roomAnswer(room, signedCookie(room, id));
      assert.equal(answer.headers['location'], '/sign-in');
    }
  });

  it('is opened by a signed cookie with its own id', async () => {
    const id = sessionIdIn(sessionCookie(await signIn(room.browser(), creator.email, creator.password)));
    assert.equal((await roomAnswer(room, signedCookie(room, id))).text, 'home');
  });

  it('of one person cannot be made into that of another by changing the row', async () => {
    const slip = await invited(room, { name: 'Jens Ansatsen', login: 'jens' });
    const jens = await joined(room, slip.code, 'gynge tromme kridt fem', 'Jens Ansatsen');
    const [karen] = (await room.identity.people.choices()).filter(({ role }) => role === 'creator');
    assert.ok(karen);
    await room.db.write((tx) => tx('sessions').where({ person_id: slip.id }).update({ person_id: karen.id }));
    assert.equal((await jens.get('/whole-company')).headers['location'], '/sign-in?next=%2Fwhole-company');
  });

  it('of one row cannot be put under the key of another', async () => {
    const stranger = room.browser();
    await stranger.get('/sign-in');
    const [karens, strangers] = [
      await room.db.read('sessions').whereNotNull('person_id').first(),
      await room.db.read('sessions').whereNull('person_id').first(),
    ];
    assert.ok(karens && strangers);
    const stolen = { sealed: karens.sealed, person_id: karens.person_id };
    await room.db.write((tx) => tx('sessions').where({ key: strangers.key }).update(stolen));
    assert.equal((await stranger.get('/')).headers['location'], '/sign-in');
  });

  it('ends when nobody uses it for half an hour', async () => {
    room.clock.advance(30 * 60_000);
    assert.equal((await room.karen.get('/')).status, 303);
  });

  it('goes on while it is used', async () => {
    for (let i = 0; i < 4; i++) {
      room.clock.advance(20 * 60_000);
      assert.equal((await room.karen.get('/')).status, 200);
    }
  });

  it('ends after a working day however busy', async () => {
    for (let i = 0; i < 24; i++) {
      room.clock.advance(20 * 60_000 - 1);
      assert.equal((await room.karen.get('/')).status, 200);
    }
    room.clock.advance(20 * 60_000);
    assert.equal((await room.karen.get('/')).status, 303);
  });

  it('does not live on because the clock was set back', async () => {
    room.clock.advance(-30 * 60_000);
    assert.equal((await room.karen.get('/')).status, 303);
  });

  it('is written at most once a minute when it is only used', async () => {
    const seen = async () => (await room.db.read('sessions').whereNotNull('person_id').first())?.seen_at;
    await room.karen.get('/');
    const before = await seen();
    room.clock.advance(59_000);
    await room.karen.get('/');
    assert.equal(await seen(), before);
    room.clock.advance(1_000);
    await room.karen.get('/');
    assert.notEqual(await seen(), before);
  });

  it('outlives a restart of the appliance', async () => {
    await room.restart();
    assert.equal((await room.karen.get('/')).text, 'home');
  });

  it('is removed by the cleaning once it has run out', async () => {
    room.clock.advance(8 * 60 * 60_000);
    const job = { id: 1, kind: room.identity.cleaning.kind, subject: 'schedule', attempts: 1 };
    await room.identity.cleaning.handler(job, new AbortController().signal);
    assert.equal((await room.db.read('sessions')).length, 0);
  });
});

describe('Signing out', () => {
  let room: IdentityRoom & { readonly karen: Browser };
  beforeEach(async () => {
    room = await roomWithCreator();
  });
  afterEach(() => room.close());

  it('ends the session, and the old cookie opens nothing', async () => {
    const browser = room.browser();
    const cookie = sessionCookie(await signIn(browser, creator.email, creator.password));
    assert.equal((await roomAnswer(room, cookie)).text, 'home');
    const answer = await browser.send('/account', '/sign-out');
    assert.deepEqual([answer.status, answer.headers['location']], [303, '/sign-in']);
    assert.equal((await roomAnswer(room, cookie)).headers['location'], '/sign-in');
  });

  it('says so, and is on the record', async () => {
    await room.karen.send('/account', '/sign-out');
    assert.equal((await room.lastEntry()).what, 'identity.signed-out');
    assert.match((await room.karen.get('/sign-in')).text, /You are signed out/);
  });

  it('is refused to who is not signed in', async () => {
    assert.equal((await room.browser().send('/sign-in', '/sign-out')).status, 401);
  });

  it('needs a token', async () => {
    assert.equal((await room.karen.post('/sign-out', {})).status, 403);
    assert.equal((await room.karen.get('/')).status, 200);
  });
});

describe('Guessing passwords', () => {
  let room: IdentityRoom & { readonly karen: Browser };
  beforeEach(async () => {
    room = await roomWithCreator();
  });
  afterEach(() => room.close());

  const guess = async (browser: Browser, times: number, login = creator.email): Promise<Answer> => {
    for (let i = 1; i < times; i++) await signIn(browser, login, 'a wrong password');
    return signIn(browser, login, 'a wrong password');
  };

  it('means a wait after the fifth time, also with the right password', async () => {
    const browser = room.browser();
    assert.equal((await guess(browser, 5)).status, 401);
    const answer = await signIn(browser, creator.email, creator.password);
    assert.equal(answer.status, 429);
    assert.equal(answer.headers['retry-after'], '60');
    assert.match(answer.text, /Wait a minute/);
  });

  it('means the same wait for a login that does not exist', async () => {
    assert.equal((await guess(room.browser(), 6, 'nobody@company.test')).status, 429);
  });

  it('waits no longer because the clock was set back', async () => {
    const browser = room.browser();
    await guess(browser, 5);
    room.clock.advance(-24 * 60 * 60_000);
    assert.equal((await guess(browser, 1)).status, 429);
    room.clock.advance(60_000);
    assert.equal((await guess(browser, 1)).status, 401);
  });

  it('keeps nobody waiting for one wrong password because the clock was set back', async () => {
    const browser = room.browser();
    await guess(browser, 1);
    room.clock.advance(-24 * 60 * 60_000);
    assert.equal((await guess(browser, 1)).status, 401);
  });

  it('is forgiven after the wait', async () => {
    const browser = room.browser();
    await guess(browser, 5);
    room.clock.advance(60_000);
    assert.equal((await signIn(browser, creator.email, creator.password)).status, 303);
  });

  it('is remembered over a restart', async () => {
    await guess(room.browser(), 5);
    await room.restart();
    assert.equal((await signIn(room.browser(), creator.email, creator.password)).status, 429);
  });

  it('does not keep the creator out of a browser in which she signed in before', async () => {
    await room.karen.send('/account', '/sign-out');
    await guess(room.browser(), 7);
    assert.equal((await signIn(room.karen, creator.email, creator.password)).status, 303);
  });

  it('is not made easier by the mark of a browser of somebody else', async () => {
    const slip = await invited(room, { name: 'Jens Ansatsen', login: 'jens' });
    const jens = await joined(room, slip.code, 'gynge tromme kridt fem', 'Jens Ansatsen');
    await jens.send('/account', '/sign-out');
    await guess(room.browser(), 5);
    assert.equal((await signIn(jens, creator.email, creator.password)).status, 429);
  });
});

async function roomAnswer(room: IdentityRoom, cookie: string | undefined): Promise<Answer> {
  return room.browserWith(cookie?.split(';')[0] ?? '').get('/');
}

function sessionCookie(answer: Answer): string | undefined {
  const all: unknown = answer.headers['set-cookie'];
  return Array.isArray(all)
    ? all.map(String).find((cookie) => cookie.startsWith('__Host-datamapper='))
    : undefined;
}

function sessionIdIn(cookie: string | undefined): string {
  return /^__Host-datamapper=s%3A([^.]+)\./.exec(cookie ?? '')?.[1] ?? '';
}

/** As express-session signs it. */
function signedCookie(room: IdentityRoom, id: string): string {
  const key = room.vault.mac('session', 'cookie-signature', '');
  const signature = createHmac('sha256', key).update(id).digest('base64').replace(/=+$/, '');
  return `__Host-datamapper=${encodeURIComponent(`s:${id}.${signature}`)}`;
}

function messageIn(answer: Answer): string {
  return /role="alert">.*?<p>(.*?)<\/p>/s.exec(answer.text)?.[1] ?? '';
}
