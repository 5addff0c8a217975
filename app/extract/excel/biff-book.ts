import { Unread } from '../format.ts';
import { BUILT_IN_FORMATS } from '../office/workbook.ts';
import type { BiffRecord } from './biff-records.ts';
import { biffRecords } from './biff-records.ts';
import { biffText, RecordReader } from './biff-strings.ts';

/** What the sheets of an Excel file before 2007 share. */
export interface BiffBook {
  /** Since Excel 97 strings say themselves how they are written. */
  readonly unicode: boolean;
  readonly codePage: number;
  readonly date1904: boolean;
  /** The sheets' names by the place where their records begin; hidden ones too. */
  readonly sheets: ReadonlyMap<number, string>;
  readonly strings: readonly string[];
  /** The number format of a cell, by the number of its style. */
  readonly formats: readonly string[];
  /** Who opened the file last to write, names of ranges and of other files. */
  readonly asides: readonly string[];
}

const BIFF8 = 0x600;
const MAX_STRINGS = 5_000_000;

/** Reads the records before the sheets. Throws `Unread('encrypted')`. Damage ends it where it stands. */
export function biffBook(stream: Buffer): BiffBook {
  const book = new Gathering();
  for (const record of biffRecords(stream)) if (!book.read(record)) break;
  return book.done();
}

class Gathering {
  readonly sheets = new Map<number, string>();
  readonly strings: string[] = [];
  readonly asides: string[] = [];
  readonly #codes = new Map<number, string>();
  readonly #styles: number[] = [];
  unicode = false;
  codePage = 1252;
  date1904 = false;
  #begun = false;

  /** False at the end of what is shared. */
  read(record: BiffRecord): boolean {
    const { id, data } = record;
    switch (id) {
      case 0x809:
      case 0x409:
      case 0x209:
      case 0x009:
        if (!this.#begun && data.length >= 2) this.unicode = id === 0x809 && data.readUInt16LE(0) >= BIFF8;
        this.#begun = true;
        break;
      case 0x0a:
        return false;
      case 0x2f:
        throw new Unread('encrypted');
      case 0x42:
        this.codePage = data.length >= 2 ? data.readUInt16LE(0) : 1252;
        break;
      case 0x22:
        this.date1904 = data[0] === 1;
        break;
      case 0x5c:
        this.asides.push(biffText(record, 0, this.unicode ? 2 : 1, this).trim());
        break;
      case 0x85:
        if (data.length >= 7) this.sheets.set(data.readUInt32LE(0), biffText(record, 6, 1, this));
        break;
      case 0x1e:
      case 0x41e:
        this.#format(record);
        break;
      case 0x43:
      case 0x243:
      case 0x443:
      case 0xe0:
        this.#styles.push(id === 0xe0 && data.length >= 4 ? data.readUInt16LE(2) : (data[1] ?? 0));
        break;
      case 0xfc:
        this.#sharedStrings(record);
        break;
      case 0x1ae:
        if (data.length > 4) this.asides.push(...this.#externalBook(record));
        break;
    }
    return true;
  }

  done(): BiffBook {
    const { unicode, codePage, date1904, sheets, strings, asides } = this;
    const formats = this.#styles.map((id) => this.#codes.get(id) ?? BUILT_IN_FORMATS[id] ?? 'General');
    return { unicode, codePage, date1904, sheets, strings, formats, asides };
  }

  /** Before Excel 5 formats have no number but their place. */
  #format(record: BiffRecord): void {
    if (record.id === 0x1e) this.#codes.set(this.#codes.size, biffText(record, 0, 1, this));
    else this.#codes.set(record.data.readUInt16LE(0), biffText(record, 2, this.unicode ? 2 : 1, this));
  }

  #sharedStrings(record: BiffRecord): void {
    const reader = new RecordReader(record);
    reader.skip(4);
    const count = Math.min(reader.u32(), MAX_STRINGS);
    try {
      for (let i = 0; i < count && !reader.atEnd; i++) this.strings.push(reader.text());
    } catch {
      // What came before the damage is kept, and cells that refer to the rest stay empty.
    }
  }

  /** The path of a workbook that formulas refer to; its first character says how the path is written. */
  #externalBook(record: BiffRecord): string[] {
    try {
      const path = biffText(record, 2, 2, this).replaceAll(/[\u0000-\u0008]/g, '\\');
      return [path.replace(/^\\+/, '')];
    } catch {
      // The path stands beside the content: a broken one is left out, and the cells are read all the same.
      return [];
    }
  }
}
