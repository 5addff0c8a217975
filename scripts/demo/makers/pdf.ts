import { PDFDocument, StandardFonts, type PDFFont, type PDFPage } from 'pdf-lib';
import type { Block, Paper, Table } from '../content.ts';
import { join, plain, type Text } from '../text.ts';
import { wrapped } from './plain-text.ts';

/** A PDF with a text layer, A4, on as many pages as it takes. Header and footer stand on the first page only. */
export async function pdf(paper: Paper, style: { readonly modified?: Date } = {}): Promise<Uint8Array> {
  const { document, regular, bold } = await emptyDocument(style.modified);
  const writer = createWriter(document);
  if (paper.header) writer.line(simpler(plain(paper.header)), regular, 8);
  if (paper.footer) writer.foot(simpler(plain(paper.footer)), regular);
  for (const line of fitting(paper.title, bold, 16)) writer.line(line, bold, 16);
  for (const block of paper.blocks) {
    if (block.kind === 'page-break') writer.turn();
    else if (block.kind === 'table') setTable(writer, block, regular, bold);
    else setText(writer, block, regular, bold);
    writer.gap();
  }
  return document.save({ useObjectStreams: false });
}

/** A PDF like a scanner's: one grey page and no text. */
export async function pdfWithoutText(modified?: Date): Promise<Uint8Array> {
  const { document } = await emptyDocument(modified);
  document.addPage(A4).drawRectangle({ x: 60, y: 60, width: 470, height: 720, opacity: 0.1 });
  return document.save({ useObjectStreams: false });
}

async function emptyDocument(
  modified = new Date(Date.UTC(2020, 0, 1)),
): Promise<{ document: PDFDocument; regular: PDFFont; bold: PDFFont }> {
  // Left alone, the library writes the time of the day into the file.
  const document = await PDFDocument.create({ updateMetadata: false });
  document.setCreationDate(modified);
  document.setModificationDate(modified);
  document.setProducer('Skriv 7.2');
  return {
    document,
    regular: await document.embedFont(StandardFonts.Helvetica),
    bold: await document.embedFont(StandardFonts.HelveticaBold),
  };
}

interface Writer {
  line(text: string, font: PDFFont, size: number): void;
  /** Texts side by side at these distances from the margin, in points. */
  row(cells: readonly (readonly [text: string, x: number])[], font: PDFFont, size: number): void;
  foot(text: string, font: PDFFont): void;
  gap(): void;
  turn(): void;
}

function createWriter(document: PDFDocument): Writer {
  let page: PDFPage = document.addPage(A4);
  let y = TOP;
  const writer: Writer = {
    line: (text, font, size) => writer.row([[text, 0]], font, size),
    row(cells, font, size) {
      if (y < BOTTOM) writer.turn();
      for (const [text, x] of cells) page.drawText(text, { x: MARGIN + x, y, font, size });
      y -= size * 1.35;
    },
    foot: (text, font) => page.drawText(text, { x: MARGIN, y: 30, font, size: 8 }),
    gap: () => {
      y -= 7;
    },
    turn() {
      page = document.addPage(A4);
      y = TOP;
    },
  };
  return writer;
}

function setText(
  writer: Writer,
  block: Exclude<Block, { kind: 'table' | 'page-break' }>,
  regular: PDFFont,
  bold: PDFFont,
): void {
  const texts = block.kind === 'list' ? block.items.map((item) => join(['• ', item])) : [block.text];
  const font = block.kind === 'heading' ? bold : regular;
  const size = block.kind === 'heading' ? 12 : 10;
  for (const text of texts) for (const line of fitting(text, font, size)) writer.line(line, font, size);
}

function setTable(writer: Writer, { columns, rows }: Table, regular: PDFFont, bold: PDFFont): void {
  const cells = [columns, ...rows].map((row) => row.map((cell) => simpler(plain(cell))));
  const widths = columns.map((_, at) =>
    Math.max(...cells.map((row, n) => (n === 0 ? bold : regular).widthOfTextAtSize(row[at] ?? '', 8))),
  );
  const places = widths.map((_, at) => widths.slice(0, at).reduce((sum, width) => sum + width + 12, 0));
  // A table that is too wide is set smaller, so that no cell leaves the page.
  const shrink = Math.min(1, WIDTH / widths.reduce((sum, width) => sum + width + 12, 0));
  cells.forEach((row, n) =>
    writer.row(
      row.map((cell, at) => [cell, (places[at] ?? 0) * shrink] as const),
      n === 0 ? bold : regular,
      8 * shrink,
    ),
  );
}

function fitting(text: Text, font: PDFFont, size: number): string[] {
  return wrapped(text, (line) => font.widthOfTextAtSize(simpler(line), size) <= WIDTH).map(simpler);
}

/** The standard fonts know Windows-1252 only. */
function simpler(text: string): string {
  const spelt = text.replace(/ł/g, 'l').replace(/ı/g, 'i');
  return spelt.replace(/[^\u0020-\u007e\u00a0-\u00ff–—•’“”…€ŠŽšž]/gu, (letter) =>
    letter.normalize('NFD').replace(/[^\u0020-\u007e]/gu, ''),
  );
}

const A4: [number, number] = [595.28, 841.89];
const MARGIN = 56;
const WIDTH = A4[0] - 2 * MARGIN;
const TOP = 780;
const BOTTOM = 60;
