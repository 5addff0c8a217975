import assert from 'node:assert/strict';
import { chunkOf, iwaOf, message, varint } from '../../support/documents/iwork-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';

const PAGES_DOCUMENT = { id: 1, kind: 10_000, body: message([1, 1]) };

function packageOf(objects: Parameters<typeof iwaOf>[0]): Buffer {
  return zipOf([{ name: 'Index/Document.iwa', content: iwaOf(objects) }]);
}

function textObject(id: number, text: string, kind = 0): { id: number; kind: number; body: Buffer } {
  return { id, kind: 2001, body: message([1, kind], [3, text]) };
}

describe('Pages, Numbers and Keynote', () => {
  it('are read from their objects, with headers and notes as parts of their own', async () => {
    const file = packageOf([PAGES_DOCUMENT, textObject(2, 'Kære Åse'), textObject(3, 'Fortroligt', 1)]);
    const result = await read('brev', file);
    assert.equal(result.mime, 'application/vnd.apple.pages');
    assert.match(result.text, /Kære Åse/);
    assert.equal(partOf(result, 'headers and footers'), 'Fortroligt\n');
    assert.equal(result.ended, 'scanned');
  });

  it('have their slides in the order of the show', async () => {
    const show = message([
      3,
      Buffer.concat([message([2, message([1, 11])]), message([2, message([1, 12])])]),
    ]);
    const document = iwaOf([
      { id: 10, kind: 2, body: show },
      { id: 11, kind: 4, body: message([2, message([1, 22])]) },
      { id: 12, kind: 4, body: message([2, message([1, 21])]) },
    ]);
    const file = zipOf([
      {
        name: 'Index/Slide.iwa',
        content: iwaOf([{ id: 21, kind: 5, body: message([1, 1]) }, textObject(31, 'shown last')]),
      },
      {
        name: 'Index/Slide-2.iwa',
        content: iwaOf([{ id: 22, kind: 5, body: message([1, 1]) }, textObject(32, 'shown first')]),
      },
      { name: 'Index/Document.iwa', content: document },
    ]);
    const { mime, segments } = await read('talk.key', file);
    assert.equal(mime, 'application/vnd.apple.keynote');
    assert.deepEqual(
      segments.map(({ text, place }) => [text, place.slide]),
      [
        ['shown first\n', 1],
        ['shown last\n', 2],
      ],
    );
  });

  it('say who wrote a comment', async () => {
    const file = packageOf([
      PAGES_DOCUMENT,
      { id: 5, kind: 212, body: message([1, 'Mette Holm']) },
      { id: 6, kind: 3056, body: message([1, 'ring til hende'], [3, message([1, 5])]) },
      textObject(7, 'ring til hende'),
    ]);
    assert.equal((await read('a.pages', file)).text, 'Mette Holm: ring til hende\n');
  });

  for (const [version, cells] of [
    ['before 2019', oldCells],
    ['since 2019', newCells],
  ] as const) {
    it(`have tables whose cells refer to lists of texts, as stored ${version}`, async () => {
      const { segments } = await read('a.numbers', tableOf(cells()));
      assert.deepEqual(segments, [
        {
          text: 'Navn\tCPR-nr.\n',
          place: { path: [], sheet: 'Ansatte', row: 1 },
          columns: ['Navn', 'CPR-nr.'],
        },
        {
          text: 'Mette Holm\t42\n',
          place: { path: [], sheet: 'Ansatte', row: 3 },
          columns: ['Navn', 'CPR-nr.'],
        },
      ]);
    });
  }

  it('copy what Snappy repeats, also into itself', async () => {
    const { body } = textObject(2, 'ab'.repeat(20));
    const header = message([1, 2], [2, message([1, 2001], [3, body.length])]);
    const plain = Buffer.concat([varint(header.length), header, body]);
    const literal = plain.subarray(0, plain.length - 38);
    const packed = Buffer.concat([
      varint(plain.length),
      Buffer.from([(literal.length - 1) << 2]),
      literal,
      Buffer.from([(37 << 2) | 2, 2, 0]),
    ]);
    const document = iwaOf([PAGES_DOCUMENT]);
    const { text } = await read(
      'a',
      zipOf([{ name: 'Index/Document.iwa', content: Buffer.concat([document, chunkOf(packed)]) }]),
    );
    assert.equal(text, `${'ab'.repeat(20)}\n`);
  });

  it('end as corrupt when a repetition reaches before the beginning', async () => {
    const bad = chunkOf(Buffer.from([10, 0, 65, (3 << 2) | 2, 9, 0]));
    const { ended } = await read(
      'a',
      zipOf([{ name: 'Index/Document.iwa', content: Buffer.concat([iwaOf([PAGES_DOCUMENT]), bad]) }]),
    );
    assert.equal(ended, 'failed/corrupt');
  });

  it('end as encrypted when they have a password', async () => {
    const file = zipOf([
      { name: 'Index/Document.iwa', content: 'enciphered' },
      { name: '.iwpv2', content: 'x' },
    ]);
    assert.equal((await read('a.pages', file)).ended, 'skipped/encrypted');
  });

  it('of 2009 are read from their XML: text, tables by their cells’ steps, notes, properties', async () => {
    const xml = `<?xml version="1.0"?><sl:document xmlns:sl="http://developer.apple.com/namespaces/sl"
      xmlns:sf="http://developer.apple.com/namespaces/sf" xmlns:sfa="http://developer.apple.com/namespaces/sfa">
      <sl:metadata><sl:authors><sl:string sfa:string="Mette Holm"/></sl:authors></sl:metadata>
      <sf:tabular-model sf:name="Løn"><sf:grid><sf:datasource><sf:t sf:ct="0"><sf:ct sfa:s="Navn"/></sf:t><sf:t><sf:ct sfa:s="Telefon"/></sf:t>
      <sf:n sf:ct="255" sf:v="12"/></sf:datasource></sf:grid></sf:tabular-model>
      <sf:text-storage sf:kind="body"><sf:text-body><sf:p>Første linje<sf:br/></sf:p></sf:text-body></sf:text-storage>
      <sf:text-storage sf:kind="footnote"><sf:text-body><sf:p>en note</sf:p></sf:text-body></sf:text-storage></sl:document>`;
    const result = await read(
      'a.pages',
      zipOf([
        { name: 'index.xml', content: xml },
        { name: 'QuickLook/Thumbnail.jpg', content: 'x' },
      ]),
    );
    assert.equal(result.mime, 'application/vnd.apple.pages');
    assert.equal(result.ended, 'scanned');
    assert.match(result.text, /Navn\tTelefon\n12\n/);
    assert.match(result.text, /Første linje/);
    assert.equal(partOf(result, 'notes'), 'en note\n');
    assert.equal(partOf(result, 'properties'), 'authors: Mette Holm\n');
  });
});

