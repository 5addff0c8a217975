import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { NO_RULES, parseRuleSet, type RuleSet } from '#detect/index.ts';
import type { ReadingRules } from '#scan/index.ts';
import { scanRoom, someone, type ScanRoom } from '../support/scan-room.ts';

const FALCON = {
  id: 'FALK',
  title: 'Projekt Falkøje',
  kind: 'keyword',
  words: ['Projekt Falkøje'],
  category: 'confidential',
};

/** A set as it is in force; equal sets have equal prints. */
function inForce(set: object): ReadingRules {
  const parsed: RuleSet = parseRuleSet(set);
  const isNone = JSON.stringify(parsed) === JSON.stringify(NO_RULES);
  const print = createHash('sha256').update(JSON.stringify(parsed)).digest('hex').slice(0, 16);
  return { set: parsed, print: isNone ? null : print };
}

describe("a scan with a company's own rules", () => {
  let room: ScanRoom;
  beforeEach(async () => {
    room = await scanRoom();
  });
  afterEach(() => room.close());

  const use = (set: object): Promise<void> => room.restart({ rules: inForce(set) });
  const look = async (path: string) => {
    const file = (await room.files()).get(path);
    return room.insight.file(someone, { kind: 'company' }, file?.publicId ?? '');
  };
  const found = async (path: string): Promise<string[]> =>
    (await look(path)).counts.map(({ type, count }) => `${type} ${count}`);

  it('finds what a rule looks for', async () => {
    room.file('a.txt', 'om Projekt Falkøje, og PROJEKT FALKØJE igen');
    await use({ rules: [FALCON] });
    await room.scan();
    assert.deepEqual(await found('a.txt'), ['CUSTOM_FALK 2']);
  });

  it('counts nothing of a rule in a file that has fewer places than it wants', async () => {
    room.file('a.txt', 'om Projekt Falkøje');
    await use({ rules: [{ ...FALCON, atLeast: 2 }] });
    await room.scan();
    assert.deepEqual([await found('a.txt'), (await look('a.txt')).findings], [[], []]);
  });

  it('counts what is allowed apart, and no risk with it', async () => {
    room.file('a.txt', 'info@firma.dk, og igen info@firma.dk');
    await use({ allowances: [{ id: 'A1', kind: 'domain', domain: 'firma.dk', reason: 'egen' }] });
    await room.scan();
    const { counts, allowed, risk, findings } = await look('a.txt');
    assert.deepEqual(
      [counts, findings, risk.band, allowed],
      [[], [], 'none', [{ type: 'EMAIL_ADDRESS', count: 2 }]],
    );
  });

  it('allows a place with what lies below it, and nothing beside it', async () => {
    for (const path of ['Skabeloner/a.txt', 'Skabeloner/Breve/b.txt', 'Skabeloner2/c.txt', 'd.txt'])
      room.file(path, 'skriv til anna@example.dk');
    const sourceId = room.source.id;
    const place = { id: 'A1', kind: 'place', sourceId, folder: ['Skabeloner'], reason: 'opdigtet' };
    await use({ allowances: [place] });
    await room.scan();
    const withFindings = [...(await room.files())].filter(([, { risk }]) => risk !== 'none');
    assert.deepEqual(withFindings.map(([path]) => path).sort(), ['Skabeloner2/c.txt', 'd.txt']);
  });

  it('does not look for a type that is switched off', async () => {
    room.file('a.txt', 'skriv til anna@example.dk');
    await use({ off: ['EMAIL_ADDRESS'] });
    await room.scan();
    assert.deepEqual(await found('a.txt'), []);
  });

  it('reads files anew when the rules change, and only those with text', async () => {
    room.file('a.txt', 'om Projekt Falkøje');
    room.file('tom.txt', '');
    await room.scan();
    await use({ rules: [FALCON] });
    room.pool.forget();
    await room.scan();
    assert.deepEqual([room.pool.opened, await found('a.txt')], [['a.txt'], ['CUSTOM_FALK 1']]);
  });

  it('reads nothing anew when the rules are as they were', async () => {
    room.file('a.txt', 'om Projekt Falkøje');
    await use({ rules: [FALCON] });
    await room.scan();
    await use({ rules: [FALCON] });
    room.pool.forget();
    await room.scan();
    assert.deepEqual(room.pool.opened, []);
  });

  it('forgets what was allowed when it is allowed no more', async () => {
    room.file('a.txt', 'skriv til info@firma.dk');
    await use({ allowances: [{ id: 'A1', kind: 'value', value: 'info@firma.dk', reason: 'egen' }] });
    await room.scan();
    await use({});
    await room.scan();
    assert.deepEqual([await found('a.txt'), (await look('a.txt')).allowed], [['EMAIL_ADDRESS 1'], []]);
  });
});

