import { Unread } from '../format.ts';

export interface DbfField {
  readonly name: Buffer;
  /** One letter: C text, N and F numbers as text, D a day, and others. */
  readonly kind: string;
  readonly start: number;
  readonly length: number;
}

export interface DbfHeader {
  readonly fields: readonly DbfField[];
  readonly records: number;
  /** Where the first record begins, and how long each is, in bytes. */
  readonly start: number;
  readonly length: number;
  /** The code page that the program said it wrote in; null when it did not say. */
  readonly codePage: number | null;
}

const VERSIONS = new Set([
  0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x7b, 0x83, 0x8b, 0x8c, 0xcb, 0xe5, 0xf5, 0xfb,
]);
const KINDS = /^[CNLDMFBGPYTIVXOQW@+0]$/;
const END = 0x0d;

/** Whether a file's beginning is the header of a dBase III to 7 or FoxPro table: nothing in it is a fixed mark. */
export function isDbf(head: Buffer): boolean {
  if (head.length < 65 || !VERSIONS.has(head[0] ?? 0)) return false;
  const [month = 0, day = 0] = [head[2], head[3]];
  if (month > 12 || day > 31) return false;
  const { first, size } = layout(head);
  const start = head.readUInt16LE(8);
  if (start < first + size || head.readUInt16LE(10) < 2) return false;
  const kind = String.fromCharCode(head[first + (size === 48 ? 32 : 11)] ?? 0);
  return (
    KINDS.test(kind) &&
    /^[\p{L}_][\p{L}\d_ ]*$/u.test(nameIn(head.subarray(first, first + size)).toString('latin1'))
  );
}

/** Reads a header from the beginning of a file, which has to hold it whole (64 KiB). Throws `Unread('corrupt')`. */
export function dbfHeader(head: Buffer): DbfHeader {
  const { first, size } = layout(head);
  const start = head.readUInt16LE(8);
  const length = head.readUInt16LE(10);
  const fields: DbfField[] = [];
  let from = 1;
  for (let at = first; at + size <= Math.min(start, head.length) && head[at] !== END; at += size) {
    const field = head.subarray(at, at + size);
    const wide = size === 48;
    const kind = String.fromCharCode(field[wide ? 32 : 11] ?? 0);
    // Clipper has texts longer than a byte can say, with the number of decimals as the higher byte.
    const high = kind === 'C' && !wide ? (field[17] ?? 0) * 256 : 0;
    const width = (field[wide ? 33 : 16] ?? 0) + high;
    if (from + width > length) break;
    fields.push({ name: nameIn(field), kind, start: from, length: width });
    from += width;
  }
  if (fields.length === 0 || length === 0) throw new Unread('corrupt');
  return {
    fields,
    records: head.readUInt32LE(4),
    start,
    length,
    codePage: CODE_PAGES[head[29] ?? 0] ?? null,
  };
}

/** Where the fields are described, and in how many bytes each; dBase 7 has longer names. */
function layout(head: Buffer): { first: number; size: number } {
  return ((head[0] ?? 0) & 7) === 4 && head[0] !== 0x8c ? { first: 68, size: 48 } : { first: 32, size: 32 };
}

function nameIn(field: Buffer): Buffer {
  const name = field.subarray(0, field.length === 48 ? 32 : 11);
  const end = name.indexOf(0);
  return end < 0 ? name : name.subarray(0, end);
}

/** The language driver's byte as a code page (dBase IV and FoxPro). */
const CODE_PAGES: Record<number, number> = Object.fromEntries(
  Object.entries({
    437: [0x01, 0x0b, 0x0d, 0x0f, 0x11, 0x15, 0x18, 0x19, 0x1b],
    850: [0x02, 0x0a, 0x0e, 0x10, 0x12, 0x14, 0x16, 0x1a, 0x1d, 0x25, 0x37],
    865: [0x08, 0x17, 0x66],
    861: [0x67],
    863: [0x1c, 0x6c],
    860: [0x24],
    852: [0x1f, 0x22, 0x23, 0x40, 0x64, 0x87],
    866: [0x26, 0x65],
    737: [0x6a, 0x86],
    857: [0x6b, 0x88],
    932: [0x13, 0x7b],
    936: [0x4d, 0x7a],
    949: [0x4e, 0x79],
    950: [0x4f, 0x78],
    874: [0x50, 0x7c],
    1250: [0xc8],
    1251: [0xc9],
    1252: [0x03, 0x57, 0x58, 0x59],
    1253: [0xcb],
    1254: [0xca],
    1255: [0x7d],
    1256: [0x7e],
    1257: [0xcc],
    10000: [0x04],
    10006: [0x98],
    10007: [0x96],
    10029: [0x97],
  }).flatMap(([page, drivers]) => drivers.map((driver) => [driver, Number(page)])),
);
