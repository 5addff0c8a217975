import { Message, varintAt } from './message.ts';
import { unpackedIwa } from './snappy.ts';

export const PAGES = 'application/vnd.apple.pages';
export const NUMBERS = 'application/vnd.apple.numbers';
export const KEYNOTE = 'application/vnd.apple.keynote';

/** The files by which a package is known as iWork's: since 2013, and from 2005 to 2009. */
export const IWORK_MAIN = /^Index\/Document\.iwa$|^index\.(xml|apxl)$|^presentation\.apxl$/;

/** The program that wrote a package, by its main file and what it holds; null when it is not iWork's at all. */
export function iworkType(name: string, content: Buffer): string | null {
  if (name.endsWith('.apxl')) return KEYNOTE;
  if (name.endsWith('.iwa')) return archivedType(content);
  const start = content.toString('latin1', 0, 4096);
  if (start.includes('developer.apple.com/namespaces/ls')) return NUMBERS;
  if (start.includes('developer.apple.com/namespaces/keynote')) return KEYNOTE;
  return start.includes('developer.apple.com/namespaces/sl') ? PAGES : null;
}

/** The kind of the object that stands for the document: Pages has a number of its own; of the others one has a show. */
function archivedType(content: Buffer): string | null {
  try {
    const bytes = unpackedIwa(content, () => undefined);
    const kinds = new Set<number>();
    for (let at = 0; at < bytes.length;) {
      const length = varintAt(bytes, at);
      const infos = new Message(bytes.subarray(length.end, length.end + length.value)).messages(2);
      for (const info of infos) kinds.add(info.number(1) ?? 0);
      at = length.end + length.value + infos.reduce((sum, info) => sum + (info.number(3) ?? 0), 0);
    }
    if (kinds.has(PAGES_DOCUMENT)) return PAGES;
    return kinds.has(SLIDE_NODE) ? KEYNOTE : NUMBERS;
  } catch {
    // What is wrong with it will be told by the format that reads it.
    return PAGES;
  }
}

const PAGES_DOCUMENT = 10_000;
const SLIDE_NODE = 4;
