import assert from 'node:assert/strict';
import { stdnum } from 'stdnum';
import { identifiers } from '#detect/detectors.ts';
import { lastBirthDay } from '#detect/identifiers/calendar.ts';

/** What both of us read: our identifier, their validator (DE.idnr lets any digit repeat, so it is not asked), and how to make a value of the right form. */
interface Pair {
  readonly id: string;
  /** Country and name. */
  readonly theirs: readonly [string, string];
  readonly form: () => string;
}

const random = seededRandom(41);
const digits = (count: number): string =>
  Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
const letter = (letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'): string =>
  letters.charAt(Math.floor(random() * letters.length));
/** Two digits up to `most`, from 01. */
const upTo = (most: number): string => String(1 + Math.floor(random() * most)).padStart(2, '0');
/** Days to 28, so that leap years and months need no thought. */
const ddmm = (): string => upTo(28) + upTo(12);
const mmdd = (): string => upTo(12) + upTo(28);

const PAIRS: readonly Pair[] = [
  {
    id: 'no-fodselsnummer',
    theirs: ['NO', 'fodselsnummer'],
    form: () => `${ddmm()}${digits(2)}0${digits(4)}`,
  },
  { id: 'nl-bsn', theirs: ['NL', 'bsn'], form: () => digits(9) },
  { id: 'pl-pesel', theirs: ['PL', 'pesel'], form: () => `5${digits(1)}${mmdd()}${digits(5)}` },
  { id: 'es-nif', theirs: ['ES', 'dni'], form: () => `${digits(8)}${letter()}` },
  { id: 'es-nie', theirs: ['ES', 'nie'], form: () => `${letter('XYZ')}${digits(7)}${letter()}` },
  { id: 'lt-asmens-kodas', theirs: ['LT', 'asmens'], form: () => `3${digits(2)}${mmdd()}${digits(4)}` },
  { id: 'ee-isikukood', theirs: ['EE', 'ik'], form: () => `4${digits(2)}${mmdd()}${digits(4)}` },
  { id: 'at-svnr', theirs: ['AT', 'vnr'], form: () => `5${digits(3)}${ddmm()}${digits(2)}` },
  { id: 'ch-ahv', theirs: ['CH', 'ssn'], form: () => `756${digits(10)}` },
  {
    id: 'fr-nir',
    theirs: ['FR', 'nir'],
    form: () => `1${digits(2)}${upTo(12)}75${upTo(90)}0${digits(5)}`.slice(0, 15),
  },
  {
    id: 'be-rijksregisternummer',
    theirs: ['BE', 'nn'],
    form: () => `8${digits(1)}${mmdd()}${digits(3)}${upTo(97)}`,
  },
  {
    id: 'se-personnummer',
    theirs: ['SE', 'personnummer'],
    form: () => `19${letter('123456789')}5${mmdd()}-${digits(4)}`,
  },
  { id: 'is-kennitala', theirs: ['IS', 'kennitala'], form: () => `${ddmm()}${digits(5)}9` },
  {
    id: 'fi-personal-identity-code',
    theirs: ['FI', 'hetu'],
    form: () => `${ddmm()}7${digits(1)}-1${digits(2)}${letter('0123456789ABCDEFHJKLMNPRSTUVWXY')}`,
  },
  { id: 'cz-rodne-cislo', theirs: ['CZ', 'rc'], form: () => `8${digits(1)}${mmdd()}${digits(4)}` },
  { id: 'ie-pps', theirs: ['IE', 'pps'], form: () => `${digits(7)}${letter('ABCDEFGHIJKLMNOPQRSTUVW')}` },
  { id: 'pt-nif', theirs: ['PT', 'nif'], form: () => `2${digits(8)}` },
  { id: 'pt-cartao-de-cidadao', theirs: ['PT', 'cc'], form: () => `${digits(9)}ZZ${digits(1)}` },
  {
    id: 'it-fiscal-code',
    theirs: ['IT', 'codicefiscale'],
    form: () => `RSSMRA${digits(2)}${letter('ABCDEHLMPRST')}${upTo(28)}H${digits(3)}${letter()}`,
  },
];

describe("identifiers and stdnum's validators", () => {
  for (const { id, theirs, form } of PAIRS) {
    const ours = identifiers.find((one) => one.id === id);
    it(`agree on made numbers, right and wrong: ${id}`, () => {
      const validator = stdnum[theirs[0]]?.[theirs[1]];
      assert.ok(ours && validator);
      let right = 0;
      const differing: string[] = [];
      for (let count = 0; count < 3000; count += 1) {
        const value = form();
        const holds = ours.holds(value.replace('-', ''), lastBirthDay(undefined));
        if (holds) right += 1;
        if (holds !== validator.validate(value).isValid) differing.push(value);
      }
      assert.deepEqual(differing.slice(0, 5), []);
      assert.ok(right > 5, `only ${right} of 3000 held`);
    });
  }
});

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
}
