import { deflateSync, crc32 } from 'node:zlib';
import { pdfWithoutText } from '../makers/pdf.ts';
import { scanned } from '../makers/scan.ts';
import type { Rng } from '../rng.ts';
import { truthOf, unread, type Made } from '../truth.ts';

/** A small photograph's stand-in: a real PNG of one colour. */
export function picture(name: string, rng: Rng): Made {
  const side = 48;
  const row = Buffer.concat([
    Buffer.of(0),
    Buffer.from(Array.from({ length: side }, () => [rng.int(0, 255), 120, 90]).flat()),
  ]);
  const size = Buffer.alloc(13);
  size.writeUInt32BE(side, 0);
  size.writeUInt32BE(side, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const pixels = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)));
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', size),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return { bytes, truth: truthOf(name, 'picture', null, undefined) };
}

/** Begins like a Windows program and goes on as noise, in which strings that look like numbers come up by chance. */
export function program(name: string, rng: Rng): Made {
  const noise = Buffer.from(Array.from({ length: 6000 }, () => rng.int(0, 255)));
  const head = Buffer.alloc(256);
  head.write('MZ', 0, 'latin1');
  head.writeUInt32LE(128, 60);
  head.write('PE\0\0', 128, 'latin1');
  head.writeUInt16LE(0x8664, 132);
  return { bytes: Buffer.concat([head, noise]), truth: unread(name, 'program', 'skipped', 'unsupported') };
}

/** Nothing at all: it is read to its end at once, and there is no fault in that. */
export function emptyFile(name: string): Made {
  return { bytes: new Uint8Array(), truth: truthOf(name, 'empty-file', null, undefined) };
}

/** A paper as a scanner sees it: what stands on it can be read, and is not text. */
export async function scannedCopy(name: string, paper: Made, modified: Date): Promise<Made> {
  const bytes = await scanned(paper.bytes, modified);
  return { bytes, truth: { ...paper.truth, path: name } };
}

/** A page that shows something, and no writing. */
export async function scannedPage(name: string, modified: Date): Promise<Made> {
  return { bytes: await pdfWithoutText(modified), truth: unread(name, 'scanned-page', 'skipped', 'no_text') };
}

/** The first bytes of a file: a copy that broke off at once. More of it would be read as far as it goes. */
export function truncated(name: string, whole: Made): Made {
  return {
    bytes: whole.bytes.subarray(0, 24),
    truth: unread(name, 'truncated-file', 'failed', 'corrupt'),
  };
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const edges = Buffer.alloc(8);
  edges.writeUInt32BE(data.length, 0);
  edges.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([edges.subarray(0, 4), body, edges.subarray(4)]);
}
