import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';
import type { ShareFault } from '../../app/sources/share-fault.ts';
import type { ShareToLookAt } from '../../app/sources/share-look.ts';
import type { NewShare } from '../../app/sources/shares.service.ts';
import { createShareStore } from '#sources/index.ts';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const PASSWORD = 'syv grønne lamper';
const NEW_PASSWORD = 'otte blå lamper';
const HOUR = 60 * 60 * 1000;

describe('the shares', () => {
  let room: ScanRoom;
  let fault: ShareFault | null;
  let looks: ShareToLookAt[];
  let opened: ShareToLookAt[];
  beforeEach(async () => {
    room = await scanRoom();
    [fault, looks, opened] = [null, [], []];
    await room.restart({
      look: (share) => {
        looks.push(share);
        return Promise.resolve(fault);
      },
      openShare: (share) => {
        opened.push(share);
        return Promise.resolve({
          walk: async function* () {
            yield await Promise.resolve({ kind: 'folder', folder: [], entries: [], complete: true } as const);
          },
          open: () => assert.fail('there is no file'),
          close: () => Promise.resolve(),
        });
      },
    });
  });
  afterEach(() => room.close());

  const wanted = (changes: Partial<NewShare> = {}): NewShare => ({
    name: 'Fællesdrev på server',
    address: { server: 'filserver', share: 'Fælles', folder: ['Løn'] },
    account: { kind: 'password', user: 'scanner', domain: 'FJORDBY' },
    secret: PASSWORD,
    encryption: 'required',
    oldest: 'SMB3_11',
    riskReason: null,
    ...changes,
  });
  const added = async (changes: Partial<NewShare> = {}) => {
    const source = await room.shares.add(someone, wanted(changes));
    return 'refused' in source ? assert.fail(`refused: ${source.refused}`) : source;
  };
  const lastLine = async () => (await room.audit.newest(1))[0];

  it('become sources, with a line on the record', async () => {
    const source = await added();
    assert.deepEqual([source.kind, source.root], ['smb', '\\\\filserver\\Fælles\\Løn']);
    const line = await lastLine();
    assert.deepEqual([line?.what, line?.on?.id], ['sources.added', source.publicId]);
  });

  it('become none while something is wrong with them, and the record says what', async () => {
    fault = 'wrong-password';
    assert.deepEqual(await room.shares.add(someone, wanted()), { refused: 'wrong-password' });
    const line = await lastLine();
    assert.deepEqual([line?.outcome, line?.details['fault']], ['failed', 'wrong-password']);
    assert.equal((await room.sources.all()).length, 1);
  });

  it('are taken once', async () => {
    await added();
    assert.deepEqual(await room.shares.add(someone, wanted()), { refused: 'known-already' });
  });

  it('say on the record why less protection is accepted', async () => {
    const riskReason = 'Serveren udskiftes i marts.';
    await added({ encryption: 'wanted', oldest: 'SMB2', riskReason });
    const line = await lastLine();
    assert.deepEqual([line?.purpose, line?.details['encryption']], [riskReason, 'wanted']);
  });

  it('never hand out their password', async () => {
    const source = await added();
    const share = await room.shares.of(source.id);
    assert.ok(!JSON.stringify([source, share]).includes(PASSWORD));
  });

  it('keep nothing of themselves readable in the database', async () => {
    await added({ riskReason: 'Serveren udskiftes i marts.' });
    const rows = JSON.stringify(
      [await room.db.read('shares'), await room.db.read('sources')],
      (_, value: unknown) => (isBytes(value) ? Buffer.from(value.data).toString('latin1') : value),
    );
    for (const plain of [PASSWORD, 'scanner', 'filserver', 'Løn', 'marts'])
      assert.ok(!rows.includes(plain), plain);
  });

  it('do not open with a password that was moved to the row of another', async () => {
    const [one, other] = [
      await added(),
      await added({ address: { server: 'fremmed', share: 'x', folder: [] } }),
    ];
    const [row] = await room.db.read('shares').where({ source_id: one.id });
    await room.db.write((tx) =>
      tx('shares')
        .where({ source_id: other.id })
        .update({ secret: row?.secret ?? null }),
    );
    const store = createShareStore(room.vault);
    assert.equal(await store.secretOf(room.db.read, one.id), PASSWORD);
    await assert.rejects(store.secretOf(room.db.read, other.id), { code: 'damaged' });
  });

  it('are gone with their source', async () => {
    const source = await added();
    await room.sources.remove(someone, source.publicId);
    assert.deepEqual(await room.db.read('shares'), []);
  });

  it('are read with their password, after a look', async () => {
    const source = await added();
    await (await room.sources.open(source.id)).close();
    assert.deepEqual([looks.length, opened.length, opened[0]?.secret], [2, 1, PASSWORD]);
  });

  it('take another password, and the record says so and not which', async () => {
    const source = await added();
    const account = { kind: 'password', user: 'scanner2', domain: 'FJORDBY' } as const;
    assert.equal(await room.shares.renew(someone, source.publicId, { account, secret: NEW_PASSWORD }), null);
    await room.sources.open(source.id);
    assert.deepEqual([opened[0]?.secret, opened[0]?.account], [NEW_PASSWORD, account]);
    const line = await lastLine();
    assert.equal(line?.what, 'sources.password-renewed');
    assert.ok(!JSON.stringify(line).includes('lamper'));
  });

  it('keep their password when another does not work', async () => {
    const source = await added();
    fault = 'wrong-password';
    const { account } = wanted();
    assert.equal(
      await room.shares.renew(someone, source.publicId, { account, secret: 'forkert' }),
      'wrong-password',
    );
    fault = null;
    await room.sources.open(source.id);
    assert.equal(opened[0]?.secret, PASSWORD);
    assert.equal((await room.shares.of(source.id))?.fault, null);
  });

  it('show what was wrong when a scan came to them, until it is right', async () => {
    const source = await added();
    fault = 'account-locked';
    await assert.rejects(room.sources.open(source.id), { name: 'SourceAway', reason: 'refused' });
    assert.equal((await room.shares.of(source.id))?.fault, 'account-locked');
    fault = null;
    assert.equal(await room.shares.testKept(someone, source.publicId), null);
    assert.equal((await room.shares.of(source.id))?.fault, null);
  });

  it('spare an account that was refused: it is not tried again for hours, and then once', async () => {
    const source = await added();
    fault = 'wrong-password';
    const tries = () => looks.length - 1;
    for (let scan = 0; scan < 5; scan++)
      await assert.rejects(room.sources.open(source.id), { name: 'SourceAway' });
    assert.equal(tries(), 1);
    room.clock.advance(7 * HOUR);
    for (let scan = 0; scan < 5; scan++)
      await assert.rejects(room.sources.open(source.id), { name: 'SourceAway' });
    assert.equal(tries(), 2);
  });

  it('have a scan wait whose password was changed, and go on at once with the new one', async () => {
    const source = await added();
    fault = 'wrong-password';
    const run = await room.scans.start(someone, source.publicId);
    const waiting = async () => (await room.scans.get(run.publicId)).problem === 'source-refused';
    while (!(await waiting())) await wait(5);
    assert.equal((await room.scans.get(run.publicId)).endedAt, null);
    fault = null;
    const { account } = wanted();
    await room.shares.renew(someone, source.publicId, { account, secret: NEW_PASSWORD });
    assert.equal((await room.ended(run)).state, 'done');
    assert.equal(opened[0]?.secret, NEW_PASSWORD);
  });

  it('are looked at each time while their server does not answer', async () => {
    const source = await added();
    fault = 'no-answer';
    for (let scan = 0; scan < 3; scan++)
      await assert.rejects(room.sources.open(source.id), { name: 'SourceAway', reason: 'unreachable' });
    assert.equal(looks.length, 4);
  });

  it('know nothing of what was never there, nor of a folder of this machine', async () => {
    for (const publicId of ['AAAAAAAAAAAAAAAAAAAAAA', room.source.publicId]) {
      await assert.rejects(room.shares.testKept(someone, publicId), { code: 'not-found' });
      const { account } = wanted();
      await assert.rejects(room.shares.renew(someone, publicId, { account, secret: 'x' }), {
        code: 'not-found',
      });
    }
    assert.equal(await room.shares.of(room.source.id), null);
  });
});

function isBytes(value: unknown): value is { data: number[] } {
  return typeof value === 'object' && value !== null && 'type' in value && value.type === 'Buffer';
}
