import { bookPage, epubOf } from '../../../test/support/documents/book-maker.ts';
import { docxOf, odtOf, paragraph, pptxOf, xlsxOf } from '../../../test/support/documents/office-maker.ts';
import type { ZipMember } from '../../../test/support/documents/zip-maker.ts';
import { zipOf } from '../../../test/support/documents/zip-maker.ts';
import { madePng } from './pictures.ts';
import type { Seed } from './seed.ts';

/** Documents that are XML, in a zip or bare: a small one of each kind, with something of all that its parser listens to. */
export function officeSeeds(): Seed[] {
  return [
    ...openXml(),
    ...openDocuments(),
    ...bareXml(),
    {
      name: 'a.epub',
      bytes: epubOf([['one.xhtml', bookPage('A chapter')]], { metadata: '<dc:creator>Ida</dc:creator>' }),
    },
  ];
}

function openXml(): Seed[] {
  const word = docxOf(
    `${paragraph('Kære Åse')}<w:tbl><w:tr><w:tc>${paragraph('Navn')}</w:tc><w:tc>${paragraph('By')}</w:tc></w:tr></w:tbl>` +
      '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:del w:author="Bo"><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>',
    {
      header1: `<w:hdr>${paragraph('head')}</w:hdr>`,
      comments: `<w:comments><w:comment w:author="Bo">${paragraph('remark')}</w:comment></w:comments>`,
      'docProps/core.xml': '<cp:coreProperties><dc:creator>Ida Holm</dc:creator></cp:coreProperties>',
    },
  );
  const cells =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>By</t></is></c></row>' +
    '<row r="2"><c r="A2" s="1"><v>101901234</v></c><c r="B2"><f>A2</f><v>42</v></c></row>';
  const slides = pptxOf([
    { text: 'first', notes: 'a note', comment: 'a remark' },
    { text: 'second', notes: 'more', comment: 'why' },
  ]);
  const types =
    '<Types><Override PartName="/visio/document.xml" ContentType="application/vnd.ms-visio.drawing.main+xml"/>' +
    '<Override PartName="/visio/pages/page1.xml" ContentType="application/vnd.ms-visio.page+xml"/></Types>';
  const drawing: ZipMember[] = [
    { name: '[Content_Types].xml', content: types },
    { name: 'visio/document.xml', content: '<VisioDocument/>' },
    { name: 'visio/pages/page1.xml', content: '<PageContents><Text><cp/>Ida Holm</Text></PageContents>' },
  ];
  const glyphs = '<Glyphs OriginX="1" OriginY="20" FontRenderingEmSize="10" UnicodeString="Ida Holm"/>';
  const printed: ZipMember[] = [
    { name: 'FixedDocumentSequence.fdseq', content: '<x/>' },
    { name: 'Documents/1/Pages/1.fpage', content: `<FixedPage>${glyphs}${glyphs}</FixedPage>` },
  ];
  return [
    { name: 'a.docx', bytes: word },
    {
      name: 'b.docx',
      bytes: docxOf(paragraph('x'), { 'word/media/image1.png': madePng().toString('latin1') }),
    },
    {
      name: 'a.xlsx',
      bytes: xlsxOf([{ name: 'Løn', rows: cells }], { strings: ['Navn'], formats: ['000000-0000'] }),
    },
    { name: 'a.pptx', bytes: slides },
    { name: 'a.xlsb', bytes: binaryWorkbook() },
    { name: 'a.vsdx', bytes: zipOf(drawing) },
    { name: 'a.xps', bytes: zipOf(printed) },
  ];
}

