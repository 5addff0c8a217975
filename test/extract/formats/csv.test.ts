import assert from 'node:assert/strict';
import { read } from '../../support/documents/reading.ts';

describe('csv', () => {
  for (const [name, delimiter] of [
    ['comma', ','],
    ['semicolon', ';'],
    ['tab', '\t'],
    ['bar', '|'],
  ] as const) {
    it(`is parted at its ${name}`, async () => {
      const rows =
        ['Navn', 'By', 'Beløb'].join(delimiter) + '\n' + ['Ida', 'Vejle', 'ti'].join(delimiter) + '\n';
      const { text, segments } = await read('a.csv', rows);
      assert.equal(text, 'Navn\tBy\tBeløb\nIda\tVejle\tti\n');
      assert.deepEqual(segments[0]?.columns, ['Navn', 'By', 'Beløb']);
    });
  }

  it('is parted at semicolons although amounts have commas', async () => {
    const { text } = await read('a.csv', 'Navn;Løn\nIda;31.000,50\nBo;29.999,00\n');
    assert.equal(text, 'Navn\tLøn\nIda\t31.000,50\nBo\t29.999,00\n');
  });

  it('keeps delimiters, quotes and line ends of quoted cells', async () => {
    const { text } = await read('a.csv', 'a,b\n"x, ""y""","one\ntwo"\n');
    assert.equal(text, 'a\tb\nx, "y"\tone two\n');
  });

  it('has no columns when its first row is data', async () => {
    const { segments } = await read('a.csv', 'Ida,ida@example.com\nBo,bo@example.com\n');
    assert.equal(segments[0]?.columns, undefined);
  });

  it('finds its headers below a title', async () => {
    const { segments } = await read('a.csv', 'Udtræk\n\nNavn;By\nIda;Vejle\n');
    assert.deepEqual(segments.at(-1)?.columns, ['Navn', 'By']);
  });

  it('says in which row a segment begins, and rows follow one another in it', async () => {
    const rows = Array.from({ length: 9_000 }, (_, i) => `name ${i + 1};some town\n`).join('');
    const { segments } = await read('a.csv', rows);
    assert.ok(segments.length > 2);
    for (const { text, place } of segments) assert.ok(text.startsWith(`name ${place.row}\t`));
  });

  it('survives a quote that is never closed', async () => {
    const { text, ended } = await read('a.csv', `a,b\n"open,${'x,y\n'.repeat(200_000)}last,row\n`);
    assert.equal(ended, 'scanned');
    assert.match(text, /last\trow\n$/);
  });
});
