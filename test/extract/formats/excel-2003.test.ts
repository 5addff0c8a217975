import assert from 'node:assert/strict';
import { partOf, read } from '../../support/documents/reading.ts';

const HEAD =
  '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="s">';

function sheetOf(rows: string, after = '', before = ''): string {
  return `${HEAD}${before}<Worksheet ss:Name="Løn"><Table>${rows}</Table>${after}</Worksheet></Workbook>`;
}

function cell(type: string, value: string, attributes = ''): string {
  return `<Cell ${attributes}><Data ss:Type="${type}">${value}</Data></Cell>`;
}

describe('excel-2003', () => {
  it('gives the rows of each sheet with their headers', async () => {
    const rows = `<Row>${cell('String', 'Navn')}${cell('String', 'Løn')}</Row><Row>${cell('String', 'Ida')}${cell('Number', '42')}</Row>`;
    const { segments, format, ended } = await read('a.xml', sheetOf(rows));
    assert.equal(format, 'excel-2003');
    assert.equal(ended, 'scanned');
    assert.deepEqual(segments, [
      {
        text: 'Navn\tLøn\nIda\t42\n',
        place: { path: [], sheet: 'Løn', row: 1 },
        columns: ['Navn', 'Løn'],
      },
    ]);
  });

  it('keeps cells and rows where they stand when empty ones are left out', async () => {
    const rows = `<Row ss:Index="7">${cell('Number', '1')}${cell('Number', '2', 'ss:Index="4"')}</Row>`;
    const { segments } = await read('a.xml', sheetOf(rows));
    assert.deepEqual(
      segments.map(({ text, place }) => [place.row, text]),
      [[7, '1\t\t\t2\n']],
    );
  });

  it('shows numbers and dates by their format', async () => {
    const styles =
      '<Styles><Style ss:ID="c"><NumberFormat ss:Format="000000\\-0000"/></Style><Style ss:ID="d"><NumberFormat ss:Format="Short Date"/></Style></Styles>';
    const rows = `<Row>${cell('Number', '101800001', 'ss:StyleID="c"')}${cell('DateTime', '1980-10-01T00:00:00.000', 'ss:StyleID="d"')}</Row>`;
    assert.equal((await read('a.xml', sheetOf(rows, '', styles))).text, '010180-0001\t01-10-1980\n');
  });

  it('gives comments with their authors, links and headers beside the sheet', async () => {
    const comment = '<Comment ss:Author="Bo Vang"><ss:Data>sick <B>again</B></ss:Data></Comment>';
    const rows = `<Row><Cell ss:HRef="mailto:ida@example.com"><Data ss:Type="String">x</Data>${comment}</Cell></Row>`;
    const header =
      '<WorksheetOptions><PageSetup><Header x:Data="&amp;CIda Holm"/></PageSetup></WorksheetOptions>';
    const result = await read('a.xml', sheetOf(rows, header));
    assert.equal(partOf(result, 'sheet'), 'mailto:ida@example.com\nBo Vang: sick again\nIda Holm\n');
    assert.equal(result.segments[0]?.text, 'x\n');
  });

  it('reads a hidden sheet like any other', async () => {
    const hidden = '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>';
    assert.match(
      (await read('a.xml', sheetOf(`<Row>${cell('String', 'secret')}</Row>`, hidden))).text,
      /secret/,
    );
  });

  it('does not believe a row or a column that is far away', async () => {
    const rows = `<Row ss:Index="99999999999">${cell('String', 'far', 'ss:Index="999999999"')}</Row>`;
    assert.equal((await read('a.xml', sheetOf(rows))).text, 'far\n');
  });

  it('tells who made the workbook', async () => {
    const properties =
      '<DocumentProperties><Author>Ida Holm</Author><Company>Værftet</Company></DocumentProperties>';
    const result = await read('a.xml', sheetOf(`<Row>${cell('String', 'x')}</Row>`, '', properties));
    assert.equal(partOf(result, 'properties'), 'Author: Ida Holm\nCompany: Værftet\n');
  });
});
