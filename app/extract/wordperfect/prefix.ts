import { wordPerfectCharacter } from './characters.ts';
import { textOf6 } from './text-stream.ts';

/** What stands in front of a document of WordPerfect 6 and later: its summary, and the texts of notes, headers and boxes. */
export interface Prefix {
  readonly texts: readonly string[];
  readonly properties: readonly string[];
}

const ENTRY = 14;
const [TEXT, SUMMARY] = [0x08, 0x12];
const MAX_PROPERTIES = 1000;

/** Reads the packets that the index names. What lies outside of the file is left out. */
export function prefixOf(file: Buffer): Prefix {
  const texts: string[] = [];
  const properties: string[] = [];
  const index = file.readUInt16LE(14);
  if (index + ENTRY > file.length) return { texts, properties };
  const count = file.readUInt16LE(index + 2);
  let left = file.length;
  for (let i = 1; i <= count && index + (i + 1) * ENTRY <= file.length; i++) {
    const at = index + i * ENTRY;
    const kind = file[at + 1];
    const start = file.readUInt32LE(at + 10);
    const packet = file.subarray(start, start + file.readUInt32LE(at + 6));
    // Packets do not share their bytes: together they are not more than the file.
    if ((left -= packet.length) < 0) break;
    if (kind === TEXT) texts.push(...blocks(packet));
    if (kind === SUMMARY) properties.push(...summary(packet));
  }
  return { texts, properties };
}

/** A packet of texts: how many, where the first begins, and how long each is. */
function blocks(packet: Buffer): string[] {
  if (packet.length < 6) return [];
  const texts: string[] = [];
  let start = packet.readUInt32LE(2);
  for (let i = 0; i < packet.readUInt16LE(0) && 10 + i * 4 <= packet.length; i++) {
    const end = start + packet.readUInt32LE(6 + i * 4);
    texts.push(textOf6(packet.subarray(start, end)));
    start = end;
  }
  return texts;
}

/** Each property: its length, a number, flags, its name and its value, as words that end in a zero. */
function summary(packet: Buffer): string[] {
  const found: string[] = [];
  for (let at = 0; at + 6 <= packet.length && found.length < MAX_PROPERTIES;) {
    const length = packet.readUInt16LE(at);
    if (length < 6) break;
    const strings = words(packet.subarray(at + 6, at + length));
    if (strings[0] !== undefined && strings[1]) found.push(`${strings[0]}: ${strings[1]}`);
    at += length;
  }
  return found;
}

function words(bytes: Buffer): string[] {
  const strings: string[] = [];
  let open = '';
  for (let at = 0; at + 2 <= bytes.length; at += 2) {
    const [number = 0, set = 0] = bytes.subarray(at, at + 2);
    if (number !== 0 || set !== 0)
      open += set === 0 ? String.fromCharCode(number) : wordPerfectCharacter(set, number);
    else {
      strings.push(open);
      open = '';
    }
  }
  return strings;
}
