import assert from 'node:assert/strict';
import { xlsxOf } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

const text = (ref: string, value: string): string =>
  `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
const shared = (ref: string, index: number): string => `<c r="${ref}" t="s"><v>${index}</v></c>`;
const number = (ref: string, value: string, style = 0): string =>
  `<c r="${ref}" s="${style}"><v>${value}</v></c>`;
const row = (r: number, ...cells: string[]): string => `<row r="${r}">${cells.join('')}</row>`;

describe('xlsx', () => {
  it('gives rows with tabs between cells, and headers as columns', async () => {
    const rows = row(1, shared('A1', 0), shared('C1', 1)) + row(2, text('A2', 'Ida'), number('C2', '12.5'));
    const { segments } = await read(
      'a.xlsx',
      xlsxOf([{ name: 'Løn', rows }], { strings: ['Navn', 'Timer'] }),
    );
    assert.equal(segments[0]?.text, 'Navn\t\tTimer\nIda\t\t12.5\n');
    assert.deepEqual(segments[0].columns, ['Navn', '', 'Timer']);
    assert.deepEqual(segments[0].place, { path: [], sheet: 'Løn', row: 1 });
  });

  it('gives a CPR number that is stored as a number with its zero and hyphen', async () => {
    const book = xlsxOf([{ name: 'S', rows: row(1, number('A1', '101901234', 1)) }], {
      formats: ['000000-0000'],
    });
    assert.match((await read('a.xlsx', book)).text, /^010190-1234\n/);
  });

  it('gives large numbers in full', async () => {
    const book = xlsxOf([{ name: 'S', rows: row(1, number('A1', '1.01901234E9')) }]);
    assert.match((await read('a.xlsx', book)).text, /^1019012340\n/);
  });

  it('gives dates as dates', async () => {
    const book = xlsxOf([{ name: 'S', rows: row(1, number('A1', '32874', 1)) }], { formats: ['dd-mm-yyyy'] });
    assert.match((await read('a.xlsx', book)).text, /^01-01-1990\n/);
  });

  it('reads hidden sheets', async () => {
    const book = xlsxOf([
      { name: 'Open', rows: '' },
      { name: 'Løn', rows: row(1, text('A1', 'hidden away')), state: 'veryHidden' },
    ]);
    assert.equal((await read('a.xlsx', book)).segments[0]?.place.sheet, 'Løn');
  });

  it('begins a new segment where rows are missing, so that row numbers stay true', async () => {
    const book = xlsxOf([
      { name: 'S', rows: row(1, text('A1', 'a')) + row(2, text('A2', 'b')) + row(900, text('A900', 'c')) },
    ]);
    const { segments } = await read('a.xlsx', book);
    assert.deepEqual(
      segments.map(({ text, place }) => [text, place.row]),
      [
        ['a\nb\n', 1],
        ['c\n', 900],
      ],
    );
  });

  it('does not write a line of tabs for a stray cell far to the right', async () => {
    const book = xlsxOf([{ name: 'S', rows: row(1, text('A1', 'a'), text('XFD1', 'z')) }]);
    assert.match((await read('a.xlsx', book)).text, /^a\tz\n/);
  });

  it('leaves out the phonetic reading of a string', async () => {
    const rows = row(1, '<c r="A1" t="inlineStr"><is><t>漢</t><rPh><t>kan</t></rPh></is></c>');
    assert.match((await read('a.xlsx', xlsxOf([{ name: 'S', rows }]))).text, /^漢\n/);
  });

  it('gives comments, print headers and the cache of a pivot table', async () => {
    const after =
      '<headerFooter><oddHeader>&amp;L&amp;"Arial"Printed by &amp;CEva</oddHeader></headerFooter>';
    const others = {
      'xl/comments1.xml':
        '<comments><authors><author>Bo Lind</author></authors><comment><text><t>check this</t></text></comment></comments>',
      'xl/pivotCache/pivotCacheRecords1.xml':
        '<pivotCacheRecords><r><s v="Ida Bach"/></r></pivotCacheRecords>',
    };
    const result = await read('a.xlsx', xlsxOf([{ name: 'S', rows: '', after }], { others }));
    assert.match(partOf(result, 'sheet'), /Printed by {2}Eva/);
    assert.match(partOf(result, 'comments'), /Bo Lind\ncheck this/);
    assert.match(partOf(result, 'pivot table'), /Ida Bach/);
  });

  it('gives what it asks of another program as a formula has it', async () => {
    const link = '<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>';
    const others = { 'xl/externalLinks/externalLink1.xml': link };
    const result = await read(
      'a.xlsx',
      xlsxOf([{ name: 'S', rows: row(1, shared('A1', 0)) }], { strings: ['x'], others }),
    );
    assert.equal(partOf(result, 'external data'), 'cmd|/c calc\n');
  });

  it('ends as partial when the shared strings do not fit in memory', async () => {
    const strings = Array.from({ length: 100 }, (_, i) => `string number ${i}`);
    const rows = row(1, shared('A1', 0), shared('B1', 99));
    const { ended, text } = await read('a.xlsx', xlsxOf([{ name: 'S', rows }], { strings }), {
      maxInMemory: 2000,
    });
    assert.equal(ended, 'partial/too_large');
    assert.match(text, /string number 0/);
  });
});
