import assert from 'node:assert/strict';
import { partOf, read } from '../../support/documents/reading.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';

const KIND = 'application/vnd.oasis.opendocument';

function packed(kind: string, content: string): Buffer {
  return zipOf([
    { name: 'mimetype', content: `${KIND}.${kind}`, stored: true },
    { name: 'content.xml', content: `<office:document-content>${content}</office:document-content>` },
  ]);
}

const cell = (text: string, more = ''): string =>
  `<table:table-cell${more}><text:p>${text}</text:p></table:table-cell>`;

describe('OpenDocument spreadsheets and presentations', () => {
  it('give cells by sheet and row, repeated empty ones counted', async () => {
    const content =
      `<table:table table:name="Løn"><table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row>` +
      `<table:table-row><table:table-cell table:number-columns-repeated="2"/>${cell('Ida')}${cell('42')}</table:table-row></table:table>`;
    const { segments, ended } = await read('a.ods', packed('spreadsheet', content));
    assert.equal(ended, 'scanned');
    assert.deepEqual(segments[0], { text: '\t\tIda\t42\n', place: { path: [], sheet: 'Løn', row: 5 } });
  });

  it('give the note on a cell aside', async () => {
    const note =
      '<office:annotation><dc:creator>Bo</dc:creator><text:p>a remark</text:p></office:annotation>';
    const content = `<table:table table:name="S"><table:table-row><table:table-cell>${note}<text:p>x</text:p></table:table-cell></table:table-row></table:table>`;
    const result = await read('a.ods', packed('spreadsheet', content));
    assert.equal(result.segments[0]?.text, 'x\n');
    assert.equal(partOf(result, 'notes and drawings'), 'Bo\na remark\n');
  });

  it('end, when a sheet claims more cells than there can be', async () => {
    const huge = cell('x', ' table:number-columns-repeated="99999999"');
    const content = `<table:table table:name="S"><table:table-row table:number-rows-repeated="99999999">${huge}</table:table-row></table:table>`;
    const { text } = await read('a.ods', packed('spreadsheet', content));
    assert.ok(text.length < 1000);
  });

  it('give text by slide', async () => {
    const content = '<draw:page><text:p>one</text:p></draw:page><draw:page><text:p>two</text:p></draw:page>';
    const { segments } = await read('a.odp', packed('presentation', content));
    assert.deepEqual(
      segments.map(({ text, place }) => [text, place.slide]),
      [
        ['one\n', 1],
        ['two\n', 2],
      ],
    );
  });

  it('are read as well when they are one XML file, without the bytes of pictures', async () => {
    const flat = `<?xml version="1.0"?><office:document office:mimetype="${KIND}.text"><text:p>words<office:binary-data>iVBORw0KGgo</office:binary-data></text:p></office:document>`;
    const { text, format } = await read('a.fodt', flat);
    assert.deepEqual([text, format], ['words\n', 'flat-odf']);
  });
});
