import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { scratch, type Scratch } from '../../support/scratch.ts';
import { records, run } from './command-line.ts';

const RULES = {
  rules: [
    { id: 'FALK', title: 'Falk', kind: 'keyword', words: ['Projekt Falkøje'], category: 'confidential' },
    { id: 'SAG', title: 'Sag', kind: 'pattern', pattern: 'SAG-\\d{5}', category: 'ordinary', atLeast: 2 },
  ],
  allowances: [{ id: 'A1', kind: 'domain', domain: 'firma.dk', reason: 'vores egen' }],
  off: ['PHONE_NUMBER', 'LOCATION', 'PERSON'],
};

describe("a company's own rules on the command line", () => {
  let files: Scratch;
  beforeEach(() => {
    files = scratch();
  });
  afterEach(() => files.remove());

  const rulesFile = (content: unknown): string => {
    const path = files.path('rules.json');
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  };
  const types = (stdout: string): unknown[] => records(stdout).map(({ type }) => type);
  const TEXT = 'Projekt Falkøje, info@firma.dk, a@example.dk, tlf. 70 12 34 56';

  it('find, allow and switch off in detect', async () => {
    const { stdout } = await run(['detect', '--rules', rulesFile(RULES)], TEXT);
    assert.deepEqual(types(stdout), ['CUSTOM_FALK', 'EMAIL_ADDRESS']);
  });

  it('hold for each line of detect --jsonl', async () => {
    const lines = [1, 2].map((id) => JSON.stringify({ id, text: TEXT })).join('\n');
    const { stdout } = await run(['detect', '--jsonl', '--rules', rulesFile(RULES)], lines);
    assert.deepEqual(
      records(stdout).map(({ findings }) => (Array.isArray(findings) ? findings.length : null)),
      [2, 2],
    );
  });

  it('find in the files of scan, which counts what a rule needs at least', async () => {
    mkdirSync(files.path('share'));
    writeFileSync(files.path('share/one.txt'), `${TEXT}, SAG-12345`);
    writeFileSync(files.path('share/two.txt'), 'SAG-12345 SAG-54321');
    const { stdout } = await run(['scan', files.path('share'), '--json', '--rules', rulesFile(RULES)]);
    const found = records(stdout).map(({ findings }) =>
      Array.isArray(findings) ? findings.map((one: { type: string }) => one.type) : null,
    );
    assert.deepEqual(found, [['CUSTOM_FALK', 'EMAIL_ADDRESS'], ['CUSTOM_SAG']]);
    assert.deepEqual(
      records(stdout).map(({ allowed }) => allowed),
      [[{ type: 'EMAIL_ADDRESS', count: 1 }], undefined],
    );
  });

  it('are refused with what is wrong before anything is read', async () => {
    const pattern = { id: 'X', title: 'X', kind: 'pattern', pattern: 'sag[', category: 'ordinary' };
    for (const [content, wrong] of [
      ['no json', /is not JSON/],
      [{ rules: [{ ...pattern, category: 'secret' }] }, /rules\.0\.category/],
      [{ rules: [pattern] }, /pattern of X cannot be used \(open-bracket\): \[ at sign 4/],
    ] as const) {
      const { code, stderr } = await run(['detect', '--rules', rulesFile(content)], TEXT);
      assert.equal(code, 2);
      assert.match(stderr, wrong);
    }
  });

  it('are refused when their file cannot be read', async () => {
    const { code, stderr } = await run(['scan', files.path('.'), '--rules', files.path('missing.json')]);
    assert.deepEqual([code, /cannot be read/.test(stderr)], [2, true]);
  });
});
