import { fileTypeFromBuffer } from 'file-type';
import type { ByteSource } from '#kernel/bytes.ts';
import { isTarHeader } from './archive/tar-header.ts';
import { compoundType } from './compound/compound-type.ts';
import { markedType } from './marks.ts';
import { pictureType } from './pictures/picture-type.ts';
import { holdsWords, textType } from './text/text-type.ts';
import { zipType } from './zip/zip-type.ts';

/** How much of a file's beginning decides its type, in bytes. */
export const SAMPLE = 64 * 1024;

const BINARY = 'application/octet-stream';
const ZIP = 'application/zip';
const COMPOUND = 'application/x-cfb';
const COMPOUND_MARK = Buffer.from('d0cf11e0a1b11ae1', 'hex');

/**
 * The type of a file, as a MIME type. The content decides; the name only tells kinds of text apart, since a file's
 * ending is the first thing to be changed on something that should not be seen. `application/octet-stream` when
 * nobody knows. Containers are looked into, for a zip may be a document.
 */
export async function typeOf(name: string, file: ByteSource): Promise<string> {
  const type = await typeOfHead(name, file.read(0, SAMPLE));
  if (type === ZIP) return await zipType(file);
  if (type === COMPOUND) return compoundType(file);
  return type;
}

/** The same from the file's beginning alone; containers stay zip or application/x-cfb. */
export async function typeOfHead(name: string, head: Uint8Array): Promise<string> {
  if (head.length === 0) return 'text/plain';
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  if (ZIP_MARKS.some((mark) => bytes.subarray(0, mark.length).equals(mark))) return ZIP;
  // Before the documents and the text that may stand in them.
  if (bytes.subarray(0, 8).equals(COMPOUND_MARK)) return COMPOUND;
  if (bytes[0] === 0x30 && bytes.subarray(0, 32).includes(STAMPED_MARK))
    return 'application/timestamped-data';
  if (bytes[0] === 0x30 && bytes.subarray(0, 32).includes(SIGNED_MARK)) return 'application/pkcs7-mime';
  // Readers accept a PDF whose header comes within the first kilobyte.
  if (bytes.subarray(0, 1024).includes('%PDF-')) return 'application/pdf';
  // Where nothing in it is packed, the rest may well be text.
  if (bytes.subarray(0, 6).equals(SEVEN_ZIP_MARK)) return 'application/x-7z-compressed';
  const seen = pictureType(bytes);
  if (seen !== null) return seen;
  // The headers of tar are its only mark in old archives, and text all over when text is packed.
  if (isTarHeader(bytes)) return 'application/x-tar';
  if (bytes.toString('latin1', 0, 4) === '!BDN') return 'application/vnd.ms-outlook-pst';
  if (bytes.subarray(0, 4).equals(TNEF_MARK)) return 'application/vnd.ms-tnef';
  if (bytes.subarray(0, 16).equals(ONENOTE_MARK)) return 'application/onenote';
  if (bytes.toString('latin1', 32_769, 32_774) === 'CD001') return 'application/x-iso9660-image';
  const marked = markedType(bytes);
  if (marked !== null) return marked;
  if (isBareExcel(bytes)) return 'application/vnd.ms-excel.biff';
  const early = earlyWordType(bytes);
  if (early !== null) return early;
  const known = await knownType(bytes);
  if (bytes.subarray(0, 8).equals(PNG_MARK)) return known ?? 'image/png';
  const text = textType(name, bytes);
  // "BM" begins a bitmap and also "BMW": short signatures do not make a binary file of what reads as text.
  if (text) return known && TEXTUAL.test(known) && text === 'text/plain' ? known : text;
  return known ?? (holdsWords(bytes) ? 'text/plain' : BINARY);
}

/** A first entry; an empty archive; and the first volume of several, or one that was meant to be. */
const ZIP_MARKS = ['504b0304', '504b0506', '504b0708504b0304', '504b3030504b0304'].map((mark) =>
  Buffer.from(mark, 'hex'),
);

/** Eight bytes that no text begins with; a picture that is mostly blank can pass for text padded with zeros. */
const PNG_MARK = Buffer.from('89504e470d0a1a0a', 'hex');

/** What file-type knows by its first words and is text all the same: calendars, address cards, subtitles. */
const TEXTUAL = /^text\//;

const SEVEN_ZIP_MARK = Buffer.from('377abcaf271c', 'hex');

/** 0x223E9F78: what Outlook puts around mails. */
const TNEF_MARK = Buffer.from('789f3e22', 'hex');

/** {7B5C52E4-D88C-4DA7-AEB1-5378D02996D3}: a section of OneNote. */
const ONENOTE_MARK = Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex');

/** The name of a signature's envelope, 1.2.840.113549.1.7, with its tag. */
const SIGNED_MARK = Buffer.from('06092a864886f70d0107', 'hex');

/** The name of content with time stamps, 1.2.840.113549.1.9.16.1.31, with its tag. */
const STAMPED_MARK = Buffer.from('060b2a864886f70d010910011f', 'hex');

/** Excel 2 to 4 wrote its records without a container: the first says that a sheet (16) or a macro sheet begins. */
function isBareExcel(head: Buffer): boolean {
  if (head.length < 10 || head[0] !== 9 || ![0, 2, 4].includes(head[1] ?? -1)) return false;
  const length = head.readUInt16LE(2);
  return (
    (length === 4 || length === 6 || length === 8) && [0x10, 0x20, 0x40, 0x100].includes(head.readUInt16LE(6))
  );
}

/** Word for Windows 1 and 2, Windows Write and Word for DOS have no container: a mark of two bytes, and then zeros or small numbers. */
function earlyWordType(head: Buffer): string | null {
  if (head.length < 0x80) return null;
  const mark = head.readUInt16LE(0);
  const version = head.readUInt16LE(2);
  if ((mark === 0xa5db || mark === 0xa59b) && version < 100) return 'application/vnd.ms-word.2';
  if ((mark === 0xbe31 || mark === 0xbe32) && version === 0 && [0, 0xab00].includes(head.readUInt16LE(4)))
    return 'application/vnd.ms-word.write';
  return null;
}

async function knownType(head: Uint8Array): Promise<string | undefined> {
  try {
    return (await fileTypeFromBuffer(head))?.mime;
  } catch {
    return undefined;
  }
}
