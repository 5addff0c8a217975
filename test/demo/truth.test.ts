import assert from 'node:assert/strict';
import { beginsWithDate } from '../../scripts/demo/numbers.ts';
import type { ShareFile } from '../../scripts/demo/share.ts';
import type { CountedValue } from '../../scripts/demo/truth.ts';
import { firstShare } from './first-share.ts';
import { independentText } from './independent-text.ts';

describe('the truth about the demo share', () => {
  let read: { file: ShareFile; text: string }[];

  before(async () => {
    const files = await firstShare();
    // What was scanned is a picture to the other reader; it was made from a paper of the same makers.
    const readable = files.filter(
      ({ truth }) => ['scanned', 'partial'].includes(truth.status) && !truth.path.startsWith('HR/Skannet/'),
    );
    read = [];
    for (const file of readable) read.push({ file, text: await independentText(file.bytes) });
  });

  it('counts every value as often as another reader finds it in the file', () => {
    const wrong = read.flatMap(({ file, text }) =>
      file.truth.values
        .filter((value) => occurrences(text, value) !== value.count)
        .map((value) => `${file.truth.path}: ${value.type} ${occurrences(text, value)} for ${value.count}`),
    );
    assert.deepEqual(wrong, []);
  });

  it('leaves out no CPR number that is written with a hyphen', () => {
    const missing = unlisted(/(?<![\d-])\d{6}-\d{4}(?![\d-])/g, 'DK_CPR', (text) =>
      beginsWithDate(digitsOf(text)),
    );
    assert.deepEqual(missing, []);
  });

  it('leaves out no e-mail address', () => {
    const missing = unlisted(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g, 'EMAIL_ADDRESS', () => true);
    assert.deepEqual(missing, []);
  });

  it('leaves out no telephone number that is written with +45', () => {
    const missing = unlisted(/\+45(?: ?\d){8}(?!\d)/g, 'PHONE_NUMBER', () => true);
    assert.deepEqual(missing, []);
  });

  it('leaves out no IBAN', () => {
    const missing = unlisted(
      /\b(?:DK|NO|SE|DE|GB)\d\d(?: ?[A-Z\d]{4}){3,5}(?: ?[A-Z\d]{1,3})?\b/g,
      'IBAN_CODE',
      () => true,
    );
    assert.deepEqual(missing, []);
  });

  it('names the people in the file as they are written there', () => {
    const contract = read.find(({ file }) => file.truth.documentKind === 'employment-contract');
    assert.ok(contract && contract.file.truth.people.length > 0);
    for (const person of contract.file.truth.people) assert.ok(contract.text.includes(person));
  });

  function unlisted(pattern: RegExp, type: string, counts: (text: string) => boolean): string[] {
    return read.flatMap(({ file, text }) => {
      const known = [...file.truth.values, ...file.truth.nearMisses].filter((value) => value.type === type);
      const found = [...text.matchAll(pattern)].map((match) => match[0]).filter(counts);
      return found
        .filter((written) => !known.some((value) => sameValue(value, written)))
        .map(() => `${file.truth.path}: ${type}`);
    });
  }
});

/** How often a value stands in a text in any of its writings: separators between digits, any case. */
function occurrences(text: string, { type, text: value }: CountedValue): number {
  if (type === 'EMAIL_ADDRESS')
    return [...text.toLowerCase().matchAll(/[\w.+-]+@[\w-]+(\.[\w-]+)+/g)].filter(([one]) => one === value)
      .length;
  const prefix = value.startsWith('+45') ? '(?:\\+45 ?)?' : '';
  const signs = value.replace(/^\+(45)?/, '').split('');
  const pattern = signs.join('[ -]?');
  return [...text.matchAll(new RegExp(`(?<![A-Z\\d])${prefix}${pattern}(?!\\d)`, 'g'))].length;
}

function sameValue(value: CountedValue, written: string): boolean {
  if (value.type === 'EMAIL_ADDRESS') return value.text === written.toLowerCase();
  const signs = (text: string): string => text.replace(/[^A-Z0-9]/g, '');
  return signs(value.text) === signs(written) || signs(value.text).startsWith(signs(written));
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}
