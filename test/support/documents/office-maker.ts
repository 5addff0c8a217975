import { zipOf } from './zip-maker.ts';

type Parts = Record<string, string>;

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const OOXML = 'application/vnd.openxmlformats-officedocument';

/** An Office Open XML file from its parts; each part's content type is given by `types`. */
function packageOf(parts: Parts, types: Record<string, string>): Buffer {
  const overrides = Object.entries(types)
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`)
    .join('');
  const list =
    `${HEAD}<Types><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/>${overrides}</Types>`;
  return zipOf([
    { name: '[Content_Types].xml', content: list },
    ...Object.entries(parts).map(([name, content]) => ({
      name,
      content: name.endsWith('.xml') ? HEAD + content : content,
    })),
  ]);
}

/** A Word document: the XML within the body, and other parts of word/ by their names ("header1", "comments"). */
export function docxOf(body: string, others: Parts = {}): Buffer {
  const parts: Parts = { 'word/document.xml': `<w:document><w:body>${body}</w:body></w:document>` };
  const types: Parts = { 'word/document.xml': `${OOXML}.wordprocessingml.document.main+xml` };
  for (const [name, content] of Object.entries(others)) {
    parts[name.includes('/') ? name : `word/${name}.xml`] = content;
    const kind = /^([a-z]+)\d*$/i.exec(name)?.[1];
    if (kind) types[`word/${name}.xml`] = `${OOXML}.wordprocessingml.${kind}+xml`;
    if (name === 'docProps/core.xml')
      types[name] = 'application/vnd.openxmlformats-package.core-properties+xml';
  }
  return packageOf(parts, types);
}

/** A paragraph of WordprocessingML. */
export function paragraph(text: string): string {
  return `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
}

export interface SheetParts {
  readonly name: string;
  readonly rows: string;
  readonly state?: string;
  readonly after?: string;
}

/** A workbook: the XML within each sheet's sheetData, shared strings, and the number formats of cell styles 1, 2, … */
export function xlsxOf(
  sheets: readonly SheetParts[],
  {
    strings = [],
    formats = [],
    others = {},
  }: { strings?: string[]; formats?: string[]; others?: Parts } = {},
): Buffer {
  const parts: Parts = {
    'xl/workbook.xml': `<workbook><sheets>${sheets
      .map(
        ({ name, state }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"${state ? ` state="${state}"` : ''}/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${sheets
      .map((_, i) => `<Relationship Id="rId${i + 1}" Target="worksheets/sheet${i + 1}.xml"/>`)
      .join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst>${strings.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/styles.xml':
      `<styleSheet><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${i + 200}" formatCode="${code}"/>`).join('')}</numFmts>` +
      `<cellXfs><xf numFmtId="0"/>${formats.map((_, i) => `<xf numFmtId="${i + 200}"/>`).join('')}</cellXfs></styleSheet>`,
    ...others,
  };
  const types: Parts = {
    'xl/workbook.xml': `${OOXML}.spreadsheetml.sheet.main+xml`,
    'xl/sharedStrings.xml': `${OOXML}.spreadsheetml.sharedStrings+xml`,
    'xl/styles.xml': `${OOXML}.spreadsheetml.styles+xml`,
    'xl/comments1.xml': `${OOXML}.spreadsheetml.comments+xml`,
    'xl/pivotCache/pivotCacheRecords1.xml': `${OOXML}.spreadsheetml.pivotCacheRecords+xml`,
  };
  for (const [i, { rows, after }] of sheets.entries()) {
    parts[`xl/worksheets/sheet${i + 1}.xml`] =
      `<worksheet><sheetData>${rows}</sheetData>${after ?? ''}</worksheet>`;
    types[`xl/worksheets/sheet${i + 1}.xml`] = `${OOXML}.spreadsheetml.worksheet+xml`;
  }
  return packageOf(parts, types);
}

/** A presentation whose slides, in this order, are files in the reverse order; each may have notes and a comment. */
export function pptxOf(
  slides: readonly { text: string; notes?: string; comment?: string }[],
  others: Parts = {},
): Buffer {
  const type = `${OOXML}.presentationml`;
  const file = (i: number): number => slides.length - i;
  const parts: Parts = {
    'ppt/presentation.xml': `<p:presentation><p:sldIdLst>${slides.map((_, i) => `<p:sldId id="${i + 256}" r:id="rId${i + 1}"/>`).join('')}</p:sldIdLst></p:presentation>`,
    'ppt/_rels/presentation.xml.rels': `<Relationships>${slides.map((_, i) => `<Relationship Id="rId${i + 1}" Target="slides/slide${file(i)}.xml"/>`).join('')}</Relationships>`,
    ...others,
  };
  const types: Parts = {
    'ppt/presentation.xml': `${type}.presentation.main+xml`,
    'ppt/slideMasters/slideMaster1.xml': `${type}.slideMaster+xml`,
  };
  for (const [i, { text, notes, comment }] of slides.entries()) {
    const n = file(i);
    parts[`ppt/slides/slide${n}.xml`] = `<p:sld>${shape(text)}</p:sld>`;
    types[`ppt/slides/slide${n}.xml`] = `${type}.slide+xml`;
    parts[`ppt/slides/_rels/slide${n}.xml.rels`] =
      `<Relationships><Relationship Id="a" Target="../notesSlides/notesSlide${n}.xml"/><Relationship Id="b" Target="../comments/comment${n}.xml"/></Relationships>`;
    if (notes) parts[`ppt/notesSlides/notesSlide${n}.xml`] = `<p:notes>${shape(notes)}</p:notes>`;
    if (comment)
      parts[`ppt/comments/comment${n}.xml`] = `<p:cmLst><p:cm><p:text>${comment}</p:text></p:cm></p:cmLst>`;
    types[`ppt/notesSlides/notesSlide${n}.xml`] = `${type}.notesSlide+xml`;
    types[`ppt/comments/comment${n}.xml`] = `${type}.comments+xml`;
  }
  return packageOf(parts, types);
}

/** A shape of PresentationML with a text; `placeholder` is the type of the placeholder that it is. */
export function shape(text: string, placeholder?: string): string {
  const ph = placeholder ? `<p:nvSpPr><p:nvPr><p:ph type="${placeholder}"/></p:nvPr></p:nvSpPr>` : '';
  return `<p:sp>${ph}<p:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:txBody></p:sp>`;
}

/** An OpenDocument text: the XML within office:text, of styles.xml and meta.xml, and of the manifest. */
export function odtOf(body: string, { styles = '', meta = '', manifest = '' } = {}): Buffer {
  return zipOf([
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', stored: true },
    {
      name: 'content.xml',
      content: `${HEAD}<office:document-content><office:text>${body}</office:text></office:document-content>`,
    },
    { name: 'styles.xml', content: `${HEAD}<office:document-styles>${styles}</office:document-styles>` },
    { name: 'meta.xml', content: `${HEAD}<office:document-meta>${meta}</office:document-meta>` },
    { name: 'META-INF/manifest.xml', content: `${HEAD}<manifest:manifest>${manifest}</manifest:manifest>` },
  ]);
}
