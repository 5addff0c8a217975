import assert from 'node:assert/strict';
import { bytesInMemory } from '#kernel/bytes.ts';
import { MOST_PLACES, MOST_VALUES, parseInspection } from '#scan/inspection.ts';
import { inspect } from '#scan/inspection-reading.ts';
import type { Inspection } from '#scan/inspection.ts';
import { asPng } from '../support/documents/picture-maker.ts';

/** All numbers and addresses are invented. */
const CPR = '070761-4285';

const inspectText = (text: string, name = 'file.txt', values = true): Promise<Inspection> =>
  inspect({ name, values, stopAfterMs: 60_000, pictures: false }, bytesInMemory(Buffer.from(text)));

describe('the inspection of a file', () => {
  it('passes the check at the border', async () => {
    const inspection = await inspectText(`navn;cpr\nAnna;${CPR}\nBo;${CPR}\nanna@example.dk;x\n`, 'list.csv');
    assert.deepEqual(parseInspection(JSON.parse(JSON.stringify(inspection))), inspection);
  });

  it('tells one value in many writings as one', async () => {
    const { values } = await inspectText(`cpr ${CPR}, cpr 0707614285, cpr ${CPR}`);
    assert.deepEqual(
      values.map(({ normal, count }) => [normal, count]),
      [['0707614285', 3]],
    );
  });

  it('counts places, and distinct values, which the risk is computed from', async () => {
    const { findings } = await inspectText(`cpr ${CPR}\n`.repeat(40));
    assert.deepEqual([findings[0]?.count, findings[0]?.distinct], [40, 1]);
  });

  it('keeps the first ten places of a value', async () => {
    const { values } = await inspectText(`cpr ${CPR}\n`.repeat(40));
    assert.deepEqual(
      values[0]?.places.map(({ line }) => line),
      Array.from({ length: MOST_PLACES }, (_, index) => index + 1),
    );
  });

  it('knows the line of a value far into a long file', async () => {
    const { values } = await inspectText(`${'en linje uden noget\n'.repeat(40_000)}cpr ${CPR}\n`);
    assert.equal(values[0]?.places[0]?.line, 40_001);
  });

  it('finds what stands at a seam between two segments', async () => {
    for (let shift = 0; shift < 40; shift += 3) {
      const text = `${'x'.repeat(65_536 - 30)}${' '.repeat(shift)} cpr-nr. 070761 4285 og mere`;
      assert.equal((await inspectText(text)).findings[0]?.type, 'DK_CPR', `shift ${shift}`);
    }
  });

  it('shows a little of the text around a value, on one line', async () => {
    const { values } = await inspectText(`${'før '.repeat(50)}\n\tcpr-nr. ${CPR}\n${'efter '.repeat(50)}`);
    const snippet = values[0]?.snippet ?? '';
    assert.match(snippet, new RegExp(`før cpr-nr\\. ${CPR} efter`));
    assert.ok(snippet.length <= 60 + CPR.length + 60);
  });

  it('masks each value', async () => {
    const { values } = await inspectText(`cpr-nr. ${CPR}`);
    assert.equal(values[0]?.masked.includes('4285'), false);
  });

  it('hands over no value when it is not to', async () => {
    const { values, valuesLeftOut, findings } = await inspectText(`cpr-nr. ${CPR}`, 'file.txt', false);
    assert.deepEqual([values, valuesLeftOut, findings.length], [[], 0, 1]);
  });

  it('counts the values past the most that are kept', async () => {
    const addresses = Array.from({ length: MOST_VALUES + 7 }, (_, index) => `navn${index}@example.dk`).join(
      '\n',
    );
    const { values, valuesLeftOut } = await inspectText(addresses);
    assert.deepEqual([values.length, valuesLeftOut], [MOST_VALUES, 7]);
  });

  it('does not let many addresses crowd out one CPR number behind them', async () => {
    const addresses = Array.from({ length: MOST_VALUES + 7 }, (_, index) => `navn${index}@example.dk`).join(
      '\n',
    );
    const { values } = await inspectText(`${addresses}\ncpr-nr. ${CPR}\n`);
    assert.ok(values.some(({ type }) => type === 'DK_CPR'));
  });

  it('tells the language', async () => {
    assert.equal(
      (
        await inspectText(
          'Hvad blev der sagt efter mødet? Nogle af os ved det ikke, og hun har også spurgt mig.',
        )
      ).language,
      'da',
    );
  });

  it('calls an empty file scanned', async () => {
    const { status, reason, textLength, findings } = await inspectText('');
    assert.deepEqual([status, reason, textLength, findings], ['scanned', null, 0, []]);
  });

  it('stops in time, as partial, with what was found by then', async () => {
    let time = 0;
    const text = `cpr-nr. ${CPR}\n${'en linje uden noget\n'.repeat(40_000)}`;
    const job = { name: 'file.txt', values: true, stopAfterMs: 25, pictures: false };
    const { status, reason, findings } = await inspect(job, bytesInMemory(Buffer.from(text)), {
      now: () => (time += 10),
    });
    assert.deepEqual([status, reason, findings.length], ['partial', 'timed_out', 1]);
  });

  it('has no picture read when the time is over', async () => {
    let time = 0;
    let asked = 0;
    const picture = { width: 50, height: 50, grey: new Uint8Array(2500), dpi: 150 };
    const job = { name: 'a.png', values: true, stopAfterMs: 25, pictures: true };
    const { status, reason } = await inspect(job, bytesInMemory(asPng(picture)), {
      now: () => (time += 30),
      pictures: { read: () => Promise.resolve(String(asked++)), decodeWebp: () => Promise.resolve(null) },
    });
    assert.deepEqual([status, reason, asked], ['partial', 'timed_out', 0]);
  });
});

describe('an answer of a worker', () => {
  const sound = (): Promise<Inspection> => inspectText(`cpr-nr. ${CPR}`);
  const refused = async (change: (answer: Inspection) => unknown): Promise<void> => {
    const answer = await sound();
    assert.throws(() => parseInspection(change(answer)));
  };

  it('is refused with too many values', () =>
    refused((answer) => ({ ...answer, values: Array(MOST_VALUES + 1).fill(answer.values[0]) })));
  it('is refused with a field too many', () => refused((answer) => ({ ...answer, extra: 1 })));
  it('is refused with a value that is too long', () =>
    refused((answer) => ({ ...answer, values: [{ ...answer.values[0], value: 'x'.repeat(10_000) }] })));
  it('is refused with a reason that does not exist', () =>
    refused((answer) => ({ ...answer, reason: 'because' })));
  it('is refused with a confidence over one', () =>
    refused((answer) => ({ ...answer, findings: [{ ...answer.findings[0], confidence: 1.5 }] })));
  it('is refused with a type that is no name', () =>
    refused((answer) => ({ ...answer, findings: [{ ...answer.findings[0], type: '<script>' }] })));
});
