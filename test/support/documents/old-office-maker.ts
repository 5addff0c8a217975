import type { CompoundContent } from './compound-maker.ts';
import { compoundOf } from './compound-maker.ts';

/** A Word document of 97 of one piece: texts by their place in the header's list of lengths, and other streams. */
export function wordOf(
  texts: Readonly<Record<number, string>>,
  others: CompoundContent = {},
  { flags = 0, narrow = false }: { flags?: number; narrow?: boolean } = {},
): Buffer {
  const whole = Object.values(texts).join('');
  const stream = Buffer.alloc(0x400 + whole.length * 2);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0xc1, 2);
  stream.writeUInt16LE(flags, 0x0a);
  for (const [place, text] of Object.entries(texts)) stream.writeUInt32LE(text.length, Number(place));
  stream.write(whole, 0x400, narrow ? 'latin1' : 'utf16le');
  const pieces = Buffer.alloc(21);
  pieces[0] = 2;
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(whole.length, 9);
  pieces.writeUInt32LE(narrow ? 0x40000000 + 0x800 : 0x400, 15);
  stream.writeUInt32LE(pieces.length, 0x1a6);
  return compoundOf({ WordDocument: stream, '0Table': pieces, ...others });
}

/** Records of Excel before 2007: a number, and data. */
export function biffRecord(id: number, ...data: readonly (Uint8Array | string)[]): Buffer {
  const body = Buffer.concat(data.map((part) => Buffer.from(part)));
  const head = Buffer.alloc(4);
  head.writeUInt16LE(id, 0);
  head.writeUInt16LE(body.length, 2);
  return Buffer.concat([head, body]);
}

/** A workbook of 97 with one hidden sheet, records before its sheets and records in it. */
export function workbookOf(
  before: readonly Buffer[],
  inside: readonly Buffer[],
  others: CompoundContent = {},
): Buffer {
  const begin = biffRecord(0x809, Buffer.from([0, 6, 0x10, 0]));
  const end = biffRecord(0x0a);
  const head = (place: number): Buffer => {
    const at = Buffer.alloc(6);
    at.writeUInt32LE(place);
    at[4] = 1;
    return Buffer.concat([begin, ...before, biffRecord(0x85, at, Buffer.from([3, 0]), 'Lon'), end]);
  };
  return compoundOf({ Workbook: Buffer.concat([head(head(0).length), begin, ...inside, end]), ...others });
}

/** A record of PowerPoint before 2007, or a container of records. */
export function pptRecord(type: number, ...content: readonly (Buffer | string)[]): Buffer {
  const isContainer = content.some((part) => typeof part !== 'string');
  const body = Buffer.concat(
    content.map((part) => (typeof part === 'string' ? Buffer.from(part, 'utf16le') : part)),
  );
  const head = Buffer.alloc(8);
  head.writeUInt16LE(isContainer ? 0xf : 0, 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(body.length, 4);
  return Buffer.concat([head, body]);
}