/** Records of MS-XLSB: their number, their length, their bytes. */
function binaryWorkbook(): Buffer {
  const record = (id: number, data: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from(id > 127 ? [(id & 0x7f) | 0x80, id >> 7, data.length] : [id, data.length]),
      data,
    ]);
  const text = (words: string): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(words.length);
    return Buffer.concat([length, Buffer.from(words, 'utf16le')]);
  };
  const sheet = Buffer.concat([Buffer.from([1, 0, 0, 0, 1, 0, 0, 0]), text('rId1'), text('Løn')]);
  const cell = Buffer.concat([Buffer.from([1, 0, 0, 0, 0, 0, 0, 0]), text('Ida Holm')]);
  const kind = 'application/vnd.ms-excel';
  return zipOf([
    {
      name: '[Content_Types].xml',
      content:
        `<Types><Override PartName="/xl/workbook.bin" ContentType="${kind}.sheet.binary.macroEnabled.main"/>` +
        `<Override PartName="/xl/worksheets/sheet1.bin" ContentType="${kind}.worksheet"/></Types>`,
    },
    { name: 'xl/workbook.bin', content: record(156, sheet) },
    {
      name: 'xl/_rels/workbook.bin.rels',
      content: '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.bin"/></Relationships>',
    },
    {
      name: 'xl/worksheets/sheet1.bin',
      content: Buffer.concat([record(0, Buffer.from([4, 0, 0, 0])), record(6, cell)]),
    },
  ]);
}

function openDocuments(): Seed[] {
  const kind = 'application/vnd.oasis.opendocument';
  const packed = (type: string, content: string): Buffer =>
    zipOf([
      { name: 'mimetype', content: `${kind}.${type}`, stored: true },
      { name: 'content.xml', content: `<office:document-content>${content}</office:document-content>` },
    ]);
  const sheet =
    '<table:table table:name="Løn"><table:table-row table:number-rows-repeated="4"><table:table-cell/></table:table-row><table:table-row>' +
    '<table:table-cell table:number-columns-repeated="2"/><table:table-cell><office:annotation><dc:creator>Bo</dc:creator>' +
    '<text:p>a remark</text:p></office:annotation><text:p>Ida</text:p></table:table-cell></table:table-row></table:table>';
  const slide =
    '<draw:page draw:name="p"><text:p>a slide</text:p><presentation:notes><text:p>note</text:p></presentation:notes></draw:page>';
  const body =
    '<text:h>Title</text:h><text:p>a<text:s text:c="3"/>b<text:tab/></text:p><text:list><text:list-item><text:p>c</text:p></text:list-item></text:list>';
  const flat = `<?xml version="1.0"?><office:document office:mimetype="${kind}.text"><office:meta><dc:creator>Ida</dc:creator></office:meta><office:body><office:text>${body}</office:text></office:body></office:document>`;
  return [
    { name: 'a.odt', bytes: odtOf(body, { meta: '<dc:creator>Ida</dc:creator>' }) },
    { name: 'a.ods', bytes: packed('spreadsheet', sheet) },
    { name: 'a.odp', bytes: packed('presentation', slide) },
    { name: 'a.fodt', bytes: Buffer.from(flat) },
  ];
}

function bareXml(): Seed[] {
  const word =
    '<?xml version="1.0" encoding="UTF-8"?><?mso-application progid="Word.Document"?>' +
    '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml" xmlns:aml="a" xmlns:o="o">' +
    '<o:DocumentProperties><o:Author>Ida Holm</o:Author></o:DocumentProperties>' +
    `<w:body>${paragraph('Kære Åse')}<w:p><w:r><w:footnote>${paragraph('note')}</w:footnote></w:r></w:p></w:body></w:wordDocument>`;
  const excel =
    '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="s"><Worksheet ss:Name="Løn"><Table>' +
    '<Row ss:Index="7"><Cell><Data ss:Type="String">Ida</Data></Cell><Cell ss:Index="4"><Data ss:Type="Number">42</Data></Cell></Row></Table></Worksheet></Workbook>';
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  const flat =
    '<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">' +
    `<pkg:part pkg:name="/word/document.xml" pkg:contentType="${type}"><pkg:xmlData><w:document><w:body>${paragraph('Ida')}</w:body></w:document></pkg:xmlData></pkg:part>` +
    '<pkg:part pkg:name="/word/media/a.png" pkg:contentType="image/png"><pkg:binaryData>iVBORw0KGgo=</pkg:binaryData></pkg:part></pkg:package>';
  return [
    { name: 'word.xml', bytes: Buffer.from(word) },
    { name: 'excel.xml', bytes: Buffer.from(excel) },
    { name: 'flat.xml', bytes: Buffer.from(flat) },
  ];
}
