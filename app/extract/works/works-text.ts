import { Unread } from '../format.ts';
import { inCodePage } from '../text/code-page.ts';
import { utf16Text } from '../text/utf16.ts';

/** Where the text of a document of Works 1 to 4 begins, and where its header says that it ends. */
const TEXT = 0x100;
const TEXT_END = 0x26;
/** The first byte tells the version: from 4 on it is Works for Windows. */
const WINDOWS = 4;

/**
 * The text of a word processor's document of Microsoft Works 1 to 4, in the charset of DOS or of Windows. Throws
 * `Unread('corrupt')`.
 */
export function oldWorksText(document: Buffer): string {
  if (document.length < TEXT) throw new Unread('corrupt');
  const end = document.readUInt32LE(TEXT_END);
  if (end < TEXT || end > document.length) throw new Unread('corrupt');
  const codePage = (document[0] ?? 0) >= WINDOWS ? 1252 : 850;
  return plain(inCodePage(document.subarray(TEXT, end), codePage));
}

const INDEX = 0x18;
const INDEX_HEADER = 8;
const ENTRY = 24;
const MAX_ENTRIES = 10_000;
const NONE = 0xffffffff;

/**
 * The texts of a stream that is made of chunks, as Works since 2000 and Publisher write it ("CHNKWKS", "CHNKINK"): lists of
 * entries, each with the kind, place and length of a chunk; those of the kind TEXT are UTF-16. Throws `Unread('corrupt')`.
 */
export function chunkTexts(stream: Buffer): string[] {
  const texts: string[] = [];
  const seen = new Set<number>();
  for (let list = INDEX; list !== NONE && !seen.has(list) && seen.size < MAX_ENTRIES;) {
    seen.add(list);
    if (list + INDEX_HEADER > stream.length) throw new Unread('corrupt');
    const count = stream.readUInt16LE(list + 2);
    for (let i = 0; i < count; i++) {
      const at = list + INDEX_HEADER + i * ENTRY;
      if (at + ENTRY > stream.length) throw new Unread('corrupt');
      if (stream.toString('latin1', at + 2, at + 6) !== 'TEXT') continue;
      const from = stream.readUInt32LE(at + 16);
      if (seen.has(-from) || from > stream.length) continue;
      seen.add(-from);
      texts.push(plain(utf16Text(stream.subarray(from, from + stream.readUInt32LE(at + 20)))));
    }
    list = stream.readUInt32LE(list + 4);
  }
  return texts;
}

/** Other control characters stand for fields, pictures and breaks. */
function plain(text: string): string {
  return text
    .replaceAll(/\r\n?|[\u000b\u000c]/g, '\n')
    .replaceAll(/[\u0000-\u0008\u000e-\u001f]/g, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
}
