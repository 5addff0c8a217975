import type { Block, Paper, Table } from '../content.ts';
import { pieces, plain, written, type Text } from '../text.ts';
import { contentTypes, escapeXml, office, relations, RELATIONSHIPS } from './xml.ts';

export interface DocxStyle {
  readonly modified?: Date;
  /** Break values over two runs, as Word does after somebody corrected a digit. */
  readonly splitRuns?: boolean;
}

/** A Word document (ECMA-376) with header, footer, footnotes, comments and text boxes where the paper has them. */
export function docx(paper: Paper, style: DocxStyle = {}): Uint8Array {
  const run = (text: Text): string => runs(text, style.splitRuns ?? false);
  const notes = paper.blocks.flatMap((block) => (block.kind === 'note' ? [block.text] : []));
  const comments = paper.blocks.flatMap((block) => (block.kind === 'comment' ? [block.text] : []));
  const parts = ['document', 'header', 'footer', 'footnotes', 'comments'] as const;
  return office(
    [
      [
        '[Content_Types].xml',
        contentTypes(
          parts.map((part) => [
            fileOf(part),
            `wordprocessingml.${part === 'document' ? 'document.main' : part}`,
          ]),
        ),
      ],
      ['_rels/.rels', relations([['officeDocument', 'word/document.xml']])],
      ['word/_rels/document.xml.rels', relations(parts.slice(1).map((part) => [part, `${part}.xml`]))],
      ['word/document.xml', documentXml(paper, run)],
      ['word/header.xml', `<w:hdr ${WORD}>${paragraph(run(paper.header ?? ''))}</w:hdr>`],
      ['word/footer.xml', `<w:ftr ${WORD}>${paragraph(run(paper.footer ?? ''))}</w:ftr>`],
      [
        'word/footnotes.xml',
        `<w:footnotes ${WORD}>${notes.map((text, at) => `<w:footnote w:id="${at + 1}">${paragraph(run(text))}</w:footnote>`).join('')}</w:footnotes>`,
      ],
      [
        'word/comments.xml',
        `<w:comments ${WORD}>${comments.map((text, at) => `<w:comment w:id="${at}" w:author="HR">${paragraph(run(text))}</w:comment>`).join('')}</w:comments>`,
      ],
    ],
    style.modified,
  );
}

type Run = (text: Text) => string;

function documentXml(paper: Paper, run: Run): string {
  const marks = { note: 0, comment: -1 };
  const mark = (kind: 'note' | 'comment'): number => ++marks[kind];
  const body = paper.blocks.map((block) => blockXml(block, run, mark)).join('');
  const section = `<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>`;
  return `<w:document ${WORD}><w:body>${paragraph(run(paper.title), 'Title')}${body}${section}</w:body></w:document>`;
}

function blockXml(block: Block, run: Run, mark: (kind: 'note' | 'comment') => number): string {
  switch (block.kind) {
    case 'heading':
      return paragraph(run(block.text), 'Heading1');
    case 'paragraph':
      return paragraph(run(block.text));
    case 'note':
      return paragraph(`<w:r><w:footnoteReference w:id="${mark('note')}"/></w:r>`);
    case 'comment':
      return paragraph(`<w:r><w:commentReference w:id="${mark('comment')}"/></w:r>`);
    case 'box':
      return paragraph(
        `<w:r><w:pict><v:shape style="width:200pt;height:60pt"><v:textbox><w:txbxContent>${paragraph(run(block.text))}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>`,
      );
    case 'list':
      return block.items.map((item) => paragraph(run(item), 'ListParagraph')).join('');
    case 'table':
      return table(block, run);
    case 'page-break':
      return paragraph('<w:r><w:br w:type="page"/></w:r>');
  }
}

function table({ columns, rows }: Table, run: Run): string {
  const row = (cells: readonly Text[]): string =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(run(cell))}</w:tc>`).join('')}</w:tr>`;
  return `<w:tbl><w:tblPr/><w:tblGrid/>${[columns, ...rows].map(row).join('')}</w:tbl>`;
}

function runs(text: Text, split: boolean): string {
  if (!split) return runXml(plain(text));
  return pieces(text)
    .flatMap((piece) => (typeof piece === 'string' ? [piece] : halves(written(piece))))
    .map(runXml)
    .join('');
}

function halves(value: string): string[] {
  const middle = Math.ceil(value.length / 2);
  return [value.slice(0, middle), value.slice(middle)];
}

function runXml(text: string): string {
  return text === '' ? '' : `<w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r>`;
}

function paragraph(inner: string, style?: string): string {
  const look = style ? `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>` : '';
  return `<w:p>${look}${inner}</w:p>`;
}

function fileOf(part: string): string {
  return `word/${part}.xml`;
}

const WORD = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="${RELATIONSHIPS}" xmlns:v="urn:schemas-microsoft-com:vml"`;
