import { deflateSync } from 'node:zlib';
import type { CompoundContent } from '../../../test/support/documents/compound-maker.ts';
import { compoundOf } from '../../../test/support/documents/compound-maker.ts';
import { docxOf, paragraph } from '../../../test/support/documents/office-maker.ts';
import { storeOf } from '../../../test/support/documents/store-maker.ts';
import { mapiList, tnefOf } from '../../../test/support/documents/tnef-maker.ts';
import type { Seed } from './seed.ts';

/** Documents of Office before 2007 and what Outlook keeps, as small as they can be. */
export function compoundSeeds(): Seed[] {
  const inner = docxOf(paragraph('inner words'));
  const mail = { 0x0037: 'Løn', 0x0c1a: 'Ida Holm', 0x5d01: 'ida@example.com', 0x1000: 'the body' };
  return [
    { name: 'a.doc', bytes: word(inner) },
    { name: 'a.xls', bytes: workbook() },
    { name: 'a.ppt', bytes: slides(inner) },
    { name: 'a.msg', bytes: compoundOf(outlookItem(inner)) },
    { name: 'object', bytes: compoundOf({ Package: inner }) },
    { name: 'package', bytes: compoundOf({ '\u0001Ole10Native': nativeObject() }) },
    {
      name: 'a.pst',
      bytes: storeOf({ folder: 'Inbox', mail, attachment: { name: 'cv.docx', content: inner } }),
    },
    { name: 'winmail.dat', bytes: tnefOf([1, 0x69003, mapiList({ 0x0037: 'Løn', 0x1000: 'the body' })]) },
    { name: 'a.one', bytes: notes(inner) },
    { name: 'a.hwp', bytes: hangul() },
  ];
}

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(bytes.length);
  return Buffer.concat([length, bytes]);
}

/** Body, footnote and header in one piece, and the table that says so (MS-DOC). */
function word(inner: Buffer): Buffer {
  const texts: readonly (readonly [number, string])[] = [
    [0x4c, 'Kære \u0013HYPERLINK "mailto:ida@example.com"\u0014write\u0015\rNavn\u0007Alder\u0007\u0007'],
    [0x50, 'note\r'],
    [0x54, 'head\r'],
  ];
  const whole = texts.map(([, text]) => text).join('');
  const stream = Buffer.alloc(0x400 + whole.length * 2);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0xc1, 2);
  for (const [place, text] of texts) stream.writeUInt32LE(text.length, place);
  stream.write(whole, 0x400, 'utf16le');
  const pieces = Buffer.alloc(5 + 8 + 8);
  pieces[0] = 2;
  pieces.writeUInt32LE(16, 1);
  pieces.writeUInt32LE(whole.length, 9);
  pieces.writeUInt32LE(0x400, 15);
  stream.writeUInt32LE(pieces.length, 0x1a6);
  return compoundOf({ WordDocument: stream, '0Table': pieces, ObjectPool: { _1: { Package: inner } } });
}

/** A workbook of one sheet with shared strings, a number under a format and a text box (MS-XLS). */
function workbook(): Buffer {
  const short = (value: number): Buffer => Buffer.from([value & 0xff, value >> 8]);
  const record = (id: number, ...parts: readonly (Buffer | number)[]): Buffer => {
    const data = Buffer.concat(parts.map((part) => (typeof part === 'number' ? short(part) : part)));
    return Buffer.concat([short(id), short(data.length), data]);
  };
  const words = (text: string): Buffer => Buffer.concat([short(text.length), Buffer.from([1]), wide(text)]);
  const number = Buffer.alloc(8);
  number.writeDoubleLE(101901234);
  const begin = record(0x809, 0x600, 0x10);
  const formats = [record(0x41e, 200, words('000000-0000')), record(0xe0, 0, 200, Buffer.alloc(16))];
  const shared = record(0xfc, 1, 0, 1, 0, words('Ida Holm'));
  const head = (place: number): Buffer =>
    Buffer.concat([
      begin,
      ...formats,
      record(0x85, place, 0, 1, Buffer.from([3, 1]), wide('Løn')),
      shared,
      record(0x0a),
    ]);
  const rows = [
    record(0xfd, 4, 1, 0, 0, 0),
    record(0x203, 5, 0, 0, number),
    record(0x1b6, Buffer.alloc(10), 4, Buffer.alloc(6)),
  ];
  const box = record(0x3c, Buffer.from('\0boks', 'latin1'));
  return compoundOf({ Workbook: Buffer.concat([head(head(0).length), begin, ...rows, box, record(0x0a)]) });
}

