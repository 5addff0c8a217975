import assert from 'node:assert/strict';
import { docxOf, paragraph, shape } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument';

/** A part as XML, or in base 64. */
function part(name: string, type: string, content: string | Buffer): string {
  const data =
    typeof content === 'string'
      ? `<pkg:xmlData>${content}</pkg:xmlData>`
      : `<pkg:binaryData>${content.toString('base64').replaceAll(/.{76}/g, '$&\n')}</pkg:binaryData>`;
  return `<pkg:part pkg:name="/${name}" pkg:contentType="${type}">${data}</pkg:part>`;
}

function flat(...parts: string[]): string {
  return `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${parts.join('')}</pkg:package>`;
}

function document(body: string): string {
  return part(
    'word/document.xml',
    `${OFFICE}.wordprocessingml.document.main+xml`,
    `<w:document><w:body>${body}</w:body></w:document>`,
  );
}

describe('flat-opc', () => {
  it('reads a Word document that is one XML file as any other', async () => {
    const header = part(
      'word/header1.xml',
      `${OFFICE}.wordprocessingml.header+xml`,
      `<w:hdr>${paragraph('hoved')}</w:hdr>`,
    );
    const result = await read('a.xml', flat(document(paragraph('Smith &amp; Søn &lt;3')), header));
    assert.equal(result.format, 'flat-opc');
    assert.equal(result.ended, 'scanned');
    assert.equal(partOf(result, 'body'), 'Smith & Søn <3\n');
    assert.equal(partOf(result, 'header'), 'hoved\n');
  });

  it('reads deleted text and who deleted it', async () => {
    const deleted = '<w:p><w:del w:author="Bo Vang"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>';
    const result = await read('a.xml', flat(document(deleted)));
    assert.equal(partOf(result, 'body'), 'gone\n');
    assert.equal(partOf(result, 'reviewers'), 'Bo Vang\n');
  });

  it('reads the files that are embedded in it', async () => {
    const embedded = part('word/embeddings/a.docx', 'x', docxOf(paragraph('inner words')));
    const { segments } = await read('a.xml', flat(document(paragraph('outer')), embedded));
    assert.deepEqual(segments.find(({ text }) => text === 'inner words\n')?.place.path, ['a.docx']);
  });

  it('reads a presentation', async () => {
    const main = part(
      'ppt/presentation.xml',
      `${OFFICE}.presentationml.presentation.main+xml`,
      '<p:presentation/>',
    );
    const slide = part(
      'ppt/slides/slide1.xml',
      `${OFFICE}.presentationml.slide+xml`,
      `<p:sld>${shape('on the slide')}</p:sld>`,
    );
    const { segments } = await read('a.xml', flat(main, slide));
    assert.deepEqual(segments, [{ text: 'on the slide\n', place: { path: [], slide: 1 } }]);
  });

  it('ends as too large when its parts are more than may be in memory', async () => {
    const { ended } = await read('a.xml', flat(document(paragraph('x'.repeat(50_000)))), {
      maxInMemory: 10_000,
    });
    assert.equal(ended, 'skipped/too_large');
  });
});
