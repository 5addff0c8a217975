/** What stands in a cell: its own value as text, or the key of a text that its table keeps in a list. */
export type CellContent =
  | { readonly kind: 'value'; readonly text: string }
  | { readonly kind: 'text' | 'rich'; readonly key: number };

const EMPTY: CellContent = { kind: 'value', text: '' };
const [NUMBER, TEXT, DATE, BOOLEAN, DURATION, RICH, CURRENCY] = [2, 3, 5, 6, 7, 9, 10];

/**
 * A cell of a table as iWork stores it: a version, the kind, and flags that say which values follow. Version 5 came in
 * 2019; the others before it. Formats of numbers are not applied. Bytes that end early make an empty cell.
 */
export function cellContent(bytes: Buffer): CellContent {
  try {
    const version = bytes.readUInt8(0);
    return version >= 5 ? newCell(bytes) : oldCell(bytes, version);
  } catch {
    return EMPTY;
  }
}

function newCell(bytes: Buffer): CellContent {
  const flags = bytes.readUInt32LE(8);
  let at = 12;
  let number = 0;
  let seconds = 0;
  const values: Record<number, number> = {};
  if ((flags & 1) !== 0) {
    number = decimal(bytes.subarray(at, at + 16));
    at += 16;
  }
  if ((flags & 2) !== 0) {
    number = bytes.readDoubleLE(at);
    at += 8;
  }
  if ((flags & 4) !== 0) {
    seconds = bytes.readDoubleLE(at);
    at += 8;
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    values[flag] = bytes.readUInt32LE(at);
    at += 4;
  }
  return content(bytes[1] ?? 0, { number, seconds, text: values[8], rich: values[16] });
}

function oldCell(bytes: Buffer, version: number): CellContent {
  const flags = bytes.readUInt32LE(4);
  const later = version > 1;
  let at = (later ? 12 : 8) + 4 * ones(flags & (later ? 0xd8e : 0x18e));
  const key = (flag: number): number | undefined => {
    if ((flags & flag) === 0) return undefined;
    at += 4;
    return bytes.readUInt32LE(at - 4);
  };
  const double = (flag: number): number => {
    if ((flags & flag) === 0) return 0;
    at += 8;
    return bytes.readDoubleLE(at - 8);
  };
  const rich = key(0x200);
  at += 4 * ones(flags & (later ? 0x3000 : 0x1000));
  const text = key(0x10);
  const number = double(0x20);
  const seconds = double(0x40);
  return content(bytes[version >= 4 ? 1 : 2] ?? 0, { number, seconds, text, rich });
}

function content(
  kind: number,
  {
    number,
    seconds,
    text,
    rich,
  }: { number: number; seconds: number; text: number | undefined; rich: number | undefined },
): CellContent {
  if (kind === TEXT && text !== undefined) return { kind: 'text', key: text };
  if (kind === RICH && rich !== undefined) return { kind: 'rich', key: rich };
  if (kind === NUMBER || kind === CURRENCY || kind === DURATION)
    return { kind: 'value', text: shown(number) };
  if (kind === DATE) return { kind: 'value', text: dateOf(seconds) };
  return kind === BOOLEAN ? { kind: 'value', text: number === 0 ? 'FALSE' : 'TRUE' } : EMPTY;
}

/** Fifteen digits, as Excel shows at most: decimal fractions would show how they are stored otherwise. */
function shown(number: number): string {
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : '';
}

/** Seconds since 2001 as a day, with the time when there is one. */
function dateOf(seconds: number): string {
  const date = new Date(Date.UTC(2001, 0, 1) + seconds * 1000);
  if (Number.isNaN(date.getTime())) return '';
  const [, year = '', month = '', day = '', time = ''] =
    /^(.+)-(\d\d)-(\d\d)T(\d\d:\d\d)/.exec(date.toISOString()) ?? [];
  return `${day}-${month}-${year}${time === '00:00' ? '' : ` ${time}`}`;
}

/** A decimal number of 128 bits (IEEE 754-2008), the lowest byte first. */
function decimal(bytes: Buffer): number {
  const [high, highest] = [bytes.readUInt8(14), bytes.readUInt8(15)];
  const exponent = (highest & 0x7f) * 128 + (high >> 1) - 0x1820;
  let digits = high & 1;
  for (let i = 13; i >= 0; i--) digits = digits * 256 + bytes.readUInt8(i);
  const value = exponent < 0 ? digits / 10 ** -exponent : digits * 10 ** exponent;
  return highest >= 0x80 ? -value : value;
}

function ones(flags: number): number {
  let count = 0;
  for (let left = flags; left !== 0; left >>>= 1) count += left & 1;
  return count;
}