/** Two slides, their order, and an object that is packed (MS-PPT). */
function slides(inner: Buffer): Buffer {
  const record = (version: number, type: number, data: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt16LE(version, 0);
    head.writeUInt16LE(type, 2);
    head.writeUInt32LE(data.length, 4);
    return Buffer.concat([head, data]);
  };
  const slide = (text: string): Buffer => record(0xf, 1006, record(0, 4000, wide(text)));
  const place = (id: number): Buffer => record(0, 1011, Buffer.from([id, 0, 0, 0]));
  const [second, first] = [slide('shown second'), slide('shown first')];
  const document = record(0xf, 1000, record(0xf, 4080, Buffer.concat([place(2), place(1)])));
  const directory = Buffer.alloc(16);
  for (const [i, value] of [0x300001, 0, second.length, second.length + first.length].entries())
    directory.writeUInt32LE(value, i * 4);
  const edit = Buffer.alloc(28);
  edit.writeUInt32LE(3, 16);
  const object = record(
    0x10,
    4113,
    Buffer.concat([Buffer.alloc(4), deflateSync(compoundOf({ Package: inner }))]),
  );
  return compoundOf({
    'PowerPoint Document': Buffer.concat([
      second,
      first,
      document,
      record(0, 6002, directory),
      record(0, 4085, edit),
      object,
    ]),
  });
}

function outlookItem(inner: Buffer): CompoundContent {
  const numbers = (header: number): Buffer => Buffer.alloc(header);
  return {
    '__properties_version1.0': numbers(32),
    '__substg1.0_0037001F': wide('Løn'),
    '__substg1.0_0C1A001F': wide('Ida Holm'),
    '__substg1.0_1000001F': wide('the body'),
    '__recip_version1.0_#00000000': {
      '__properties_version1.0': numbers(8),
      '__substg1.0_3001001F': wide('Bo'),
    },
    '__attach_version1.0_#00000000': {
      '__substg1.0_3707001F': wide('cv.docx'),
      '__substg1.0_37010102': inner,
    },
  };
}

/** Length, two kinds of number, the file's names as lines of C, and its bytes. */
function nativeObject(): Buffer {
  const names = Buffer.from('\x02\0note.txt\0C:\\note.txt\0\0\0\x03\0\x0c\0\0\0C:\\note.txt\0', 'latin1');
  return counted(Buffer.concat([names, counted(Buffer.from('a note'))]));
}

/** A section of one paragraph, not packed. */
function hangul(): Buffer {
  const header = Buffer.alloc(256);
  header.write('HWP Document File');
  const text = wide('Ida Holm\r');
  const record = Buffer.alloc(4);
  record.writeUInt32LE(0x43 + text.length * 2 ** 20);
  const storage = { Section0: Buffer.concat([record, text]) };
  return compoundOf({ FileHeader: header, '\u0005HwpSummaryInformation': 'x', BodyText: storage });
}

function notes(inner: Buffer): Buffer {
  const fileHead = Buffer.alloc(20);
  fileHead.writeUInt32LE(inner.length);
  return Buffer.concat([
    Buffer.from('e4525c7b8cd8a74daeb15378d02996d3', 'hex'),
    Buffer.from(Array.from({ length: 300 }, (_, i) => (i * 7919 + 13) % 256)),
    counted(wide('Møde med Åse')),
    Buffer.from('e716e3bd65261145a4c48d4d0b7a9eac', 'hex'),
    fileHead,
    inner,
  ]);
}
