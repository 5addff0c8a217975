import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { createTextScanner, detect, type ScannedFinding, type TextContext } from '#detect/index.ts';
import { REACH } from '#detect/reach.ts';
import { inventedCpr, withHyphen } from './found.ts';

const WINDOW = 4 * REACH;
const number = withHyphen(inventedCpr('070761', 4200));

function scan(chunks: Iterable<string>, context: TextContext = {}): ScannedFinding[] {
  const scanner = createTextScanner(context, WINDOW);
  const findings: ScannedFinding[] = [];
  for (const chunk of chunks) findings.push(...scanner.push(chunk));
  return [...findings, ...scanner.finish()];
}

function whole(text: string, context: TextContext = {}): ScannedFinding[] {
  return detect(text, context).map((finding) => ({
    ...finding,
    text: text.slice(finding.start, finding.end),
  }));
}

/** `text` cut at the given shares of its length. */
function cut(text: string, shares: readonly number[]): string[] {
  const cuts = [
    0,
    ...shares.map((share) => Math.floor(share * text.length)).sort((a, b) => a - b),
    text.length,
  ];
  return cuts.slice(1).map((end, at) => text.slice(cuts[at], end));
}

const pieces = fc.constantFrom(
  number,
  `CPR ${inventedCpr('150412', 4200, false)}`,
  inventedCpr('010203', 4100),
  'anna@firma.dk',
  'tlf. 23 45 67 89',
  '+45 23456789',
  '23456789',
  'DK50 0040 0440 1162 43',
  '4012 8888 8888 1881',
  'ordrenr. 4711223344',
  '4711223344',
  '\n',
  '\t',
  ' ',
  'x'.repeat(300),
  'ord og flere ord ',
  '😀',
  'æ',
  '@',
  '12 ',
);
const texts = fc.array(pieces, { minLength: 50, maxLength: 400 }).map((parts) => parts.join(' '));
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 });

describe('the text scanner', () => {
  it('finds in any chunks what is found in the whole text', () => {
    fc.assert(
      fc.property(texts, cuts, (text, shares) => {
        assert.deepEqual(scan(cut(text, shares)), whole(text));
      }),
      { numRuns: 60 },
    );
  });

  it('finds in any chunks of a table what is found in the whole table', () => {
    const context = { columns: ['Navn', 'CPR', 'Ordrenr.', 'Mobil'] };
    const rows = fc.array(fc.array(pieces, { minLength: 4, maxLength: 4 }), {
      minLength: 50,
      maxLength: 200,
    });
    fc.assert(
      fc.property(rows, cuts, (table, shares) => {
        const text = table.map((row) => row.map((cell) => cell.replace(/[\t\n]/, '')).join('\t')).join('\n');
        assert.deepEqual(scan(cut(text, shares), context), whole(text, context));
      }),
      { numRuns: 40 },
    );
  });

  it('finds in any chunks of a text with tables in it what is found in the whole text', () => {
    const line = fc.oneof(
      fc.constantFrom(
        'Navn\tCPR\tOrdrenr.',
        'Varenr.   Vare   Antal',
        '',
        'en linje ord',
        `${'lang '.repeat(600)}\tCPR\tOrdrenr.`,
      ),
      fc
        .array(pieces, { minLength: 3, maxLength: 3 })
        .map((cells) => cells.map((cell) => cell.trim()).join('\t')),
      fc
        .array(pieces, { minLength: 3, maxLength: 3 })
        .map((cells) => cells.map((cell) => cell.trim()).join('   ')),
    );
    fc.assert(
      fc.property(fc.array(line, { minLength: 100, maxLength: 400 }), cuts, (lines, shares) => {
        const text = lines.join('\n');
        assert.deepEqual(scan(cut(text, shares)), whole(text));
      }),
      { numRuns: 60 },
    );
  });

  it('finds in any chunks of rows without a header what is found in all of them', () => {
    const cell = fc.oneof(
      fc.nat(9_999_999_999).map((value) => String(value).padStart(10, '0')),
      fc.integer({ min: 4000, max: 4999 }).map((serial) => inventedCpr('070761', serial)),
      fc.constantFrom('', 'Anna Krogh', '"Krogh, Anna"', '4012888888881881', '84102042890'),
    );
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 6 }), { minLength: 300, maxLength: 900 });
    const between = fc.constantFrom('\t', ';', ',', '|', '   ', ' ');
    fc.assert(
      fc.property(rows, between, cuts, (table, separator, shares) => {
        const text = table.map((row) => row.join(separator)).join('\n');
        const context = { unsure: true };
        assert.deepEqual(scan(cut(text, shares), context), whole(text, context));
      }),
      { numRuns: 40 },
    );
  });

  it('finds a number once wherever it lies about a seam', () => {
    for (let before = WINDOW - REACH - 30; before < WINDOW - REACH + 10; before += 1) {
      const text = `${'ord '.repeat(before).slice(0, before - 1)} ${number}${' ord'.repeat(WINDOW)}`;
      assert.deepEqual(
        scan([text]).map((finding) => finding.start),
        [before],
      );
    }
  });

  it('takes one character at a time', () => {
    const text = `CPR ${number}, anna@firma.dk`;
    assert.deepEqual(scan(text), whole(text));
  });

  it('gives the text that stands at the offsets', () => {
    const text = `${'ord '.repeat(20_000)}${number} ord`;
    assert.deepEqual(
      scan([text]).map((finding) => finding.text),
      [number],
    );
  });

  it('reads on with a long line in bounded memory', () => {
    const scanner = createTextScanner();
    const chunk = 'ord uden linjeskift '.repeat(50_000);
    const before = heapInUse();
    for (let count = 0; count < 60; count += 1) scanner.push(chunk);
    const grown = (heapInUse() - before) / 1_000_000;
    assert.ok(grown < 10, `${Math.round(grown)} MB more after 60 MB of text`);
  });

  it('takes nothing after its end', () => {
    const scanner = createTextScanner();
    scanner.finish();
    assert.throws(() => scanner.push('mere'));
  });
});

/** Bytes on the heap once the garbage is gone. */
function heapInUse(): number {
  setFlagsFromString('--expose-gc');
  runInNewContext('gc()');
  return process.memoryUsage().heapUsed;
}
