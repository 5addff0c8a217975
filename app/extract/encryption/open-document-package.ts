import { inflateRawSync } from 'node:zlib';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { Reading } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import type { Part } from '../office/package.ts';
import { partBytes, partsOf } from '../office/package.ts';
import { collected } from '../text/chunks.ts';
import type { PartLock } from './open-document-locks.ts';
import { locksIn } from './open-document-locks.ts';
import { openedPart } from './open-document-part.ts';

/**
 * The parts of an OpenDocument package, opened with the first password that fits where they are enciphered; since 2024
 * LibreOffice enciphers a whole package inside another. Throws `Unread('encrypted')` when no password fits.
 */
export async function openedParts(parts: readonly Part[], reading: Reading): Promise<readonly Part[]> {
  const locks = await locksOf(parts, reading);
  if (locks.size === 0) return parts;
  const whole = parts.find(({ name }) => name === 'encrypted-package');
  if (whole) {
    const lock = locks.get(whole.name);
    if (!lock) throw new Unread('encrypted');
    const inner = await bytesOf(whole, lock, reading);
    return await partsOf(bytesInMemory(inner), reading);
  }
  // The content tells whether there is a password at all; after that, one damaged part does not cost the others.
  const locked = parts.filter(({ name }) => locks.has(name));
  const tested = locked.find(({ name }) => name === 'content.xml') ?? locked[0];
  const first = tested && locks.get(tested.name);
  if (!first) throw new Unread('encrypted');
  openedPart(await packedBytes(tested, reading), first, reading.passwords);
  return parts.map((part) => {
    const lock = locks.get(part.name);
    if (!lock) return part;
    const content = async () => bytesInMemory(await bytesOf(part, lock, reading));
    return { ...part, entry: { ...part.entry, content } };
  });
}

/** A package whose manifest is damaged is read as if nothing in it were enciphered. */
async function locksOf(parts: readonly Part[], reading: Reading): Promise<Map<string, PartLock>> {
  const manifest = parts.find(({ name }) => name === 'META-INF/manifest.xml');
  if (!manifest) return new Map();
  try {
    return await locksIn(partBytes(manifest, reading));
  } catch (error) {
    reading.leftOut(reasonOf(error));
    return new Map();
  }
}

async function packedBytes(part: Part, reading: Reading): Promise<Buffer> {
  const packed = await collected(partBytes(part, reading), reading.limits.maxInMemory);
  return Buffer.from(packed.read(0, packed.size));
}

async function bytesOf(part: Part, lock: PartLock, reading: Reading): Promise<Buffer> {
  const plain = openedPart(await packedBytes(part, reading), lock, reading.passwords);
  try {
    return inflateRawSync(plain, { maxOutputLength: reading.limits.maxInMemory });
  } catch (error) {
    throw new Unread(error instanceof RangeError ? 'too_large' : 'corrupt', { cause: error });
  }
}
