import { firstSlot } from '#detect/names/hashing.ts';
import { checkOf, FORMAT_VERSION, HEADER_LENGTH, MAGIC } from '#detect/names/weights.ts';
import type { FeatureNumbers } from './examples.ts';
import type { Field } from './field.ts';

/**
 * Writes a weights file: the strongest `most` rows, in int8, in a hash table. Of two rows of like strength the one that
 * was met more often is kept.
 * @param numbers rows of the field by feature key.
 * @param counts how often each key was met in training.
 * @param words the laid-out word list.
 */
export function packModel(
  { number: modelNumber, temperature }: { number: number; temperature: number },
  field: Field,
  { numbers, counts }: Pick<FeatureNumbers, 'numbers' | 'counts'>,
  words: Uint16Array,
  most: number,
): Uint8Array {
  const { labels, rows } = field;
  const strong: { key: number; row: number; strength: number }[] = [];
  for (const [key, number] of numbers) {
    let strength = 0;
    for (let label = 0; label < labels; label += 1)
      strength = Math.max(strength, Math.abs(rows[number * labels + label] ?? 0));
    strength *= (counts.get(key) ?? 1) ** 0.1;
    if (strength > 0.01) strong.push({ key, row: number * labels, strength });
  }
  strong.sort((a, b) => b.strength - a.strength || a.key - b.key);
  strong.length = Math.min(strong.length, most);
  const scale = LARGEST / 127;
  const capacity = Math.ceil(strong.length / TAKEN);
  const checks = new Uint16Array(capacity);
  const packed = new Int8Array(capacity * labels);
  for (const { key, row } of strong) {
    let slot = firstSlot(key, capacity);
    while (checks[slot] !== 0) slot = (slot + 1) % capacity;
    checks[slot] = checkOf(key);
    for (let label = 0; label < labels; label += 1) {
      const weight = Math.round((rows[row + label] ?? 0) / scale);
      packed[slot * labels + label] = Math.max(-127, Math.min(127, weight));
    }
  }
  const header = new DataView(new ArrayBuffer(HEADER_LENGTH));
  for (let at = 0; at < MAGIC.length; at += 1) header.setUint8(at, MAGIC.charCodeAt(at));
  header.setUint8(4, FORMAT_VERSION);
  header.setUint8(5, labels);
  header.setUint32(8, modelNumber, true);
  header.setFloat32(12, scale, true);
  header.setFloat32(16, temperature, true);
  header.setUint32(20, capacity, true);
  header.setUint32(24, words.length / 2, true);
  const parts = [header, field.starts, field.ends, field.transitions, words, checks, packed];
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.byteLength, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(new Uint8Array(part.buffer, part.byteOffset, part.byteLength), at);
    at += part.byteLength;
  }
  return bytes;
}

/** Share of the slots that are taken. */
const TAKEN = 0.88;
/** Weights beyond are cut to it. */
const LARGEST = 4;
