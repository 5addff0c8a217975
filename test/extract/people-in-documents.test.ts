import assert from 'node:assert/strict';
import { PDFDict, PDFDocument, PDFHexString, PDFName } from 'pdf-lib';
import { bookPage, epubOf } from '../support/documents/book-maker.ts';
import { compoundOf } from '../support/documents/compound-maker.ts';
import { docxOf, odtOf, paragraph, pptxOf, shape, xlsxOf } from '../support/documents/office-maker.ts';
import { biffRecord, pptRecord, wordOf, workbookOf } from '../support/documents/old-office-maker.ts';
import { exifOf, jpegOf, xmpOf } from '../support/documents/photo-maker.ts';
import { propertyStreams } from '../support/documents/property-maker.ts';
import { read } from '../support/documents/reading.ts';
import { textChunk, visioDocument } from '../support/documents/visio-maker.ts';
import { zipOf } from '../support/documents/zip-maker.ts';

/** A document, and what of people and of what is not seen at once it has to give: by what it is called. */
interface Row {
  readonly name: string;
  readonly document: () => Promise<Uint8Array> | Uint8Array | string;
  readonly gives: Readonly<Record<string, string>>;
}

const CORE = {
  'docProps/core.xml':
    '<cp:coreProperties><dc:creator>Ada Author</dc:creator><cp:lastModifiedBy>Lis Last</cp:lastModifiedBy><dc:description>A comment</dc:description></cp:coreProperties>',
};
const APP = {
  'docProps/app.xml': '<Properties><Company>Boats</Company><Manager>Mia Manager</Manager></Properties>',
};
const OLD = propertyStreams(
  { 2: 'A title', 4: 'Ada Author', 6: 'A comment', 8: 'Lis Last' },
  { 14: 'Mia Manager', 15: 'Boats' },
);
const OFFICE = {
  author: 'Ada Author',
  'who saved it last': 'Lis Last',
  company: 'Boats',
  manager: 'Mia Manager',
  comments: 'A comment',
};

const w = (name: string, inner: string, attributes = ''): string =>
  `<w:${name} ${attributes}>${inner}</w:${name}>`;

