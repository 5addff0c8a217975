import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import type { Picture } from '#kernel/picture.ts';
import { readPictureHere } from '#platform/ocr/tesseract-here.ts';
import {
  asBmp,
  asPng,
  asTiff,
  pictured,
  printed,
  scannedPdf,
} from '../../support/documents/picture-maker.ts';
import { paragraph } from '../../support/documents/office-maker.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';
import { read, type Read } from '../../support/documents/reading.ts';

const LINES = ['Mette Holm, Viborgvej 12', 'CPR 010190-1234', 'mette.holm@example.dk'];

/** 48 black pixels high and wide. */
const BLACK_JPEG = Buffer.from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABALDA4MChAODQ4SERATGCgaGBYWGDEjJR0oOjM9PDkzODdASFxOQERXRTc4UG1RV19iZ2hnPk1xeXBkeFxlZ2P/wAALCAAwADABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oACAEBAAA/AJ+AAAAAAAAAAAD/2Q==',
  'base64',
);

/** A PNG of 50 by 50 pixels with other data than it says. */
function pngOf(data: Buffer): Buffer {
  const small = asPng({ width: 50, height: 50, grey: new Uint8Array(2500), dpi: 72 });
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('IDAT'), data, Buffer.alloc(4)]);
  chunk.writeUInt32BE(data.length, 0);
  return Buffer.concat([small.subarray(0, 33), chunk, small.subarray(-12)]);
}

/** What a reader of pictures is given of it. */
async function pixelsOf(jpeg: Buffer): Promise<Uint8Array> {
  const seen: Picture[] = [];
  await read('a.jpg', jpeg, {}, (picture) => Promise.resolve(seen.push(picture) > 0 ? '' : null));
  return seen[0]?.grey ?? new Uint8Array();
}

