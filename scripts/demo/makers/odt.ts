import type { Block, Paper, Table } from '../content.ts';
import { plain, type Text } from '../text.ts';
import { escapeXml, office } from './xml.ts';

/** An OpenDocument text (ISO 26300) with header, footer, footnotes, annotations and text frames. */
export function odt(paper: Paper, style: { readonly modified?: Date } = {}): Uint8Array {
  const parts = ['content.xml', 'styles.xml'];
  return office(
    [
      ['mimetype', MIME],
      [
        'META-INF/manifest.xml',
        `<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME}"/>${parts.map((part) => `<manifest:file-entry manifest:full-path="${part}" manifest:media-type="text/xml"/>`).join('')}</manifest:manifest>`,
      ],
      [
        'content.xml',
        `<office:document-content ${NAMESPACES} office:version="1.2"><office:body><office:text><text:h text:outline-level="1">${set(paper.title)}</text:h>${paper.blocks.map(blockXml).join('')}</office:text></office:body></office:document-content>`,
      ],
      ['styles.xml', stylesXml(paper)],
    ],
    style.modified,
  );
}

function blockXml(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<text:h text:outline-level="2">${set(block.text)}</text:h>`;
    case 'paragraph':
      return paragraph(set(block.text));
    case 'note':
      return paragraph(
        `<text:note text:note-class="footnote"><text:note-citation>*</text:note-citation><text:note-body>${paragraph(set(block.text))}</text:note-body></text:note>`,
      );
    case 'comment':
      return paragraph(`<office:annotation>${paragraph(set(block.text))}</office:annotation>`);
    case 'box':
      return paragraph(
        `<draw:frame><draw:text-box>${paragraph(set(block.text))}</draw:text-box></draw:frame>`,
      );
    case 'list':
      return `<text:list>${block.items.map((item) => `<text:list-item>${paragraph(set(item))}</text:list-item>`).join('')}</text:list>`;
    case 'table':
      return table(block);
    case 'page-break':
      return '<text:p><text:soft-page-break/></text:p>';
  }
}

function table({ columns, rows }: Table): string {
  const row = (cells: readonly Text[]): string =>
    `<table:table-row>${cells.map((cell) => `<table:table-cell office:value-type="string">${paragraph(set(cell))}</table:table-cell>`).join('')}</table:table-row>`;
  return `<table:table><table:table-column table:number-columns-repeated="${columns.length}"/>${[columns, ...rows].map(row).join('')}</table:table>`;
}

function stylesXml(paper: Paper): string {
  const edge = (name: 'header' | 'footer'): string => {
    const text = paper[name];
    return text === undefined ? '' : `<style:${name}>${paragraph(set(text))}</style:${name}>`;
  };
  return `<office:document-styles ${NAMESPACES} office:version="1.2"><office:automatic-styles><style:page-layout style:name="A4"/></office:automatic-styles><office:master-styles><style:master-page style:name="Standard" style:page-layout-name="A4">${edge('header')}${edge('footer')}</style:master-page></office:master-styles></office:document-styles>`;
}

function paragraph(inner: string): string {
  return `<text:p>${inner}</text:p>`;
}

/** OpenDocument folds spaces: more than one in a row has its own element. */
function set(text: Text): string {
  return escapeXml(plain(text)).replace(/ {2,}/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);
}

const MIME = 'application/vnd.oasis.opendocument.text';
const NAMESPACES = ['office', 'text', 'table', 'style']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat('xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"')
  .join(' ');