describe('a trial of rules', () => {
  let room: ScanRoom;
  beforeEach(async () => {
    room = await scanRoom();
    room.file('a.txt', 'om Projekt Falkøje, anna@example.dk');
    room.file('b.txt', 'intet');
    await room.scan();
    room.pool.forget();
  });
  afterEach(() => room.close());

  const rules = inForce({ rules: [FALCON] });
  const drawn = { files: null, sourceId: null };

  it('reads files anew and says what would be found', async () => {
    const tried = await room.trials.read(someone, drawn, rules);
    const told = tried.map(({ file, now }) => [file.name, now?.counts.map(({ type }) => type)]);
    assert.deepEqual(told.sort(), [
      ['a.txt', ['CUSTOM_FALK', 'EMAIL_ADDRESS']],
      ['b.txt', []],
    ]);
  });

  it('says what the last scan found beside it', async () => {
    const [tried] = (await room.trials.read(someone, drawn, rules)).filter(
      ({ file }) => file.name === 'a.txt',
    );
    assert.deepEqual(
      tried?.before.map(({ type }) => type),
      ['EMAIL_ADDRESS'],
    );
  });

  it('keeps nothing of what it finds', async () => {
    await room.trials.read(someone, drawn, rules);
    const { count } = await room.db.read('file_findings').count({ count: '*' }).first<{ count: number }>();
    assert.equal(count, 1);
  });

  it('is an access on the record, with each file that was read', async () => {
    const before = await room.db.read('file_reads');
    await room.trials.read(someone, drawn, rules);
    const [entry] = await room.audit.newest(1);
    const reads = (await room.db.read('file_reads')).slice(before.length);
    assert.deepEqual([entry?.what, entry?.who, entry?.details['files']], ['rules.tried', someone.who, 2]);
    assert.deepEqual(
      reads.map((read) => read.entry),
      [entry?.sequence, entry?.sequence],
    );
  });

  it('reads the files that were asked for, and none that are not there', async () => {
    const a = (await room.files()).get('a.txt')?.publicId ?? '';
    const files = [a, 'x'.repeat(22)];
    const tried = await room.trials.read(someone, { files, sourceId: null }, rules);
    assert.deepEqual([tried.length, room.pool.opened], [1, ['a.txt']]);
  });

  it('reads no files of other sources than the one that was asked for', async () => {
    assert.deepEqual(await room.trials.read(someone, { files: null, sourceId: 4711 }, rules), []);
  });

  it('says of a file that cannot be read just that', async () => {
    room.pool.before = () => ({ kind: 'timed-out', contentHash: 'a'.repeat(64), size: 1 });
    const tried = await room.trials.read(someone, drawn, rules);
    assert.deepEqual(
      tried.map(({ now }) => now),
      [null, null],
    );
  });

  it('knows how many files the next scan would read anew', async () => {
    assert.equal(await room.trials.readOtherwise(rules), 2);
    await room.restart({ rules });
    await room.scan();
    assert.deepEqual(
      [await room.trials.readOtherwise(rules), await room.trials.readOtherwise(inForce({}))],
      [0, 2],
    );
  });
});