const TABLE: readonly Row[] = [
  {
    name: 'a.docx',
    document: () =>
      docxOf(
        paragraph('body') +
          w('p', w('del', w('r', w('delText', 'deleted words')), 'w:author="Dan Deleter"')) +
          w('p', w('pPr', w('rPr', w('ins', '', 'w:author="Ina Inserter"')))) +
          w(
            'p',
            w(
              'r',
              `<w:pict><v:textbox><w:txbxContent>${paragraph('in a box')}</w:txbxContent></v:textbox></w:pict>`,
            ),
          ) +
          w(
            'p',
            w('r', w('fldChar', w('ffData', '<w:ddList><w:listEntry w:val="Entry of a list"/></w:ddList>'))),
          ) +
          w('sdt', w('sdtPr', '<w:alias w:val="Name of the field"/>')),
        {
          header1: w('hdr', paragraph('the header')),
          footer1: w('ftr', paragraph('the footer')),
          footnotes: w('footnotes', w('footnote', paragraph('a footnote'))),
          endnotes: w('endnotes', w('endnote', paragraph('an endnote'))),
          comments: w('comments', w('comment', paragraph('a remark'), 'w:author="Kim Commenter"')),
          ...CORE,
          ...APP,
        },
      ),
    gives: {
      ...OFFICE,
      'deleted text': 'deleted words',
      'who deleted it': 'Dan Deleter',
      'who changed a paragraph': 'Ina Inserter',
      'text boxes': 'in a box',
      'entries of a form': 'Entry of a list',
      'names of fields': 'Name of the field',
      headers: 'the header',
      footers: 'the footer',
      footnotes: 'a footnote',
      endnotes: 'an endnote',
      'comments of reviewers': 'a remark',
      'who commented': 'Kim Commenter',
    },
  },
  {
    name: 'a.xlsx',
    document: () =>
      xlsxOf(
        [
          {
            name: 'Hidden sheet',
            state: 'hidden',
            rows: '<row r="1" hidden="1"><c t="inlineStr"><is><t>in a hidden row</t></is></c></row>',
            after:
              '<autoFilter><filterColumn><filters><filter val="Fay Filtered"/></filters></filterColumn></autoFilter>' +
              '<dataValidations><dataValidation prompt="A prompt"><formula1>"Ola,Per"</formula1></dataValidation></dataValidations>' +
              '<headerFooter><oddHeader>&amp;Cthe header</oddHeader></headerFooter>',
          },
        ],
        {
          others: {
            'xl/comments1.xml':
              '<comments><authors><author>Kim Commenter</author></authors><comment><text><t>a remark</t></text></comment></comments>',
            ...CORE,
            ...APP,
          },
        },
      ),
    gives: {
      ...OFFICE,
      'hidden rows of hidden sheets': 'in a hidden row',
      'what was filtered by': 'Fay Filtered',
      'what a cell asks for': 'A prompt',
      'lists to choose from': 'Ola,Per',
      headers: 'the header',
      'comments of reviewers': 'a remark',
      'who commented': 'Kim Commenter',
    },
  },
  {
    name: 'a.pptx',
    document: () =>
      pptxOf([{ text: 'slide', notes: 'the notes', comment: 'a remark' }], {
        'ppt/slideMasters/slideMaster1.xml': `<p:sldMaster>${shape('the footer', 'ftr')}</p:sldMaster>`,
        ...CORE,
        ...APP,
      }),
    gives: {
      ...OFFICE,
      'speaker notes': 'the notes',
      'comments of reviewers': 'a remark',
      footers: 'the footer',
    },
  },
  {
    name: 'a.odt',
    document: () =>
      odtOf(
        '<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>Dan Deleter</dc:creator></office:change-info><text:p>deleted words</text:p></text:deletion></text:changed-region></text:tracked-changes>' +
          '<office:forms><form:form><form:text form:label="A label" form:current-value="Fie Filled"/></form:form></office:forms>' +
          '<text:p>body<office:annotation><dc:creator>Kim Commenter</dc:creator><text:p>a remark</text:p></office:annotation>' +
          '<text:note><text:note-body><text:p>a footnote</text:p></text:note-body></text:note><text:hidden-text text:string-value="not shown"/>' +
          '<draw:frame><draw:text-box><text:p>in a box</text:p></draw:text-box></draw:frame></text:p>',
        {
          styles:
            '<style:header><text:p>the header</text:p></style:header><style:footer><text:p>the footer</text:p></style:footer>',
          meta: '<office:meta><meta:initial-creator>Ada Author</meta:initial-creator><dc:creator>Lis Last</dc:creator><meta:printed-by>Pia Printer</meta:printed-by><dc:description>A comment</dc:description></office:meta>',
        },
      ),
    gives: {
      author: 'Ada Author',
      'who saved it last': 'Lis Last',
      'who printed it': 'Pia Printer',
      comments: 'A comment',
      'deleted text': 'deleted words',
      'who deleted it': 'Dan Deleter',
      'fields of a form': 'Fie Filled',
      'text boxes': 'in a box',
      'hidden text': 'not shown',
      headers: 'the header',
      footers: 'the footer',
      footnotes: 'a footnote',
      'comments of reviewers': 'a remark',
      'who commented': 'Kim Commenter',
    },
  },
  {
    name: 'a.doc',
    document: () =>
      wordOf(
        {
          0x4c: 'body\r',
          0x50: 'a footnote\r',
          0x54: 'the header\r',
          0x5c: 'a remark\r',
          0x60: 'an endnote\r',
          0x64: 'in a box\r',
        },
        OLD,
      ),
    gives: {
      ...OFFICE,
      title: 'A title',
      footnotes: 'a footnote',
      headers: 'the header',
      'comments of reviewers': 'a remark',
      endnotes: 'an endnote',
      'text boxes': 'in a box',
    },
  },
  {
    name: 'a.xls',
    document: () =>
      workbookOf(
        [biffRecord(0x5c, Buffer.from([10, 0, 0]), 'Wil Writer')],
        [biffRecord(0x14, Buffer.from([10, 0, 0]), 'the header')],
        OLD,
      ),
    gives: { ...OFFICE, 'who opened it to write': 'Wil Writer', headers: 'the header' },
  },
  {
    name: 'a.ppt',
    document: () =>
      compoundOf({
        'PowerPoint Document': Buffer.concat([
          pptRecord(
            1006,
            pptRecord(4000, 'on the slide'),
            pptRecord(12000, pptRecord(4026, 'Kim Commenter'), pptRecord(4026, 'a remark')),
          ),
          pptRecord(1008, pptRecord(4000, 'the notes')),
        ]),
        ...OLD,
      }),
    gives: {
      ...OFFICE,
      'speaker notes': 'the notes',
      'comments of reviewers': 'a remark',
      'who commented': 'Kim Commenter',
    },
  },
  {
    name: 'a.rtf',
    document: () =>
      '{\\rtf1{\\info{\\author Ada Author}{\\operator Lis Last}{\\*\\manager Mia Manager}{\\*\\company Boats}{\\doccomm A comment}}' +
      '{\\*\\revtbl{Unknown;}{Dan Deleter;}}{\\header the header\\par}{\\footer the footer\\par}body{\\footnote a footnote}' +
      '{\\deleted gone words}{\\*\\atnauthor Kim Commenter}{\\*\\annotation a remark}{\\field{\\*\\fldinst FORMTEXT {\\*\\formfield{\\*\\ffdeftext Fie Filled}}}{\\fldrslt x}}}',
    gives: {
      ...OFFICE,
      'deleted text': 'gone words',
      'who deleted it': 'Dan Deleter',
      headers: 'the header',
      footers: 'the footer',
      footnotes: 'a footnote',
      'comments of reviewers': 'a remark',
      'who commented': 'Kim Commenter',
      'fields of a form': 'Fie Filled',
    },
  },
  {
    name: 'a.pdf',
    document: pdf,
    gives: {
      author: 'Ada Author',
      company: 'Boats',
      XMP: 'Xia of XMP',
      'fields of a form': 'Fie Filled',
      annotations: 'a remark',
      'who made an annotation': 'Kim Commenter',
      attachments: 'in the attachment',
    },
  },
  {
    name: 'a.html',
    document: () =>
      '<html><head><meta name="author" content="Ada Author"><!--[if gte mso 9]><xml><o:LastAuthor>Lis Last</o:LastAuthor></xml><![endif]--></head><body>body</body></html>',
    gives: { author: 'Ada Author', 'who saved it last': 'Lis Last' },
  },
  {
    name: 'a.eml',
    document: () =>
      'From: Ada <ada@example.com>\r\nTo: Tom <tom@example.com>\r\nCc: Cia <cia@example.com>\r\nReply-To: Rio <rio@example.com>\r\nOrganization: Boats\r\nMessage-ID: <1@example.com>\r\n\r\nbody',
    gives: {
      'who wrote it': 'ada@example.com',
      'to whom': 'tom@example.com',
      copies: 'cia@example.com',
      'who is answered': 'rio@example.com',
      company: 'Boats',
    },
  },
  {
    name: 'a.jpg',
    document: () =>
      jpegOf(
        [0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exifOf({ 0x010e: 'A title', 0x013b: 'Ada Author' })])],
        [
          0xe1,
          `http://ns.adobe.com/xap/1.0/\0${xmpOf('<Iptc4xmpExt:PersonInImage><rdf:Bag><rdf:li>Fia Face</rdf:li></rdf:Bag></Iptc4xmpExt:PersonInImage>')}`,
        ],
      ),
    gives: { author: 'Ada Author', title: 'A title', 'who is on it': 'Fia Face' },
  },
  {
    name: 'a.epub',
    document: () =>
      epubOf([['a.xhtml', bookPage('x')]], {
        metadata: '<dc:creator>Ada Author</dc:creator><dc:contributor>Lis Last</dc:contributor>',
      }),
    gives: { author: 'Ada Author', contributors: 'Lis Last' },
  },
  {
    name: 'a.vsd',
    document: () =>
      compoundOf({
        VisioDocument: visioDocument([{ type: 0x27, inner: [{ type: 0x15, chunks: [textChunk('x')] }] }]),
        ...OLD,
      }),
    gives: OFFICE,
  },
  {
    name: 'a.vsdx',
    document: () =>
      zipOf([
        {
          name: '[Content_Types].xml',
          content:
            '<Types><Override PartName="/visio/document.xml" ContentType="application/vnd.ms-visio.drawing.main+xml"/><Override PartName="/visio/pages/page1.xml" ContentType="application/vnd.ms-visio.page+xml"/></Types>',
        },
        { name: 'visio/document.xml', content: '<VisioDocument/>' },
        {
          name: 'visio/pages/page1.xml',
          content:
            '<PageContents><Shape><Section N="Property"><Row><Cell N="Value" V="Fie Filled"/></Row></Section><Text>x</Text></Shape></PageContents>',
        },
        ...Object.entries({ ...CORE, ...APP }).map(([name, content]) => ({ name, content })),
      ]),
    gives: { ...OFFICE, 'fields of shapes': 'Fie Filled' },
  },
];

