import { Unread } from '../format.ts';
import type { SourceBytes } from './source-bytes.ts';

const HEADER = 3;
const CLEAR = 256;
const PIECE = 64 * 1024;

/**
 * What a .Z file of Unix' compress unpacks to: LZW with codes of 9 to at most 16 bits. Codes come in groups of eight of
 * the same width; what is left of a group is passed over when the width changes. Throws `Unread('corrupt')`.
 */
export function* compressPieces(bytes: SourceBytes): Generator<Uint8Array> {
  const flags = bytes.take(HEADER)[2] ?? 0;
  const widest = flags & 0x1f;
  if (widest < 9 || widest > 16) throw new Unread('corrupt');
  const isBlocked = (flags & 0x80) !== 0;
  const codes = new Codes(bytes);
  const before = new Uint16Array(2 ** widest);
  const last = new Uint8Array(2 ** widest);
  for (let i = 0; i < 256; i++) last[i] = i;
  const first = isBlocked ? CLEAR + 1 : CLEAR;
  const stack = new Uint8Array(2 ** widest + 1);
  let piece = new Uint8Array(PIECE);
  let filled = 0;
  let free = first;
  let previous = -1;
  let begins = 0;
  for (let width = 9; ;) {
    if (free > 2 ** width - (width === widest ? 0 : 1) && width < widest) codes.endGroup(width++);
    const code = codes.next(width);
    if (code < 0) break;
    if (code === CLEAR && isBlocked) {
      codes.endGroup(width);
      width = 9;
      free = first;
      previous = -1;
      continue;
    }
    if (previous < 0 ? code > 255 : code > free) throw new Unread('corrupt');
    let depth = 0;
    let at = code;
    // A code that is only now being made stands for the one before and its own first byte.
    if (code === free && previous >= 0) {
      stack[depth++] = begins;
      at = previous;
    }
    for (; at > 255; at = before[at] ?? 0) stack[depth++] = last[at] ?? 0;
    begins = at;
    stack[depth++] = at;
    while (depth > 0) {
      piece[filled++] = stack[--depth] ?? 0;
      if (filled < PIECE) continue;
      yield piece;
      piece = new Uint8Array(PIECE);
      filled = 0;
    }
    if (previous >= 0 && free < 2 ** widest) {
      before[free] = previous;
      last[free++] = begins;
    }
    previous = code;
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

/** Codes, the lowest bit first. */
class Codes {
  readonly #bytes: SourceBytes;
  #bits = 0;
  #count = 0;
  #inGroup = 0;

  constructor(bytes: SourceBytes) {
    this.#bytes = bytes;
  }

  /** -1 at the end. */
  next(width: number): number {
    while (this.#count < width) {
      if (this.#bytes.atEnd) return -1;
      this.#bits |= this.#bytes.next() << this.#count;
      this.#count += 8;
    }
    const code = this.#bits & ((1 << width) - 1);
    this.#bits >>>= width;
    this.#count -= width;
    this.#inGroup = (this.#inGroup + 1) % 8;
    return code;
  }

  endGroup(width: number): void {
    while (this.#inGroup !== 0 && this.next(width) >= 0);
    this.#inGroup = 0;
    this.#bits = 0;
    this.#count = 0;
  }
}
