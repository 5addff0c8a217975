import { createHash } from 'node:crypto';

/**
 * The hash chain of the record (docs/formats/audit-chain.md). Each link covers its place, its time, a salted hash of
 * what the entry says, and the link before it. The content itself is not covered directly, so that it can be sealed
 * anew, or erased by law, without breaking the chain.
 */
export interface Link {
  /** 1 for the first entry, then one more each; no gaps. */
  readonly sequence: number;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
  /** SHA-256 over the salt and the content, 32 bytes. */
  readonly contentHash: Uint8Array;
  /** The `hash` of the entry before; 32 zero bytes for the first. */
  readonly previous: Uint8Array;
  readonly hash: Uint8Array;
}

const BEFORE_THE_FIRST: Uint8Array = new Uint8Array(32);

export function contentHash(salt: Uint8Array, content: string): Buffer {
  return createHash('sha256').update('datamapper-audit-content/1\0').update(salt).update(content).digest();
}

export function link(
  previous: Pick<Link, 'sequence' | 'hash'> | null,
  at: number,
  content: Uint8Array,
): Link {
  const sequence = (previous?.sequence ?? 0) + 1;
  const before = previous?.hash ?? BEFORE_THE_FIRST;
  return {
    sequence,
    at,
    contentHash: content,
    previous: before,
    hash: linkHash(sequence, at, content, before),
  };
}

export type Fault = 'gap' | 'content-changed' | 'content-missing' | 'link-changed' | 'order-changed';

/**
 * Checks one link against the one before it; takes whatever the numbers and bytes are, and never throws. It does not
 * check the content (compare `contentHash` for that), nor whether links are missing at the end: only a head that
 * somebody else holds can show that.
 */
export function faultIn(previous: Pick<Link, 'sequence' | 'hash'> | null, next: Link): Fault | null {
  if (next.sequence !== (previous?.sequence ?? 0) + 1) return 'gap';
  if (!same(next.previous, previous?.hash ?? BEFORE_THE_FIRST)) return 'order-changed';
  if (!isTime(next.at)) return 'link-changed';
  const hash = linkHash(next.sequence, next.at, next.contentHash, next.previous);
  return same(next.hash, hash) ? null : 'link-changed';
}

export function same(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}

function isTime(at: number): boolean {
  return Number.isSafeInteger(at) && at >= 0;
}

function linkHash(sequence: number, at: number, content: Uint8Array, previous: Uint8Array): Buffer {
  const numbers = Buffer.alloc(16);
  numbers.writeBigUInt64BE(BigInt(sequence), 0);
  numbers.writeBigUInt64BE(BigInt(at), 8);
  return createHash('sha256')
    .update('datamapper-audit/1\0')
    .update(numbers)
    .update(content)
    .update(previous)
    .digest();
}
