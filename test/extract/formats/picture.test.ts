import assert from 'node:assert/strict';
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
