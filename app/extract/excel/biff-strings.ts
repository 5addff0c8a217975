import { Unread } from '../format.ts';
import { inCodePage } from '../text/code-page.ts';
import type { BiffRecord } from './biff-records.ts';
import { utf16Text } from '../text/utf16.ts';

/**
 * Reads along a record of BIFF8 and those that continue it. Where a string's characters go on in the next record, a byte
 * there says anew whether they are of one or two bytes (MS-XLS 2.5.293).
 */
export class RecordReader {
  readonly #parts: readonly Buffer[];
  #part = 0;
  #at: number;

  constructor(record: BiffRecord, at = 0) {
    this.#parts = [record.data, ...record.more];
    this.#at = at;
    this.#settle();
  }

  get atEnd(): boolean {
    return this.#part >= this.#parts.length;
  }

  u8(): number {
    const byte = this.#parts[this.#part]?.[this.#at];
    if (byte === undefined) throw new Unread('corrupt');
    this.skip(1);
    return byte;
  }

  u16(): number {
    return this.u8() | (this.u8() << 8);
  }

  u32(): number {
    return this.u16() + this.u16() * 0x10000;
  }

  skip(count: number): void {
    let left = count;
    while (left > 0 && !this.atEnd) {
      const step = Math.min(left, (this.#parts[this.#part]?.length ?? 0) - this.#at);
      this.#at += step;
      left -= step;
      this.#settle();
    }
  }

  /** A string with its flags in front, and behind it what it has of formatting and pronunciation. */
  text(length = this.u16()): string {
    const flags = this.u8();
    const runs = flags & 8 ? this.u16() : 0;
    const phonetic = flags & 4 ? this.u32() : 0;
    const text = this.characters(length, (flags & 1) !== 0);
    this.skip(runs * 4 + phonetic);
    return text;
  }

  characters(length: number, wideAtFirst: boolean): string {
    let wide = wideAtFirst;
    let text = '';
    while (text.length < length && !this.atEnd) {
      const part = this.#parts[this.#part] ?? Buffer.alloc(0);
      const bytes = Math.min((length - text.length) * (wide ? 2 : 1), part.length - this.#at);
      const piece = part.subarray(this.#at, this.#at + bytes);
      text += wide ? utf16Text(piece) : piece.toString('latin1');
      this.#at += bytes;
      if (wide && bytes % 2 === 1) throw new Unread('corrupt');
      const isNext = this.#settle();
      if (isNext && text.length < length) wide = this.#widthAnew(wide);
    }
    return text;
  }

  #widthAnew(before: boolean): boolean {
    return this.atEnd ? before : (this.u8() & 1) !== 0;
  }

  /** To the next record that has something; true when there was a step. */
  #settle(): boolean {
    let hops = false;
    while (this.#part < this.#parts.length && this.#at >= (this.#parts[this.#part]?.length ?? 0)) {
      this.#part++;
      this.#at = 0;
      hops = true;
    }
    return hops;
  }
}

/** A string behind its length of one or two bytes: with flags since Excel 97, before in the book's code page. */
export function biffText(
  record: BiffRecord,
  at: number,
  lengthBytes: 1 | 2,
  book: { readonly unicode: boolean; readonly codePage: number },
): string {
  const { data } = record;
  if (at + lengthBytes > data.length) return '';
  const length = lengthBytes === 1 ? data.readUInt8(at) : data.readUInt16LE(at);
  if (length === 0) return '';
  if (book.unicode) return new RecordReader(record, at + lengthBytes).text(length);
  return inCodePage(data.subarray(at + lengthBytes, at + lengthBytes + length), book.codePage);
}
