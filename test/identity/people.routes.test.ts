import assert from 'node:assert/strict';
import {
  invited,
  joined,
  roomWithCreator,
  signIn,
  type Browser,
  type IdentityRoom,
} from '../support/identity-room.ts';
import { tokenIn } from '../support/web-app.ts';

const JENS = { name: 'Jens Ansatsen', login: 'jens@company.test' };
const PASSWORD = 'gynge tromme kridt fem';
const FORTNIGHT = 14 * 24 * 60 * 60_000;
type Room = IdentityRoom & { readonly karen: Browser };

describe('The page of people', () => {
  let room: Room;
  before(async () => {
    room = await roomWithCreator();
  });
  after(() => room.close());

  it('lists everybody with their state, and the sight is on the record', async () => {
    await invited(room, JENS);
    const page = await room.karen.get('/people');
    assert.match(page.text, /Karen Skabersen/);
    assert.match(page.text, /Jens Ansatsen/);
    assert.match(page.text, /Slip valid until 7 Dec 2026/);
    assert.equal((await room.lastEntry()).what, 'identity.people-seen');
  });

  it('refuses an invitation without a name', async () => {
    const answer = await room.karen.send('/people', '/people', { name: ' ', login: '', language: 'da' });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /Fill in this field/);
  });

  it('refuses a login that somebody has', async () => {
    await invited(room, { name: 'Else Prøvesen', login: 'else' });
    const answer = await room.karen.send('/people', '/people', {
      name: 'Else To',
      login: 'ELSE',
      language: 'da',
    });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /Somebody has this login already/);
  });

  it('makes a user name of the name for who has no e-mail address, each of its own', async () => {
    for (const login of ['soeren.oedegaard', 'soeren.oedegaard2']) {
      await invited(room, { name: 'Søren Peter Ødegård', login: '' });
      assert.ok((await room.karen.get('/people')).text.includes(`>${login}<`), login);
    }
  });

  it('refuses a deed without a token', async () => {
    assert.equal((await room.karen.post('/people', { ...JENS, language: 'da' })).status, 403);
  });

  it('gives other rooms the names of who is not closed', async () => {
    const names = (await room.identity.people.choices()).map(({ name }) => name);
    assert.ok(names.includes('Karen Skabersen') && names.includes('Jens Ansatsen'));
  });

  it('gives other rooms the name of an id, and nothing for an unknown one', async () => {
    const [somebody] = await room.identity.people.choices();
    assert.ok(somebody);
    assert.equal(await room.identity.people.nameOf(somebody.id), somebody.name);
    assert.equal(await room.identity.people.nameOf('nobody'), null);
  });
});

