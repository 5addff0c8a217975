import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { records, run, start } from './command-line.ts';

/** Both are invented. */
const CPR = '070761-4285';
const MAIL = 'anna@example.dk';

describe('datamapper detect', () => {
  it('prints one finding a line with exactly the fields of the contract', async () => {
    const { code, stdout } = await run(['detect'], `cpr-nr. ${CPR}`);
    const [finding, ...more] = records(stdout);
    assert.deepEqual(Object.keys(finding ?? {}), ['type', 'category', 'start', 'end', 'confidence', 'why']);
    assert.deepEqual([code, finding?.type, finding?.category, more.length], [0, 'DK_CPR', 'confidential', 0]);
  });

  it('never prints the value unless it is asked to', async () => {
    assert.equal((await run(['detect'], `cpr-nr. ${CPR}`)).stdout.includes(CPR), false);
  });

  it('adds the value on --reveal', async () => {
    const [finding] = records((await run(['detect', '--reveal'], `cpr-nr. ${CPR}`)).stdout);
    assert.equal(finding?.text, CPR);
  });

  it('tells on --unsure also what it does not believe, and why', async () => {
    const text = `Vi har fået ordre ${CPR}`;
    assert.equal((await run(['detect'], text)).stdout, '');
    const [finding] = records((await run(['detect', '--unsure'], text)).stdout);
    assert.ok(Number(finding?.confidence) < 0.4);
    assert.match(String(finding?.why), /against it: the words beside it say order/);
  });

  it('counts in UTF-16 code units over the whole input', async () => {
    const text = `\ufeff😀 æøå ${'x '.repeat(200_000)} skriv til ${MAIL}.`;
    const [finding] = records((await run(['detect'], text)).stdout);
    assert.deepEqual([finding?.start, finding?.end], [text.indexOf(MAIL), text.indexOf(MAIL) + MAIL.length]);
  });

  it('finds nothing in nothing', async () => {
    assert.deepEqual(await run(['detect'], ''), { code: 0, stdout: '', stderr: '' });
  });

  it('takes no file name', async () => {
    assert.equal((await run(['detect', 'file.txt'])).code, 2);
  });
});

describe('datamapper detect --jsonl', () => {
  const detect = async (
    lines: readonly (string | object)[],
  ): Promise<{ code: number | null; out: Record<string, unknown>[] }> => {
    const input = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    const { code, stdout } = await run(['detect', '--jsonl'], input);
    return { code, out: records(stdout) };
  };

  it('answers each line with its id, in order', async () => {
    const { code, out } = await detect([
      { id: 'b', text: `cpr ${CPR}` },
      { id: 'a', text: 'intet' },
    ]);
    assert.deepEqual([code, out.map(({ id }) => id)], [0, ['b', 'a']]);
  });

  it('gives a clean text an empty list', async () => {
    assert.deepEqual((await detect([{ id: 1, text: 'intet' }])).out, [{ id: 1, findings: [] }]);
  });

  it('counts from the start of each text', async () => {
    const { out } = await detect([
      { id: 1, text: `cpr ${CPR}` },
      { id: 2, text: `cpr ${CPR}` },
    ]);
    assert.deepEqual(
      out.map(({ findings }) => (findings as { start: number }[]).map(({ start: from }) => from)),
      [[4], [4]],
    );
  });

  for (const id of [
    '"x"',
    '7',
    '-1.50',
    '12345678901234567890',
    'null',
    'true',
    '[1,{"a":1e400}]',
    '{"k":"v"}',
    '"\\ud800"',
  ]) {
    it(`echoes the id ${id} as it was`, async () => {
      const { stdout } = await run(['detect', '--jsonl'], `{"text":"intet","id":${id}}`);
      assert.equal(stdout, `{"id":${id},"findings":[]}\n`);
    });
  }

  it('puts an error in the place of a line that is no JSON, and goes on', async () => {
    const { code, out } = await detect([{ id: 1, text: 'a' }, '{"id":2,', { id: 3, text: 'b' }]);
    assert.equal(code, 1);
    assert.deepEqual(out, [
      { id: 1, findings: [] },
      { line: 2, error: 'not a JSON object' },
      { id: 3, findings: [] },
    ]);
  });

  for (const line of ['', '[]', '7', 'null', '"text"']) {
    it(`refuses the line ${JSON.stringify(line)}`, async () => {
      const { code, out } = await detect([line, { id: 1, text: '' }]);
      assert.deepEqual([code, out[0]?.line, out.length], [1, 1, 2]);
    });
  }

  it('names the id of a line without a text', async () => {
    const { code, out } = await detect([{ id: 'x', text: 5 }]);
    assert.deepEqual([code, out], [1, [{ id: 'x', line: 1, error: '"text" is missing or is not a string' }]]);
  });

  it('refuses a line that is not UTF-8', async () => {
    const { code, stdout } = await run(
      ['detect', '--jsonl'],
      Buffer.from('{"id":1,"text":"\xe6"}\n', 'latin1'),
    );
    assert.deepEqual([code, records(stdout)], [1, [{ line: 1, error: 'not UTF-8' }]]);
  });

  it('never quotes a line that it refuses', async () => {
    const { stdout, stderr } = await run(['detect', '--jsonl'], `{"id":1,"text":"${CPR}`);
    assert.equal(`${stdout}${stderr}`.includes(CPR), false);
  });

  it('takes a last line without a newline, and lines that end in CRLF', async () => {
    const { code, stdout } = await run(['detect', '--jsonl'], '{"id":1,"text":""}\r\n{"id":2,"text":""}');
    assert.deepEqual([code, records(stdout).length], [0, 2]);
  });

  it('refuses a line over 64 MB and goes on', async () => {
    const { code, out } = await detect([
      `{"id":1,"text":"${'a'.repeat(64 * 1024 * 1024)}"}`,
      { id: 2, text: '' },
    ]);
    assert.deepEqual(
      [code, out],
      [
        1,
        [
          { id: null, line: 1, error: 'the line is longer than 64 MB' },
          { id: 2, findings: [] },
        ],
      ],
    );
  });

  it('answers a line before the next one comes', async () => {
    const child = start(['detect', '--jsonl']);
    child.stdin.write('{"id":1,"text":"intet"}\n');
    const [chunk] = (await once(child.stdout, 'data')) as [Buffer];
    child.stdin.end();
    await once(child, 'close');
    assert.equal(chunk.toString(), '{"id":1,"findings":[]}\n');
  });

  it('ends quietly when its reader has seen enough', async () => {
    const child = start(['detect', '--jsonl']);
    let stderr = '';
    child.stderr.on('data', (text: Buffer) => (stderr += text.toString()));
    child.stdin.on('error', () => undefined);
    child.stdout.destroy();
    child.stdin.write('{"id":1,"text":"intet"}\n'.repeat(20_000));
    await once(child, 'close');
    assert.deepEqual([child.exitCode, stderr], [0, '']);
  });
});

describe('datamapper detect, when its output cannot be written', () => {
  it('says so and ends with 1', () => {
    const main = fileURLToPath(new URL('../../../app/boot/cli/main.ts', import.meta.url));
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(process.execPath, [main, 'detect'], {
      input: `cpr ${CPR}`,
      stdio: ['pipe', full, 'pipe'],
    });
    closeSync(full);
    assert.equal(status, 1);
    assert.match(stderr.toString(), /cannot be written/);
  });
});