describe('a picture', function () {
  this.timeout(60_000);
  let picture: Picture;

  before(async () => {
    picture = await pictured(LINES);
  });

  const seen = (name: string, content: Uint8Array): Promise<Read> => read(name, content, {}, readPictureHere);
  const words = ({ text }: Read): string => text.replace(/\s+/g, ' ');

  it('as PNG is read', async () => {
    assert.equal(words(await seen('a.png', asPng(picture))), LINES.join(' '));
  });
  it('as TIFF is read', async () => {
    assert.equal(words(await seen('a.tif', asTiff(picture))), LINES.join(' '));
  });
  it('as BMP is read', async () => {
    assert.equal(words(await seen('a.bmp', asBmp(picture))), LINES.join(' '));
  });
  it('is told by its content, whatever its name', async () => {
    assert.equal((await read('letter.txt', asBmp(picture))).mime, 'image/bmp');
  });
  it('in a PDF without text is read', async () => {
    assert.equal(words(await seen('a.pdf', await scannedPdf(picture))), LINES.join(' '));
  });
  it('in a PDF says on which page', async () => {
    assert.equal((await seen('a.pdf', await scannedPdf(picture))).segments[0]?.place.page, 1);
  });
  it("in a PDF is read under a scanner's stamp", async () => {
    assert.match(
      words(await seen('a.pdf', await scannedPdf(picture, 'Scan 0042'))),
      /Scan 0042.*010190-1234/,
    );
  });
  it('is not made of a PDF page with text of its own', async () => {
    const asked: Picture[] = [];
    await read('a.pdf', await printed(LINES), {}, (page) =>
      Promise.resolve(asked.push(page) > 0 ? '' : null),
    );
    assert.equal(asked.length, 0);
  });
  it('that nobody is there to read is counted', async () => {
    assert.equal((await read('a.png', asPng(picture))).picturesLeft, 1);
  });
  it('that nobody is there to read is a file without text', async () => {
    assert.equal((await read('a.png', asPng(picture))).ended, 'skipped/no_text');
  });
  it('without writing was read all the same', async () => {
    const blank = { ...picture, grey: new Uint8Array(picture.grey.length).fill(255) };
    assert.equal((await seen('a.png', asPng(blank))).ended, 'scanned');
  });
  it('of a blank page of a PDF was read all the same', async () => {
    const blank = { ...picture, grey: new Uint8Array(picture.grey.length).fill(255) };
    assert.equal((await seen('a.pdf', await scannedPdf(blank))).ended, 'scanned');
  });
  it('that cannot be read is left out', async () => {
    assert.equal(
      (await read('a.png', asPng(picture), {}, () => Promise.resolve(null))).ended,
      'skipped/no_text',
    );
  });
  it('that is no larger than an icon is not read', async () => {
    const icon = { width: 32, height: 32, grey: new Uint8Array(1024), dpi: 72 };
    assert.equal((await read('a.png', asPng(icon))).picturesLeft, 0);
  });
  it('that says it is far too large is not decoded', async () => {
    const bomb = asPng({ width: 50, height: 50, grey: new Uint8Array(2500), dpi: 72 });
    bomb.writeUInt32BE(60_000, 16);
    bomb.writeUInt32BE(60_000, 20);
    assert.equal((await seen('a.png', bomb)).ended, 'skipped/too_large');
  });
  it('as TIFF whose directories run in a circle is damaged', async () => {
    const circle = asTiff(picture);
    const directory = circle.readUInt32BE(4);
    circle.writeUInt32BE(directory, directory + 2 + circle.readUInt16BE(directory) * 12);
    assert.equal((await seen('a.tif', circle)).ended, 'failed/corrupt');
  });
  it('as TIFF with more values than the file has bytes is damaged', async () => {
    const lying = asTiff(picture);
    lying.writeUInt16BE(4, lying.readUInt32BE(4) + 2 + 2);
    lying.writeUInt32BE(0xffffffff, lying.readUInt32BE(4) + 2 + 4);
    assert.equal((await seen('a.tif', lying)).ended, 'failed/corrupt');
  });
  it('as TIFF of a million directories is too large', async () => {
    const many = Buffer.alloc(8 + 1_000_000 * 6);
    many.write('II*\0', 0, 'latin1');
    many.writeUInt32LE(8, 4);
    for (let at = 8; at + 6 < many.length; at += 6) many.writeUInt32LE(at + 6, at + 2);
    assert.equal((await seen('a.tif', many)).ended, 'skipped/too_large');
  });
  it('as JPEG is decoded', async () => {
    assert.equal((await pixelsOf(BLACK_JPEG))[5000], 0);
  });
  it('as GIF whose frame is far larger than the picture is not decoded', async () => {
    const gif = Buffer.from(
      'GIF89a\0\0\0\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0\xff\xff\xff\xff\0\x02\x01\0\0;',
      'latin1',
    );
    gif.writeUInt16LE(50, 6);
    gif.writeUInt16LE(50, 8);
    assert.equal((await seen('a.gif', gif)).ended, 'skipped/too_large');
  });
  it('as interlaced PNG that inflates far beyond its size is not decoded', async () => {
    const bomb = pngOf(deflateSync(Buffer.alloc(5_000_000)));
    bomb[28] = 1;
    assert.equal((await seen('a.png', bomb)).ended, 'skipped/too_large');
  });
  it('as PNG of hardly anything but zeros is no text', async () => {
    assert.equal((await read('a.png', pngOf(deflateSync(Buffer.alloc(100_000_000))))).mime, 'image/png');
  });
  it('that is cut short is damaged', async () => {
    assert.equal((await seen('a.png', asPng(picture).subarray(0, 2000))).ended, 'failed/corrupt');
  });
  it('pasted into a document is read with it', async () => {
    const document = docxWith('word/media/image1.tif', asTiff(picture));
    assert.match(words(await seen('a.docx', document)), /See below.*010190-1234/);
  });
  it('the size of a logo is left out of a document', async () => {
    const logo = { ...picture, grey: new Uint8Array(picture.grey.length) };
    const document = docxWith('word/media/image1.png', asPng(logo));
    assert.equal((await read('a.docx', document)).picturesLeft, 0);
  });
});

function docxWith(name: string, bytes: Buffer): Buffer {
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zipOf([
    {
      name: '[Content_Types].xml',
      content: `<Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    },
    {
      name: 'word/document.xml',
      content: `<w:document><w:body>${paragraph('See below')}</w:body></w:document>`,
    },
    { name, content: bytes },
  ]);
}
