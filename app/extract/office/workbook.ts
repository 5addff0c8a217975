import type { Reading } from '../format.ts';
import type { XmlElement } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';
import type { Part } from './package.ts';
import { gathered, relationsOf } from './package.ts';

/** What the sheets of a workbook share. */
export interface Workbook {
  /** The sheets in their order, hidden ones too. */
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[];
  readonly strings: readonly string[];
  /** The number format of a cell style, by its place in the list of styles. */
  readonly formats: readonly string[];
  readonly date1904: boolean;
}

/** Reads what is needed before the sheets. Shared strings past `limits.maxInMemory` characters are left out. */
export async function workbookOf(parts: readonly Part[], main: Part, reading: Reading): Promise<Workbook> {
  const targets = new Map((await relationsOf(parts, reading, main)).map(({ id, target }) => [id, target]));
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  let date1904 = false;
  await gathered(main, reading, {
    open(element) {
      if (element.name === 'workbookPr') date1904 = /^(1|true)$/.test(attribute(element, 'date1904') ?? '');
      if (element.name !== 'sheet') return;
      const id = Object.entries(element.attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const hidden = attribute(element, 'state') !== undefined && attribute(element, 'state') !== 'visible';
      sheets.push({ name: attribute(element, 'name') ?? '', hidden, part: targets.get(id) ?? '' });
    },
  });
  return {
    sheets,
    strings: await sharedStrings(parts, reading),
    formats: await cellFormats(parts, reading),
    date1904,
  };
}

/** The sheets as the workbook lists them, then those that it does not list any more. */
export function sheetsInOrder(parts: readonly Part[], book: Workbook): Part[] {
  const sheets = parts.filter(({ kind }) => SHEETS.has(kind));
  const listed = book.sheets.flatMap(({ part }) => sheets.filter(({ name }) => name === part));
  return [...new Set([...listed, ...sheets])];
}

const SHEETS = new Set(['worksheet', 'chartsheet', 'dialogsheet', 'macrosheet']);

async function sharedStrings(parts: readonly Part[], reading: Reading): Promise<string[]> {
  const strings: string[] = [];
  const part = parts.find(({ kind }) => kind === 'sharedstrings');
  if (!part) return strings;
  let size = 0;
  let full = false;
  const item = new StringItem();
  await gathered(part, reading, {
    open: (element) => item.open(element),
    text: (text) => item.text(text),
    close(name) {
      if (name !== 'si') {
        item.close(name);
        return;
      }
      const text = item.taken();
      size += text.length + 32;
      if (size > reading.limits.maxInMemory && !full) {
        full = true;
        reading.leftOut('too_large');
      }
      strings.push(full ? '' : text);
    },
  });
  return strings;
}

/** The text of a string item or an inline string: its runs together, without the phonetic reading beside them. */
export class StringItem {
  #text = '';
  #inText = false;
  #phonetic = false;

  open(element: XmlElement): void {
    if (element.name === 't') this.#inText = !this.#phonetic;
    else if (element.name === 'rPh') this.#phonetic = true;
  }

  text(text: string): void {
    if (this.#inText) this.#text += text;
  }

  close(name: string): void {
    if (name === 't') this.#inText = false;
    else if (name === 'rPh') this.#phonetic = false;
  }

  taken(): string {
    const text = this.#text;
    this.#text = '';
    // Characters that XML cannot hold are written as _x000D_; line ends are the usual ones.
    return text.includes('_x') ? text.replaceAll(/_x000[AD]_/gi, '\n') : text;
  }
}

async function cellFormats(parts: readonly Part[], reading: Reading): Promise<string[]> {
  const codes = new Map<number, string>();
  const formats: string[] = [];
  const part = parts.find(({ kind }) => kind === 'styles');
  if (!part) return formats;
  let inCells = false;
  await gathered(part, reading, {
    open(element) {
      if (element.name === 'numFmt')
        codes.set(Number(attribute(element, 'numFmtId')), attribute(element, 'formatCode') ?? '');
      else if (element.name === 'cellXfs') inCells = true;
      else if (element.name === 'xf' && inCells) {
        const id = Number(attribute(element, 'numFmtId') ?? 0);
        formats.push(codes.get(id) ?? BUILT_IN_FORMATS[id] ?? 'General');
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}

/** Formats that files refer to by number only (ECMA-376 part 1, 18.8.30); the dates as Danish Excel shows them. */
export const BUILT_IN_FORMATS: Record<number, string> = {
  1: '0',
  2: '0.00',
  3: '0',
  4: '0.00',
  9: '0%',
  10: '0.00%',
  14: 'dd-mm-yyyy',
  15: 'dd-mm-yy',
  16: 'dd-mm',
  17: 'mm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'hh:mm',
  21: 'hh:mm:ss',
  22: 'dd-mm-yyyy hh:mm',
  37: '0',
  38: '0',
  39: '0.00',
  40: '0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss',
};
