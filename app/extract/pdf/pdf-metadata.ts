import type { ByteSource } from '#kernel/bytes.ts';
import { xmpNotes } from '../text/xmp.ts';

const START = '<x:xmpmeta';
const END = '</x:xmpmeta>';
const CHUNK = 1024 * 1024;
const MAX_PACKET = 256 * 1024;
const MAX_PACKETS = 50;

/**
 * What the XMP packets of a PDF say of people and content: those of the document and of pictures in it. They stand as they
 * are in the file, so that programs that do not know PDF find them; one that is packed or enciphered all the same is not read.
 */
export async function pdfMetadata(file: ByteSource): Promise<Set<string>> {
  const notes = new Set<string>();
  for (const packet of packetsIn(file)) for (const note of await xmpNotes(packet)) notes.add(note);
  return notes;
}

function* packetsIn(file: ByteSource): Generator<Buffer> {
  let packets = 0;
  for (let at = 0; at < file.size && packets < MAX_PACKETS;) {
    const found = bytesAt(file, at, CHUNK).indexOf(START);
    if (found < 0) {
      // One that begins at the end of the piece is found at the beginning of the next.
      at += CHUNK - START.length;
      continue;
    }
    const packet = bytesAt(file, at + found, MAX_PACKET);
    const end = packet.indexOf(END);
    packets++;
    if (end > 0) yield packet.subarray(0, end + END.length);
    at += found + Math.max(START.length, end);
  }
}

function bytesAt(file: ByteSource, at: number, length: number): Buffer {
  const bytes = file.read(at, length);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
}
