import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { createPasswordHasher, type HashOrder, type PasswordHasher } from '#identity/password-hasher.ts';
import { createPasswords, ROUNDS } from '#identity/passwords.service.ts';
import { createVault } from '#platform/vault/index.ts';

const vault = createVault([randomBytes(32)]);

describe('Passwords', () => {
  let hasher: PasswordHasher;
  let orders: HashOrder[];
  const counted = (): PasswordHasher => ({
    hash(order) {
      orders.push(order);
      return hasher.hash(order);
    },
    close: () => hasher.close(),
  });
  const passwords = () => createPasswords({ vault, hasher: counted(), rounds: 1_000 });

  before(() => {
    hasher = createPasswordHasher();
  });
  beforeEach(() => {
    orders = [];
  });
  after(() => hasher.close());

  it('are right when they are the same, and wrong when they are not', async () => {
    const stored = await passwords().hashFor('karen', 'bænk hvalros lygte');
    assert.equal(await passwords().check('karen', stored, 'bænk hvalros lygte'), 'right');
    assert.equal(await passwords().check('karen', stored, 'bænk hvalros lygter'), 'wrong');
    assert.equal(await passwords().check('karen', stored, ''), 'wrong');
  });

  it('are the same from every keyboard', async () => {
    const stored = await passwords().hashFor('karen', 'blåbær og fløde'.normalize('NFD'));
    assert.equal(await passwords().check('karen', stored, 'blåbær og fløde'.normalize('NFC')), 'right');
  });

  it('are hashed so that crypt(3) reads them, with the rounds that the declaration names', async () => {
    const { hash } = await createPasswords({ vault, hasher }).hashFor('karen', 'bænk hvalros lygte');
    const setting = /^\$5\$(rounds=535000\$[./0-9A-Za-z]{16})\$[./0-9A-Za-z]{43}$/.exec(hash)?.[1];
    assert.ok(setting);
    const input = 'bænk hvalros lygte\n';
    assert.equal(
      execFileSync('openssl', ['passwd', '-5', '-salt', setting, '-stdin'], { input }).toString().trim(),
      hash,
    );
    assert.equal(ROUNDS, 535_000);
  });

  it('have a salt of their own each time', async () => {
    const [one, other] = [
      await passwords().hashFor('a', 'bænk hvalros lygte'),
      await passwords().hashFor('a', 'bænk hvalros lygte'),
    ];
    assert.notEqual(one.hash, other.hash);
  });

  it('of one person are refused for another, though the hash fits', async () => {
    const stored = await passwords().hashFor('jens', 'bænk hvalros lygte');
    assert.equal(await passwords().check('karen', stored, 'bænk hvalros lygte'), 'planted');
  });

  it('are refused when the hash was planted by somebody who can write the database but has no key', async () => {
    const hash = execFileSync('openssl', [
      'passwd',
      '-5',
      '-salt',
      'rounds=1000$saltsalt',
      'chosen by a thief',
    ]);
    const planted = { hash: hash.toString().trim(), mac: randomBytes(32) };
    assert.equal(await passwords().check('karen', planted, 'chosen by a thief'), 'planted');
  });

  it('are refused when the stored text is no hash at all', async () => {
    assert.equal(await passwords().check('karen', { hash: '', mac: Buffer.alloc(0) }, ''), 'planted');
  });

  it('cost one hash of the same rounds in every case: known, unknown, planted, far too long', async () => {
    const stored = await passwords().hashFor('karen', 'bænk hvalros lygte');
    orders = [];
    await passwords().check('karen', stored, 'bænk hvalros lygte');
    await passwords().check('karen', stored, 'wrong');
    await passwords().check('', null, 'whatever');
    await passwords().check('karen', { ...stored, mac: Buffer.alloc(32) }, 'whatever');
    await passwords().check('karen', stored, 'x'.repeat(100_000));
    assert.deepEqual(
      orders.map(({ rounds }) => rounds),
      [1_000, 1_000, 1_000, 1_000, 1_000],
    );
    assert.equal(orders.at(-1)?.password, '');
  });

  it('of nobody are never right, not even the empty one', async () => {
    assert.equal(await passwords().check('', null, ''), 'wrong');
  });
});

describe('The password thread', () => {
  const order = { password: 'bænk hvalros lygte', salt: 'saltsalt', rounds: 1_000 };

  it('hashes one after another, each with its own answer', async () => {
    const hasher = createPasswordHasher();
    const salts = ['a', 'b', 'c', 'd'];
    const hashes = await Promise.all(salts.map((salt) => hasher.hash({ ...order, salt })));
    await hasher.close();
    assert.deepEqual(
      hashes.map((hash) => hash.split('$')[3]),
      salts,
    );
  });

  it('refuses more than its queue holds', async () => {
    const hasher = createPasswordHasher(2);
    const answers = await Promise.allSettled([hasher.hash(order), hasher.hash(order), hasher.hash(order)]);
    await hasher.close();
    assert.deepEqual(
      answers.map(({ status }) => status),
      ['fulfilled', 'fulfilled', 'rejected'],
    );
    const refusal: unknown = answers.flatMap((answer): unknown[] =>
      answer.status === 'rejected' ? [answer.reason] : [],
    )[0];
    assert.ok(refusal instanceof Error && 'code' in refusal && refusal.code === 'too-many-attempts');
  });

  it('goes on with a new thread after one that died', async () => {
    const hasher = createPasswordHasher();
    await assert.rejects(hasher.hash({ ...order, salt: 'not a salt' }), { code: 'unavailable' });
    assert.match(await hasher.hash(order), /^\$5\$/);
    await hasher.close();
  });

  it('gives up what waits when it is closed', async () => {
    const hasher = createPasswordHasher();
    const waiting = hasher.hash({ ...order, rounds: 900_000 });
    const refused = assert.rejects(waiting, { code: 'unavailable' });
    await hasher.close();
    await refused;
  });
});
