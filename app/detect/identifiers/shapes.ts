import type { Identifier } from './identifier.ts';

/** A place in the tree of shapes: the words read so far, who is written so, and which words may follow. */
export interface ShapeNode {
  readonly next: Map<number, ShapeNode>;
  readonly takers: Taker[];
  /** Whether spaces stand between its words: then another word of digits behind it makes it part of more. */
  spaced: boolean;
}

interface Taker {
  readonly identifier: Identifier;
  /** The identifier's place in the list. */
  readonly index: number;
  /** What this writing speaks for it, log odds. */
  readonly bonus: number;
}

/** All shapes as one tree, so that a text is read once however many identifiers there are. */
export function shapeTree(identifiers: readonly Identifier[]): ShapeNode {
  const root = node();
  identifiers.forEach((identifier, index) => {
    for (const [shape, bonus] of Object.entries(identifier.shapes)) {
      const end = nodeOf(root, shape);
      if (end.takers.length === MOST_TAKERS) throw new Error(`The shape ${shape} has too many takers.`);
      end.takers.push({ identifier, index, bonus });
      end.spaced = shape.includes(' ');
    }
  });
  return root;
}

/** The key of a word in the tree: what came before it (0 at the start), what it is made of, how long it is. */
export function wordKey(separator: number, make: Make, length: number): number {
  return (separator * 4 + make) * LONGEST + Math.min(length, LONGEST - 1);
}

/** What a word is made of: digits, letters, or both. */
export type Make = 0 | 1 | 2;
export const DIGITS: Make = 0;
export const LETTERS: Make = 1;
export const BOTH: Make = 2;

/** What stands between two words of a number, as a key; 0 for what joins none. */
export function separatorOf(unit: number): number {
  return unit < SEPARATORS.length ? (SEPARATORS[unit] ?? 0) : beyondLatin(unit);
}

export const SPACE = 1;
export const HYPHEN = 2;
const BETWEEN = ' -./+';
const LONGEST = 128;
/** Each has a bit of a whole number. */
const MOST_TAKERS = 31;

function node(): ShapeNode {
  return { next: new Map(), takers: [], spaced: false };
}

function nodeOf(root: ShapeNode, shape: string): ShapeNode {
  let at = root;
  for (const [, between = '', make = '', length = ''] of shape.matchAll(/([ \-./+]?)([dax])(\d+)/g)) {
    const key = wordKey(BETWEEN.indexOf(between) + (between === '' ? 0 : 1), makeOf(make), Number(length));
    const known = at.next.get(key) ?? node();
    at.next.set(key, known);
    at = known;
  }
  return at;
}

function makeOf(letter: string): Make {
  return letter === 'd' ? DIGITS : letter === 'a' ? LETTERS : BOTH;
}

const SEPARATORS = new Uint8Array(256);
for (const [at, sign] of Array.from(BETWEEN).entries()) SEPARATORS[sign.charCodeAt(0)] = at + 1;
SEPARATORS[0xa0] = SPACE;
SEPARATORS[0xad] = HYPHEN;

/** Thin and figure spaces; dashes of all lengths and the minus sign. */
function beyondLatin(unit: number): number {
  if (unit === 0x2009 || unit === 0x202f || unit === 0x2007) return SPACE;
  return (unit >= 0x2010 && unit <= 0x2015) || unit === 0x2212 ? HYPHEN : 0;
}
