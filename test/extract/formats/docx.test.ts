import assert from 'node:assert/strict';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';

const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
const bodyOf = async (body: string): Promise<string> => partOf(await read('a.docx', docxOf(body)), 'body');

describe('docx', () => {
  it('gives paragraphs as lines, their runs together', async () => {
    const runs = '<w:p><w:r><w:t>0101</w:t></w:r><w:r><w:t>90-1234</w:t></w:r></w:p>';
    assert.equal(await bodyOf(runs + paragraph('next')), '010190-1234\nnext\n');
  });

  it('gives a table as rows with tabs between cells', async () => {
    const table = `<w:tbl><w:tr>${cell('Navn')}${cell('CPR')}</w:tr><w:tr>${cell('')}${cell('x')}</w:tr></w:tbl>`;
    assert.equal(
      await bodyOf(paragraph('before') + table + paragraph('after')),
      'before\nNavn\tCPR\n\tx\nafter\n',
    );
  });

  it('gives tabs and line breaks, but not the tab stops of a paragraph', async () => {
    const body =
      '<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>';
    assert.equal(await bodyOf(body), 'a\tb\nc\n');
  });

  it('keeps a hyphen that does not break', async () => {
    assert.equal(
      await bodyOf('<w:p><w:r><w:t>010190</w:t><w:noBreakHyphen/><w:t>1234</w:t></w:r></w:p>'),
      '010190-1234\n',
    );
  });

  for (const [name, part] of [
    ['header1', 'header'],
    ['footer2', 'footer'],
    ['footnotes', 'footnotes'],
    ['endnotes', 'endnotes'],
  ] as const) {
    it(`gives its ${part}`, async () => {
      const result = await read(
        'a.docx',
        docxOf(paragraph('x'), { [name]: `<w:x>${paragraph('aside')}</w:x>` }),
      );
      assert.equal(partOf(result, part), 'aside\n');
    });
  }

  it('gives comments with who made them', async () => {
    const comments = `<w:comments><w:comment w:author="Eva Holm">${paragraph('is this so?')}</w:comment></w:comments>`;
    assert.equal(
      partOf(await read('a.docx', docxOf('', { comments })), 'comments'),
      'Eva Holm:\nis this so?\n',
    );
  });

  it('gives what tracked changes put in and took out, and who did', async () => {
    const changes =
      '<w:p><w:ins w:author="Ida Bach"><w:r><w:t>new </w:t></w:r></w:ins><w:del w:author="Bo Lind"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>';
    const result = await read('a.docx', docxOf(changes));
    assert.equal(partOf(result, 'body'), 'new old\n');
    assert.equal(partOf(result, 'reviewers'), 'Ida Bach\nBo Lind\n');
  });

  it('gives the text of a text box once, though it is written twice', async () => {
    const box = `<w:txbxContent>${paragraph('boxed')}</w:txbxContent>`;
    const both = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    assert.equal(await bodyOf(both), 'boxed\n');
  });

  it('gives the alternative text of a picture', async () => {
    assert.equal(
      await bodyOf('<w:p><w:drawing><wp:docPr name="1" descr="Ida at the beach"/></w:drawing></w:p>'),
      'Ida at the beach\n',
    );
  });

  it('gives the addresses of its links', async () => {
    const rels =
      '<Relationships><Relationship Id="a" Target="mailto:ida@example.com" TargetMode="External"/><Relationship Id="b" Target="styles.xml"/></Relationships>';
    const result = await read('a.docx', docxOf(paragraph('x'), { 'word/_rels/document.xml.rels': rels }));
    assert.equal(partOf(result, 'links'), 'mailto:ida@example.com\n');
  });

  it('gives the addresses in field codes, and not the codes of page numbers', async () => {
    const field = (code: string): string => `<w:p><w:r><w:instrText>${code}</w:instrText></w:r></w:p>`;
    const text = await bodyOf(
      field(' HYPERLINK &quot;mailto:bo@example.com&quot; ') + field(' PAGEREF _Toc1 \\h '),
    );
    assert.match(text, /bo@example\.com/);
    assert.doesNotMatch(text, /PAGEREF/);
  });

  it('gives who made it and who saved it last', async () => {
    const core =
      '<cp:coreProperties><dc:creator>Eva Holm</dc:creator><cp:lastModifiedBy>Bo Lind</cp:lastModifiedBy><cp:revision>7</cp:revision></cp:coreProperties>';
    const result = await read('a.docx', docxOf(paragraph('x'), { 'docProps/core.xml': core }));
    assert.equal(partOf(result, 'properties'), 'creator: Eva Holm\nlastModifiedBy: Bo Lind\n');
  });

  it('gives the numbers of a list as Word shows them', async () => {
    const numbering =
      '<w:numbering><w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>' +
      '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>' +
      '<w:num w:numId="5"><w:abstractNumId w:val="1"/></w:num></w:numbering>';
    const item = (level: number, text: string): string =>
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const body = item(0, 'one') + item(1, 'a') + item(1, 'b') + item(0, 'two') + item(1, 'c');
    const result = await read('a.docx', docxOf(body, { numbering }));
    assert.equal(partOf(result, 'body'), '1. one\n1.a) a\n1.b) b\n2. two\n2.a) c\n');
  });

  it('reads a file embedded in it', async () => {
    const inner = zipOf([{ name: 'inner.txt', content: 'embedded words' }]);
    const outer = zipOf([
      { name: 'word/document.xml', content: `<w:document>${paragraph('x')}</w:document>` },
      { name: 'word/embeddings/pack.zip', content: inner },
    ]);
    const { segments } = await read('a.docx', outer);
    assert.deepEqual(segments.find(({ text }) => text === 'embedded words')?.place.path, [
      'pack.zip',
      'inner.txt',
    ]);
  });
});
