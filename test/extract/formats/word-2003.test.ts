import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

function wordOf(body: string, before = ''): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>' +
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="a" xmlns:o="o">' +
    `${before}<w:body>${body}</w:body></w:wordDocument>`
  );
}

function annotation(kind: string, content: string): string {
  return `<aml:annotation w:type="Word.${kind}" aml:author="Bo Vang"><aml:content>${content}</aml:content></aml:annotation>`;
}

describe('word-2003', () => {
  it('reads the body of a document in one XML file', async () => {
    const result = await read('a.xml', wordOf(paragraph('Kære Åse')));
    assert.equal(result.format, 'word-2003');
    assert.equal(result.ended, 'scanned');
    assert.equal(partOf(result, 'body'), 'Kære Åse\n');
  });

  it('keeps headers and notes apart though they stand within the text', async () => {
    const note = `<w:r><w:footnote>${paragraph('the note')}</w:footnote></w:r>`;
    const section = `<w:p><w:pPr><w:sectPr><w:hdr>${paragraph('the head')}</w:hdr></w:sectPr></w:pPr>${note}<w:r><w:t>text</w:t></w:r></w:p>`;
    const result = await read('a.xml', wordOf(section));
    assert.equal(partOf(result, 'body'), 'text\n');
    assert.equal(partOf(result, 'header'), 'the head\n');
    assert.equal(partOf(result, 'footnotes'), 'the note\n');
  });

  it('gives deleted text and comments with who made them', async () => {
    const deleted = annotation('Deletion', '<w:r><w:delText>gone</w:delText></w:r>');
    const comment = `<w:r>${annotation('Comment', paragraph('a remark'))}</w:r>`;
    const result = await read('a.xml', wordOf(`<w:p>${deleted}${comment}</w:p>`));
    assert.match(partOf(result, 'body'), /gone/);
    assert.equal(partOf(result, 'comments'), 'Bo Vang:\na remark\n');
    assert.equal(partOf(result, 'reviewers'), 'Bo Vang\n');
  });

  it('tells who wrote it and saved it last', async () => {
    const properties =
      '<o:DocumentProperties><o:Author>Ida Holm</o:Author><o:LastAuthor>Bo Vang</o:LastAuthor><o:Pages>3</o:Pages></o:DocumentProperties>' +
      '<o:CustomDocumentProperties><o:Case dt:dt="string">A-17</o:Case></o:CustomDocumentProperties>';
    const result = await read('a.xml', wordOf(paragraph('x'), properties));
    assert.equal(partOf(result, 'properties'), 'Author: Ida Holm\nLastAuthor: Bo Vang\nCase: A-17\n');
  });

  it('reads the objects that are embedded in it', async () => {
    const packed = deflateSync(compoundOf({ Package: docxOf(paragraph('inner words')) }));
    const store = compoundOf({ _1: Buffer.concat([Buffer.alloc(4), packed]) }).toString('base64');
    const data = `<w:docOleData><w:binData w:name="oledata.mso">${store}</w:binData></w:docOleData>`;
    const { segments, text } = await read('a.xml', wordOf(paragraph('outer'), data));
    const inner = segments.find((segment) => segment.text === 'inner words\n');
    assert.deepEqual(inner?.place.path, ['object 1', 'object']);
    assert.ok(!text.includes(store.slice(0, 40)));
  });

  it('gives what came before the damage', async () => {
    const { text, ended } = await read('a.xml', `${wordOf(paragraph('before')).slice(0, -30)}<<`);
    assert.match(text, /before/);
    assert.equal(ended, 'partial/corrupt');
  });

  it('ends as too large when an object in it unpacks to more than may be in memory', async () => {
    const bomb = Buffer.concat([Buffer.alloc(4), deflateSync(Buffer.alloc(8 * 1024 * 1024))]);
    const store = compoundOf({ _1: bomb }).toString('base64');
    const data = `<w:docOleData><w:binData w:name="oledata.mso">${store}</w:binData></w:docOleData>`;
    const { text, ended } = await read('a.xml', wordOf(paragraph('outer'), data), {
      maxInMemory: 1024 * 1024,
    });
    assert.equal(ended, 'partial/too_large');
    assert.match(text, /outer/);
  });
});
