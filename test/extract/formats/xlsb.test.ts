import assert from 'node:assert/strict';
import { partOf, read } from '../../support/documents/reading.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';

function record(id: number, data: Buffer): Buffer {
  const head = id > 127 ? [(id & 0x7f) | 0x80, id >> 7] : [id];
  return Buffer.concat([Buffer.from([...head, data.length]), data]);
}

function text(words: string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32LE(words.length);
  return Buffer.concat([length, Buffer.from(words, 'utf16le')]);
}

const cell = (column: number, value: Buffer): Buffer =>
  Buffer.concat([Buffer.from([column, 0, 0, 0, 0, 0, 0, 0]), value]);

const KIND = 'application/vnd.ms-excel';
const TYPES =
  `<Types><Override PartName="/xl/workbook.bin" ContentType="${KIND}.sheet.binary.macroEnabled.main"/>` +
  `<Override PartName="/xl/worksheets/sheet1.bin" ContentType="${KIND}.worksheet"/>` +
  `<Override PartName="/xl/comments1.bin" ContentType="${KIND}.comments"/></Types>`;

function xlsbOf(rows: readonly Buffer[]): Buffer {
  const sheet = Buffer.concat([Buffer.from([1, 0, 0, 0, 1, 0, 0, 0]), text('rId1'), text('Løn')]);
  return zipOf([
    { name: '[Content_Types].xml', content: TYPES },
    { name: 'xl/workbook.bin', content: record(156, sheet) },
    {
      name: 'xl/_rels/workbook.bin.rels',
      content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>',
    },
    { name: 'xl/worksheets/sheet1.bin', content: Buffer.concat(rows) },
    { name: 'xl/comments1.bin', content: record(637, Buffer.concat([Buffer.from([0]), text('a remark')])) },
  ]);
}

const row = (number: number): Buffer => record(0, Buffer.from([number, 0, 0, 0]));

describe('xlsb, vsdx and xps', () => {
  it('give the cells of a hidden sheet of a binary workbook', async () => {
    const number = Buffer.alloc(8);
    number.writeDoubleLE(1.5);
    const rows = [row(4), record(6, cell(1, text('Ida Holm'))), record(5, cell(3, number))];
    const result = await read('a.xlsb', xlsbOf(rows));
    assert.equal(result.ended, 'scanned');
    assert.deepEqual(result.segments[0], {
      text: '\tIda Holm\t\t1.5\n',
      place: { path: [], sheet: 'Løn', row: 5 },
    });
    assert.equal(partOf(result, 'comments'), 'a remark\n');
  });

  it('give the rows before the place where a binary workbook is damaged', async () => {
    const rows = [row(0), record(6, cell(0, text('whole'))), row(1), Buffer.from([6, 100, 0])];
    const { ended, text: words } = await read('a.xlsb', xlsbOf(rows));
    assert.equal(ended, 'partial/corrupt');
    assert.match(words, /^whole$/m);
  });

  it('give the text of the shapes of a drawing', async () => {
    const types =
      '<Types><Override PartName="/visio/document.xml" ContentType="application/vnd.ms-visio.drawing.main+xml"/>' +
      '<Override PartName="/visio/pages/page2.xml" ContentType="application/vnd.ms-visio.page+xml"/></Types>';
    const file = zipOf([
      { name: '[Content_Types].xml', content: types },
      { name: 'visio/document.xml', content: '<VisioDocument/>' },
      {
        name: 'visio/pages/page2.xml',
        content: '<PageContents><Cell>9</Cell><Text><cp/>Ida Holm</Text></PageContents>',
      },
    ]);
    const { segments } = await read('a.vsdx', file);
    assert.deepEqual(segments[0], { text: 'Ida Holm\n', place: { path: [], page: 2 } });
  });

  it('put together the words of a printed page', async () => {
    const glyphs = (x: number, y: number, words: string): string =>
      `<Glyphs OriginX="${x}" OriginY="${y}" FontRenderingEmSize="10" UnicodeString="${words}"/>`;
    const page = `<FixedPage>${glyphs(0, 20, 'Id')}${glyphs(12, 20, 'a')}${glyphs(90, 20, 'Holm')}${glyphs(0, 40, 'Vej 1')}</FixedPage>`;
    const file = zipOf([
      { name: 'FixedDocumentSequence.fdseq', content: '<x/>' },
      { name: 'Documents/1/Pages/1.fpage', content: page },
    ]);
    assert.equal((await read('a.xps', file)).text, 'Ida Holm\nVej 1\n');
  });
});
