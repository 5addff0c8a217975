import { Unread } from '../../format.ts';
import { inCodePage } from '../../text/code-page.ts';
import type { OutlookProperties } from '../outlook-item.ts';

/** A value as it lies in a list of properties. */
interface Value {
  readonly id: number;
  readonly kind: number;
  readonly data: Buffer;
}

const NARROW = 0x1e;
const WIDE = 0x1f;
const OBJECT = 0x0d;
const BINARY = 0x102;
const INTEGER = 3;
const VARIABLE = new Set([NARROW, WIDE, OBJECT, BINARY]);
const SEVERAL = 0x1000;
/** Kinds of a fixed length, in bytes with their padding; 4 for all others. */
const LENGTHS: Record<number, number> = { 5: 8, 6: 8, 7: 8, 0x14: 8, 0x40: 8, 0x48: 16 };
const FIRST_NAMED = 0x8000;
const MAX_PROPERTIES = 50_000;
/** An object begins with the id of the interface that reads it. */
const INTERFACE_ID = 16;

/** A list of MAPI properties in TNEF (MS-OXTNEF 2.1.3.4). Damage ends it where it stands. */
export class TnefProperties implements OutlookProperties {
  readonly #values: Value[] = [];
  readonly #codePage: number;
  /** How many bytes the list has, for another may come behind it. */
  readonly length: number;
  readonly isWhole: boolean;

  constructor(bytes: Buffer, codePage: number) {
    this.#codePage = codePage;
    let at = 4;
    let whole = true;
    try {
      const count = bytes.readUInt32LE(0);
      if (count > MAX_PROPERTIES) throw new Unread('corrupt');
      for (let i = 0; i < count; i++) at = this.#property(bytes, at);
    } catch {
      whole = false;
    }
    this.length = at;
    this.isWhole = whole;
  }

  /** Puts in what stood outside the list, where the list has nothing of it. */
  add(id: number, kind: 'narrow' | 'binary', data: Buffer): void {
    if (!this.#values.some((value) => value.id === id))
      this.#values.push({ id, kind: kind === 'narrow' ? NARROW : BINARY, data });
  }

  text(id: number): string | undefined {
    const value = this.#values.find((one) => one.id === id && (one.kind === NARROW || one.kind === WIDE));
    return value && this.#string(value);
  }

  binary(id: number): Uint8Array | undefined {
    const value = this.#values.find((one) => one.id === id && (one.kind === BINARY || one.kind === OBJECT));
    return value?.kind === OBJECT ? value.data.subarray(INTERFACE_ID) : value?.data;
  }

  number(id: number): number | undefined {
    return this.#values.find((one) => one.id === id && one.kind === INTEGER)?.data.readInt32LE(0);
  }

  *texts(): Generator<readonly [number, string]> {
    for (const value of this.#values)
      if (value.kind === NARROW || value.kind === WIDE) yield [value.id, this.#string(value)];
  }

  #string({ kind, data }: Value): string {
    return inCodePage(data, kind === WIDE ? 1200 : this.#codePage).replace(/\0+$/, '');
  }

  /** Reads one property and gives the place behind it. */
  #property(bytes: Buffer, from: number): number {
    const kind = bytes.readUInt16LE(from);
    const id = bytes.readUInt16LE(from + 2);
    let at = from + 4;
    if (id >= FIRST_NAMED) at = behindName(bytes, at);
    const single = kind & ~SEVERAL;
    const isVariable = VARIABLE.has(single);
    const count = isVariable || kind !== single ? bytes.readUInt32LE(at) : 1;
    if (isVariable || kind !== single) at += 4;
    for (let i = 0; i < count; i++) {
      const length = isVariable ? bytes.readUInt32LE(at) : (LENGTHS[single] ?? 4);
      if (isVariable) at += 4;
      if (at + length > bytes.length || this.#values.length >= MAX_PROPERTIES) throw new Unread('corrupt');
      this.#values.push({ id, kind: single, data: bytes.subarray(at, at + length) });
      at += Math.ceil(length / 4) * 4;
    }
    return at;
  }
}

/** A property with a name has behind its number a set's id and a number of it, or a name in UTF-16. */
function behindName(bytes: Buffer, at: number): number {
  const isNumber = bytes.readUInt32LE(at + 16) === 0;
  return isNumber ? at + 24 : at + 24 + Math.ceil(bytes.readUInt32LE(at + 20) / 4) * 4;
}
