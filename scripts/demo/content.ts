import type { Text } from './text.ts';

/** What a document holds, whatever format it will have. Each maker writes every text that stands here, once. */
export type Content =
  | ({ readonly as: 'paper' } & Paper)
  | ({ readonly as: 'workbook' } & Workbook)
  | ({ readonly as: 'deck' } & Deck)
  | ({ readonly as: 'mail' } & Mail);

/** Running text: a letter, a contract, minutes. */
export interface Paper {
  readonly title: Text;
  readonly header?: Text;
  readonly footer?: Text;
  readonly blocks: readonly Block[];
}

/** `note` is a footnote, `comment` a remark in the margin and `box` a text box, where the format has them. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph' | 'note' | 'comment' | 'box'; readonly text: Text }
  | { readonly kind: 'list'; readonly items: readonly Text[] }
  | ({ readonly kind: 'table' } & Table)
  | { readonly kind: 'page-break' };

export interface Table {
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Text[])[];
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}

export interface Sheet {
  readonly name: string;
  /** Lines above the header row. */
  readonly intro?: readonly Text[];
  readonly columns: readonly Text[];
  readonly rows: readonly (readonly Cell[])[];
}

export type Cell = Text | number | FormattedNumber;

/** A number that the format dresses up: a CPR number stored as 101701234 with format 000000-0000. */
export interface FormattedNumber {
  readonly number: number;
  readonly format: string;
  readonly shows: Text;
}

export interface Deck {
  readonly slides: readonly Slide[];
}

export interface Slide {
  readonly title: Text;
  readonly points: readonly Text[];
  readonly table?: Table;
  readonly notes?: Text;
}

export interface Mail {
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc?: readonly Address[];
  readonly subject: Text;
  readonly date: Date;
  readonly body: readonly Text[];
  readonly attachments?: readonly Attachment[];
}

export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface Address {
  readonly name?: Text;
  readonly mail: Text;
}

/** Every text of a document, each as often as it stands in the file. Attachments bring their own truth. */
export function textsOf(content: Content): Text[] {
  switch (content.as) {
    case 'paper':
      return [
        content.title,
        content.header ?? '',
        ...content.blocks.flatMap(textsOfBlock),
        content.footer ?? '',
      ];
    case 'workbook':
      return content.sheets.flatMap((sheet) => [
        ...(sheet.intro ?? []),
        ...sheet.columns,
        ...sheet.rows.flat().map(textOfCell),
      ]);
    case 'deck':
      return content.slides.flatMap((slide) => [
        slide.title,
        ...slide.points,
        ...(slide.table ? textsOfTable(slide.table) : []),
        slide.notes ?? '',
      ]);
    case 'mail':
      return [
        ...[content.from, ...content.to, ...(content.cc ?? [])].flatMap((one) => [one.name ?? '', one.mail]),
        content.subject,
        ...content.body,
      ];
  }
}

/** A cell as it is shown: Danish decimal comma for a bare number. */
export function textOfCell(cell: Cell): Text {
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  return typeof cell === 'object' && 'shows' in cell ? cell.shows : cell;
}

function textsOfBlock(block: Block): readonly Text[] {
  switch (block.kind) {
    case 'list':
      return block.items;
    case 'table':
      return textsOfTable(block);
    case 'page-break':
      return [];
    case 'heading':
    case 'paragraph':
    case 'note':
    case 'comment':
    case 'box':
      return [block.text];
  }
}

function textsOfTable(table: Table): Text[] {
  return [...table.columns, ...table.rows.flat()];
}