function tableOf({ first, third, isNew }: { first: Row; third: Row; isNew: boolean }): Buffer {
  const row = (index: number, { bytes, starts }: Row): Buffer => {
    const offsets = Buffer.alloc(8, 0xff);
    for (const [i, start] of starts.entries()) offsets.writeUInt16LE(start, i * 2);
    return message([1, index], isNew ? [6, bytes] : [3, bytes], isNew ? [7, offsets] : [4, offsets]);
  };
  const texts = ['Navn', 'CPR-nr.', 'Mette Holm'].map(
    (text, i) => [3, message([1, i + 1], [3, text])] as const,
  );
  const store = message(
    [3, Buffer.concat([message([1, message([1, 0], [2, message([1, 42])])]), message([2, 256])])],
    [4, message([1, 41])],
  );
  return packageOf([
    { id: 1, kind: 1, body: message([1, 1]) },
    { id: 40, kind: 6001, body: message([4, store], [8, 'Ansatte']) },
    { id: 41, kind: 6005, body: message([1, 1], ...texts) },
    { id: 42, kind: 6002, body: message([5, row(0, first)], [5, row(2, third)]) },
  ]);
}

interface Row {
  readonly bytes: Buffer;
  readonly starts: readonly number[];
}

function rowOf(cells: readonly Buffer[]): Row {
  let at = 0;
  const starts = cells.map((cell) => (at += cell.length) - cell.length);
  return { bytes: Buffer.concat(cells), starts };
}

function oldCells(): { first: Row; third: Row; isNew: boolean } {
  const text = (key: number): Buffer => Buffer.from([4, 3, 0, 0, 0x10, 0, 0, 0, 0, 0, 0, 0, key, 0, 0, 0]);
  const number = Buffer.alloc(20);
  number.set([4, 2, 0, 0, 0x20]);
  number.writeDoubleLE(42, 12);
  return { first: rowOf([text(1), text(2)]), third: rowOf([text(3), number]), isNew: false };
}

function newCells(): { first: Row; third: Row; isNew: boolean } {
  const text = (key: number): Buffer => Buffer.from([5, 3, 0, 0, 0, 0, 0, 0, 8, 0, 0, 0, key, 0, 0, 0]);
  const decimal = Buffer.alloc(28);
  decimal.set([5, 2, 0, 0, 0, 0, 0, 0, 1]);
  decimal.writeUInt16LE(420, 12);
  // The exponent is -1.
  decimal[26] = (0x181f & 0x7f) << 1;
  decimal[27] = 0x181f >> 7;
  return { first: rowOf([text(1), text(2)]), third: rowOf([text(3), decimal]), isNew: true };
}
