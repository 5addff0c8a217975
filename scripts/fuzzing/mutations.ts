import type { Rng } from '../demo/rng.ts';
import { tokensFor } from './tokens.ts';

/** One way to spoil some bytes; gives new bytes and leaves the old ones alone. `other` is another document to take from. */
type Mutation = (bytes: Buffer, rng: Rng, other: Buffer, mime: string) => Buffer;

/** Spoils bytes in one to six ways, one after the other. The longest result is four times the bytes, or 64 KiB. */
export function mutated(bytes: Buffer, rng: Rng, other: Buffer, mime: string): Buffer {
  let result = bytes;
  const most = Math.max(64 * 1024, bytes.length * 4);
  for (let left = rng.pick([1, 1, 2, 3, 6]); left > 0; left--)
    result = rng.pick(MUTATIONS)(result, rng, other, mime).subarray(0, most);
  return result;
}

const flipBits: Mutation = (bytes, rng) => {
  const changed = Buffer.from(bytes);
  if (changed.length === 0) return changed;
  for (let left = rng.pick([1, 1, 4, 32]); left > 0; left--) {
    const at = rng.int(0, changed.length - 1);
    changed[at] = (changed[at] ?? 0) ^ (1 << rng.int(0, 7));
  }
  return changed;
};

const cutOff: Mutation = (bytes, rng) => bytes.subarray(0, rng.int(0, bytes.length));

const repeatBlock: Mutation = (bytes, rng) => {
  const [from, to] = part(bytes, rng);
  const times = rng.pick([1, 1, 2, 50]);
  const block = bytes.subarray(from, Math.min(to, from + 4096));
  return Buffer.concat([
    bytes.subarray(0, to),
    ...Array.from({ length: times }, () => block),
    bytes.subarray(to),
  ]);
};

const deleteBlock: Mutation = (bytes, rng) => {
  const [from, to] = part(bytes, rng);
  return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
};

/** A number that something may take for a length, a count or a place, where numbers stand: at even addresses. */
const lieAboutSize: Mutation = (bytes, rng) => {
  const changed = Buffer.from(bytes);
  const [read, write, width, greatest] = rng.pick(NUMBERS);
  if (changed.length < width) return changed;
  const aligned = rng.chance(0.7) ? width : 1;
  const at = rng.int(0, Math.floor((changed.length - width) / aligned)) * aligned;
  const old = changed[read](at);
  const half = Math.floor(greatest / 2);
  const value = rng.pick([0, 1, greatest, half, half + 1, old + 1, old - 1, changed.length, old * 2]);
  changed[write](Math.max(0, value % (greatest + 1)), at);
  return changed;
};

/** Numbers of four bytes are lengths more often than those of two, and little ones first. */
const NUMBERS = [
  ['readUInt32LE', 'writeUInt32LE', 4, 0xffffffff],
  ['readUInt32LE', 'writeUInt32LE', 4, 0xffffffff],
  ['readUInt32BE', 'writeUInt32BE', 4, 0xffffffff],
  ['readUInt16LE', 'writeUInt16LE', 2, 0xffff],
  ['readUInt16BE', 'writeUInt16BE', 2, 0xffff],
] as const;

const fillRun: Mutation = (bytes, rng) => {
  const changed = Buffer.from(bytes);
  const [from, to] = part(bytes, rng);
  return changed.fill(rng.pick([0, 0, 0xff, 0x20, 0x41]), from, Math.min(to, from + 2048));
};

const splice: Mutation = (bytes, rng, other) => {
  const [from] = part(bytes, rng);
  const [otherFrom, otherTo] = part(other, rng);
  if (rng.chance(0.5)) return Buffer.concat([bytes.subarray(0, from), other.subarray(otherFrom)]);
  return Buffer.concat([bytes.subarray(0, from), other.subarray(otherFrom, otherTo), bytes.subarray(from)]);
};

const putToken: Mutation = (bytes, rng, _other, mime) => {
  const [from, to] = part(bytes, rng);
  const token = rng.pick(tokensFor(mime));
  const times = rng.pick([1, 1, 1, 3, 400]);
  const run = Buffer.concat(Array.from({ length: times }, () => token));
  const rest = rng.chance(0.5) ? from : Math.min(from + run.length, Math.max(to, from));
  return Buffer.concat([bytes.subarray(0, from), run, bytes.subarray(rest)]);
};

/** A number in writing, as in PDF, RTF, XML and tar, becomes another. */
const changeNumber: Mutation = (bytes, rng) => {
  const [from] = part(bytes, rng);
  const text = bytes.toString('latin1', from, from + 4096);
  const found = /\d+/.exec(text);
  if (found === null) return flipBits(bytes, rng, bytes, '');
  const number = rng.pick([
    '0',
    '1',
    '-1',
    '4294967296',
    '2147483647',
    '99999999999999999999',
    '65536',
    '1e9',
  ]);
  const at = from + found.index;
  return Buffer.concat([bytes.subarray(0, at), Buffer.from(number), bytes.subarray(at + found[0].length)]);
};

const MUTATIONS: readonly Mutation[] = [
  flipBits,
  flipBits,
  cutOff,
  repeatBlock,
  deleteBlock,
  lieAboutSize,
  lieAboutSize,
  lieAboutSize,
  fillRun,
  splice,
  putToken,
  putToken,
  changeNumber,
];

/** Where a part of the bytes begins and ends; short ones are as likely as long ones. */
function part(bytes: Buffer, rng: Rng): [number, number] {
  const from = rng.int(0, bytes.length);
  const longest = rng.pick([1, 8, 64, 512, 8192]);
  return [from, Math.min(bytes.length, from + rng.int(0, longest))];
}