async function pdf(): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([600, 400]);
  page.drawText('body', { x: 40, y: 300 });
  document.setAuthor('Ada Author');
  document.context
    .lookup(document.context.trailerInfo.Info, PDFDict)
    .set(PDFName.of('Company'), PDFHexString.fromText('Boats'));
  const packet = document.context.stream(Buffer.from(xmpOf('<dc:creator>Xia of XMP</dc:creator>')), {});
  document.catalog.set(PDFName.of('Metadata'), document.context.register(packet));
  const field = document.getForm().createTextField('name');
  field.setText('Fie Filled');
  field.addToPage(page, { x: 10, y: 10, width: 100, height: 20 });
  const note = document.context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Rect: [0, 0, 10, 10],
    Contents: PDFHexString.fromText('a remark'),
    T: PDFHexString.fromText('Kim Commenter'),
  });
  page.node.addAnnot(document.context.register(note));
  await document.attach(Buffer.from('in the attachment'), 'a.txt');
  return await document.save({ useObjectStreams: false });
}

describe('what documents say of people beside their text', () => {
  for (const { name, document, gives } of TABLE) {
    const format = name.slice(2);
    let text = '';

    before(async () => {
      ({ text } = await read(name, await document()));
    });

    for (const [what, expected] of Object.entries(gives))
      it(`${format}: ${what}`, () => {
        assert.ok(text.includes(expected), `no "${expected}" in ${JSON.stringify(text.slice(0, 2000))}`);
      });
  }
});