describe('A slip', () => {
  let room: Room;
  beforeEach(async () => {
    room = await roomWithCreator();
  });
  afterEach(() => room.close());

  const tryCode = async (code: string) => (await room.browser().send('/join', '/join', { code })).status;

  it('shows the address, the code and the login, in the language of who gets it', async () => {
    const made = await room.karen.send('/people', '/people', { ...JENS, language: 'da' });
    const page = await room.karen.get(made.headers['location'] ?? '');
    for (const part of [
      'https://files.company.test:8443/join',
      JENS.login,
      'Tast denne kode',
      '07.12.2026',
    ]) {
      assert.ok(page.text.includes(part), part);
    }
    assert.match(page.text, /[0-9A-Z]{5}(-[0-9A-Z]{5}){3}/);
  });

  it('is shown once', async () => {
    const { code, slipPath } = await invited(room, JENS);
    const again = await room.karen.get(slipPath);
    assert.deepEqual([again.status, again.headers['location']], [303, '/people']);
    assert.ok(!(await room.karen.get('/people')).text.includes(code));
  });

  it('puts its making and the sight of its code on the record', async () => {
    await invited(room, JENS);
    const deeds = await room.deeds();
    assert.deepEqual(deeds.slice(-3), ['identity.invited', 'identity.slip-made', 'identity.slip-seen']);
  });

  it('is stored without its code', async () => {
    const { code } = await invited(room, JENS);
    const [row] = await room.db.read('slips');
    assert.ok(row && code.length === 23);
    assert.ok(!row.code_mac.includes(Buffer.from(code)));
  });

  it('makes a login: own password, signed in, on the record', async () => {
    const { code, id } = await invited(room, JENS);
    const jens = await joined(room, code, PASSWORD, 'Jens P. Ansatsen');
    assert.equal((await jens.get('/')).text, 'home');
    assert.equal(await room.identity.people.nameOf(id), 'Jens P. Ansatsen');
    assert.deepEqual((await room.lastEntry()).who, { kind: 'person', id });
    assert.equal((await room.lastEntry()).what, 'identity.joined');
    assert.equal((await signIn(room.browser(), JENS.login, PASSWORD)).status, 303);
  });

  it('asks "is this you?" before a password', async () => {
    const { code } = await invited(room, JENS);
    const answer = await room.browser().send('/join', '/join', { code: code.toLowerCase() });
    assert.match(answer.text, /Hello Jens Ansatsen/);
    assert.equal((await room.lastEntry()).what, 'identity.slip-opened');
  });

  it('works once', async () => {
    const { code } = await invited(room, JENS);
    await joined(room, code, PASSWORD, JENS.name);
    assert.equal(await tryCode(code), 422);
  });

  it('works once when two use it at the same moment', async () => {
    const { code } = await invited(room, JENS);
    const [one, other] = [room.browser(), room.browser()];
    const tokens = [
      tokenIn((await one.send('/join', '/join', { code })).text),
      tokenIn((await other.send('/join', '/join', { code })).text),
    ];
    const fields = { code, name: JENS.name, password: PASSWORD, passwordAgain: PASSWORD };
    const answers = await Promise.all(
      [one, other].map((browser, at) =>
        browser.post('/join/password', { ...fields, _csrf: tokens[at] ?? '' }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [303, 422]);
  });

  it('is valid until its last moment', async () => {
    const { code } = await invited(room, JENS);
    room.clock.advance(FORTNIGHT - 1);
    assert.equal(await tryCode(code), 200);
  });

  it('expires', async () => {
    const { code } = await invited(room, JENS);
    room.clock.advance(FORTNIGHT);
    const answer = await room.browser().send('/join', '/join', { code });
    assert.equal(answer.status, 422);
    assert.match(answer.text, /The slip has expired/);
  });

  it('can be withdrawn', async () => {
    const { code, id } = await invited(room, JENS);
    await room.karen.send('/people', `/people/${id}/slip-withdrawal`);
    assert.equal((await room.lastEntry()).what, 'identity.slip-withdrawn');
    assert.equal(await tryCode(code), 422);
  });

  it('takes the place of the one before', async () => {
    const { code, id } = await invited(room, JENS);
    const made = await room.karen.send('/people', `/people/${id}/slips`);
    assert.match(made.headers['location'] ?? '', /^\/slips\//);
    assert.equal(await tryCode(code), 422);
  });

  it('is not made for somebody who has joined', async () => {
    const { code, id } = await invited(room, JENS);
    await joined(room, code, PASSWORD, JENS.name);
    assert.equal((await room.karen.send('/people', `/people/${id}/slips`)).status, 409);
  });

  it('is refused alike when the code never was', async () => {
    assert.equal(await tryCode('00000-00000-00000-00000'), 422);
    const { what, outcome } = await room.lastEntry();
    assert.deepEqual([what, outcome], ['identity.slip-opened', 'refused']);
  });

  it('is not used up by a password that is refused', async () => {
    const { code } = await invited(room, JENS);
    const browser = room.browser();
    const second = await browser.send('/join', '/join', { code });
    const weak = { code, name: JENS.name, password: 'jensansatsen', passwordAgain: 'jensansatsen' };
    const answer = await browser.post('/join/password', { ...weak, _csrf: tokenIn(second.text) });
    assert.match(answer.text, /too much like/);
    await joined(room, code, PASSWORD, JENS.name);
  });

  it('does not let anybody in before it is used', async () => {
    await invited(room, JENS);
    assert.equal((await signIn(room.browser(), JENS.login, PASSWORD)).status, 401);
  });

  it('is not kept from its owner by a stranger behind the same gateway who guesses', async () => {
    const { code } = await invited(room, JENS);
    const stranger = room.browser();
    for (let i = 0; i < 30; i++) await stranger.send('/join', '/join', { code: '0'.repeat(20) });
    assert.equal((await room.browser().send('/join', '/join', { code })).status, 200);
  });

  it('does not let guess codes for long', async () => {
    const browser = room.browser();
    const statuses = [];
    for (let i = 0; i < 101; i++) {
      statuses.push((await browser.send('/join', '/join', { code: '0'.repeat(20) })).status);
    }
    assert.equal(statuses.at(-1), 429);
  });
});

describe('A member of staff', () => {
  let room: Room;
  let jens: Browser;
  let id: string;
  beforeEach(async () => {
    room = await roomWithCreator();
    const slip = await invited(room, JENS);
    id = slip.id;
    jens = await joined(room, slip.code, PASSWORD, JENS.name);
  });
  afterEach(() => room.close());

  it('may not see the people, the whole company or a slip', async () => {
    for (const path of ['/people', '/whole-company', '/slips/any', `/people/${id}/closure`]) {
      assert.deepEqual([path, (await jens.get(path)).status], [path, 403]);
    }
  });

  it('may not invite, make or withdraw slips, or close logins', async () => {
    for (const path of [
      '/people',
      `/people/${id}/slips`,
      `/people/${id}/slip-withdrawal`,
      `/people/${id}/closure`,
    ]) {
      assert.deepEqual([path, (await jens.send('/account', path)).status], [path, 403]);
    }
  });

  it('is asked for twice before being closed, and is out at once', async () => {
    const question = await room.karen.get(`/people/${id}/closure`);
    assert.match(question.text, /Close the login of Jens Ansatsen/);
    const answer = await room.karen.send('/people', `/people/${id}/closure`);
    assert.equal(answer.headers['location'], '/people');
    assert.equal((await jens.get('/')).headers['location'], '/sign-in');
    assert.equal((await signIn(room.browser(), JENS.login, PASSWORD)).status, 401);
    assert.ok((await room.deeds()).includes('identity.closed'));
  });

  it('is out at once even if the session is still there', async () => {
    await room.db.write((tx) => tx('people').where({ id }).update({ closed_at: 1 }));
    assert.equal((await jens.get('/')).headers['location'], '/sign-in');
  });
});

describe('Closing a login', () => {
  let room: Room;
  before(async () => {
    room = await roomWithCreator();
  });
  after(() => room.close());

  it('is not there for the creator: nobody could open the appliance again', async () => {
    const [karen] = await room.identity.people.choices();
    assert.equal((await room.karen.send('/people', `/people/${karen?.id ?? ''}/closure`)).status, 404);
  });

  it('and the other deeds are not found for a person who is missing', async () => {
    for (const deed of ['closure', 'slips', 'slip-withdrawal']) {
      assert.deepEqual(
        [deed, (await room.karen.send('/people', `/people/nobody/${deed}`)).status],
        [deed, 404],
      );
    }
    assert.equal((await room.karen.get('/slips/none')).status, 404);
    assert.equal((await room.karen.get('/people/nobody/closure')).status, 404);
  });

  it('leads strangers to the sign-in page', async () => {
    assert.equal((await room.browser().get('/people')).headers['location'], '/sign-in?next=%2Fpeople');
  });
});
