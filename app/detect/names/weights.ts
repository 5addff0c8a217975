import { type Letters, letterTables } from './letters.ts';
import { firstSlot } from './hashing.ts';
import { type WordList, wordListOf } from './word-list.ts';

/**
 * The trained weights as they lie in memory. A feature's row is found by its key: the lower bits choose the slot, the
 * upper 16 are checked. Scores are sums of int8 weights times `scale`. Transitions are `[from * labels + to]`.
 */
export interface Weights {
  readonly number: number;
  readonly labels: number;
  readonly scale: number;
  /** What log odds are divided by to become honest. */
  readonly temperature: number;
  readonly starts: Float32Array;
  readonly ends: Float32Array;
  readonly transitions: Float32Array;
  readonly checks: Uint16Array;
  readonly rows: Int8Array;
  readonly lists: WordList;
  readonly letters: Letters;
}

/** Labels in the order of the file: outside; then begin and inside of person, location, organisation, other name. */
export const OUTSIDE = 0;
export const LABELS = [
  'O',
  'B-PER',
  'I-PER',
  'B-LOC',
  'I-LOC',
  'B-ORG',
  'I-ORG',
  'B-MISC',
  'I-MISC',
] as const;

export const MAGIC = 'DMNM';
export const FORMAT_VERSION = 2;
export const HEADER_LENGTH = 32;

/**
 * Reads a weights file (docs/formats/name-model.md). Copies what it needs: the bytes may go.
 * @throws Error when it is no such file, of another version, or cut short. It checks lengths, not the weights.
 */
export function readWeights(bytes: Uint8Array): Weights {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const magic = bytes.length < HEADER_LENGTH ? '' : String.fromCharCode(...bytes.subarray(0, 4));
  if (magic !== MAGIC) throw new Error('These bytes are no name model.');
  const version = view.getUint8(4);
  if (version !== FORMAT_VERSION) throw new Error(`Name models of format ${version} are not known here.`);
  const labels = view.getUint8(5);
  const capacity = view.getUint32(20, true);
  const wordCapacity = view.getUint32(24, true);
  const floats = labels * (labels + 2);
  const length = HEADER_LENGTH + 4 * floats + 4 * wordCapacity + capacity * (2 + labels);
  if (labels !== LABELS.length || bytes.length !== length) throw new Error('The name model is damaged.');
  let at = HEADER_LENGTH;
  const take = (size: number): ArrayBuffer => {
    const copy = new ArrayBuffer(size);
    new Uint8Array(copy).set(bytes.subarray(at, at + size));
    at += size;
    return copy;
  };
  return {
    number: view.getUint32(8, true),
    scale: view.getFloat32(12, true),
    temperature: view.getFloat32(16, true),
    labels,
    starts: new Float32Array(take(4 * labels)),
    ends: new Float32Array(take(4 * labels)),
    transitions: new Float32Array(take(4 * labels * labels)),
    lists: wordListOf(new Uint16Array(take(4 * wordCapacity))),
    checks: new Uint16Array(take(2 * capacity)),
    rows: new Int8Array(take(capacity * labels)),
    letters: letterTables(),
  };
}

/** The slot of a key's row, or -1 when the model has no weights for it. */
export function slotOf(checks: Uint16Array, key: number): number {
  const check = checkOf(key);
  const capacity = checks.length;
  for (let slot = firstSlot(key, capacity); ; slot += 1) {
    if (slot === capacity) slot = 0;
    const there = checks[slot];
    if (there === check) return slot;
    if (there === 0) return -1;
  }
}

/** Zero marks a free slot. */
export function checkOf(key: number): number {
  return key & 0xffff || 1;
}
