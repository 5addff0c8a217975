import assert from 'node:assert/strict';
import { utimesSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { defaultRiskWeights, type RiskWeights } from '#detect/index.ts';
import { RISK_JOB } from '#scan/index.ts';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

/** All numbers and addresses are invented. */
const LETTER = 'Dit cpr-nr. 070761-4285 er noteret.\n';
const MAIL = 'Skriv til a@example.dk.\n';
const COMPANY = { kind: 'company' } as const;

const withCpr = (first: number): RiskWeights => ({
  ...defaultRiskWeights,
  types: { ...defaultRiskWeights.types, DK_CPR: { first, doubling: 11 } },
});

describe('The risk of files that are kept', () => {
  let room: ScanRoom;
  beforeEach(async () => {
    room = await scanRoom();
  });
  afterEach(() => room.close());

  const file = async (path: string) => {
    const id = (await room.files()).get(path)?.publicId ?? '';
    return room.insight.file(someone, COMPANY, id);
  };
  const change = async (weights: RiskWeights) =>
    room.risk.change(someone, {
      base: (await room.risk.current()).version,
      weights,
      reason: 'efter et møde',
    });
  const weighed = async () => {
    while (!(await room.risk.current()).recount.ended) await wait(5);
  };
  const nightly = async () => {
    await room.db.write((tx) => room.jobs.enqueue(tx, RISK_JOB, 'schedule'));
    room.jobs.wake();
    const waits = () =>
      room.db.read('jobs').where({ kind: RISK_JOB, subject: 'schedule' }).whereNot({ state: 'done' }).first();
    while ((await waits()) !== undefined) await wait(5);
  };

  it('is computed where the result is kept, and adds up on the file’s page', async () => {
    room.file('brev.txt', LETTER);
    await room.risk.begin();
    await room.scan();
    const { risk, arithmetic } = await file('brev.txt');
    assert.equal(risk.version, 1);
    assert.deepEqual(
      [risk.points, risk.score, risk.band],
      [arithmetic?.points, arithmetic?.score, arithmetic?.band],
    );
  });

  it('is computed anew at the first start with weights, for files of a version that had none', async () => {
    room.file('brev.txt', LETTER);
    await room.scan();
    const before = await file('brev.txt');
    assert.deepEqual([before.risk.version, before.arithmetic], [0, null]);
    await room.risk.begin();
    await weighed();
    const after = await file('brev.txt');
    assert.deepEqual([after.risk.version, after.arithmetic?.points], [1, before.risk.points]);
  });

  it('is computed anew for every file when the weights change, and no file is read', async () => {
    room.file('brev.txt', LETTER);
    for (let index = 0; index < 450; index++) room.file(`post/${index}.txt`, MAIL);
    await room.risk.begin();
    await room.scan();
    room.pool.forget();
    await change({
      ...withCpr(90),
      categories: { ...defaultRiskWeights.categories, ordinary: { first: 30, doubling: 3 } },
      types: { ...withCpr(90).types, EMAIL_ADDRESS: { first: 30, doubling: 3 } },
    });
    await weighed();
    const files = [...(await room.files()).values()];
    assert.deepEqual(room.pool.opened, []);
    assert.equal((await file('brev.txt')).risk.band, 'high');
    assert.deepEqual(
      files.map(({ risk }) => risk).filter((band) => band === 'low'),
      [],
    );
    assert.equal((await room.risk.current()).recount.done, 451);
  });

  it('goes on being computed anew after a stop in the middle', async () => {
    for (let index = 0; index < 900; index++) room.file(`post/${index}.txt`, MAIL);
    await room.risk.begin();
    await room.scan();
    const { version } = await change(withCpr(90));
    while ((await room.risk.current()).recount.done === 0) await wait(1);
    await room.restart();
    await weighed();
    const versions = await room.db.read('files').distinct('risk_version');
    assert.deepEqual(versions, [{ risk_version: version }]);
    assert.equal((await room.risk.current()).recount.done, 900);
  });

  it('is by the newest weights for a file that comes while all are computed anew', async () => {
    room.file('brev.txt', LETTER);
    await room.risk.begin();
    await room.scan();
    room.file('nyt.txt', LETTER);
    const { version } = await change(withCpr(90));
    await room.scan();
    await weighed();
    assert.equal((await file('nyt.txt')).risk.version, version);
  });

  it('is as it was again after the old table is laid down as a new version', async () => {
    room.file('brev.txt', LETTER);
    await room.risk.begin();
    await room.scan();
    const before = (await file('brev.txt')).risk;
    await change(withCpr(90));
    await weighed();
    const { weights } = await room.risk.version(1);
    const again = await change(weights);
    await weighed();
    assert.deepEqual((await file('brev.txt')).risk, { ...before, version: again.version });
  });

  it('rises in the night after a file has become old enough, for that file alone', async () => {
    const old = room.file('gammel.txt', LETTER);
    const now = room.clock.now();
    const soon = new Date(now.getTime() + 24 * 60 * 60 * 1000);
    soon.setFullYear(soon.getFullYear() - 5);
    utimesSync(old, soon, soon);
    utimesSync(room.file('ny.txt', LETTER), now, now);
    await room.risk.begin();
    await room.scan();
    const before = [(await file('gammel.txt')).risk, (await file('ny.txt')).risk] as const;
    await nightly();
    assert.deepEqual((await file('gammel.txt')).risk, before[0]);
    room.clock.advance(3 * 24 * 60 * 60 * 1000);
    await nightly();
    const after = await file('gammel.txt');
    assert.ok(after.risk.points > before[0].points);
    assert.deepEqual([after.risk.age, after.arithmetic?.points], [5, after.risk.points]);
    assert.deepEqual((await file('ny.txt')).risk, before[1]);
  });

  it('is told beforehand of other weights: files by band, and those that move the most', async () => {
    room.file('brev.txt', LETTER);
    room.file('post.txt', MAIL);
    await room.risk.begin();
    await room.scan();
    const { files, moves, risen, fallen } = await room.riskPreview(someone, withCpr(90));
    assert.equal(files, 2);
    assert.deepEqual(
      moves.filter((move) => move.files > 0),
      [
        { from: 'medium', to: 'high', files: 1 },
        { from: 'low', to: 'low', files: 1 },
      ],
    );
    assert.deepEqual([risen.map(({ name }) => name), fallen], [['brev.txt'], []]);
  });

  it('becomes what the preview said', async () => {
    for (let index = 0; index < 30; index++) room.file(`${index}.txt`, index % 3 === 0 ? LETTER : MAIL);
    await room.risk.begin();
    await room.scan();
    const { moves } = await room.riskPreview(someone, withCpr(90));
    await change(withCpr(90));
    await weighed();
    const { headlines } = await room.insight.overview(someone, COMPANY);
    const to = (band: string) =>
      moves.filter((move) => move.to === band).reduce((sum, { files }) => sum + files, 0);
    assert.deepEqual(
      [headlines.high, headlines.medium, headlines.low],
      [to('high'), to('medium'), to('low')],
    );
  });

  it('follows what the product comes with as long as nobody has changed it', async () => {
    await room.risk.begin();
    await room.risk.begin();
    assert.deepEqual(
      (await room.risk.history()).map(({ version, madeBy }) => [version, madeBy]),
      [[1, null]],
    );
  });

  it('is not changed by somebody who looked at weights that hold no more', async () => {
    await room.risk.begin();
    await change(withCpr(90));
    await assert.rejects(room.risk.change(someone, { base: 1, weights: withCpr(50), reason: 'for sent' }), {
      code: 'conflict',
    });
  });

  it('has every change of its weights on the record, with its reason, and the end of the computing', async () => {
    await room.risk.begin();
    await change(withCpr(90));
    await weighed();
    const lines = await room.audit.newest(5);
    const changed = lines.find(({ what }) => what === 'scan.weights-changed');
    assert.deepEqual([changed?.purpose, changed?.on?.id], ['efter et møde', '2']);
    assert.equal(lines[0]?.what, 'scan.risk-recounted');
  });
});
