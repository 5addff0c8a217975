import { PDFDocument, StandardFonts } from 'pdf-lib';
import { PNG } from 'pngjs';
import UTIF from 'utif2';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { Picture } from '#kernel/picture.ts';
import { PdfDocument } from '../../../app/extract/pdf/pdf-document.ts';
import { pdfium } from '../../../app/extract/pdf/pdfium.ts';

/** Lines of print on a page of their own size, as a PDF. */
export async function printed(lines: readonly string[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([360, 40 + lines.length * 20]);
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const [row, line] of lines.entries())
    page.drawText(line, { x: 20, y: page.getHeight() - 30 - row * 20, size: 12, font });
  return await document.save();
}

/** The same as it looks at 150 dpi: what a scanner or a screen would give. */
export async function pictured(lines: readonly string[]): Promise<Picture> {
  const document = new PdfDocument(await pdfium(), bytesInMemory(await printed(lines)));
  try {
    return document.page(1, (page) => page.picture(150));
  } finally {
    document.close();
  }
}

export function asPng({ width, height, grey }: Picture): Buffer {
  const png = new PNG({ width, height });
  png.data = rgba(grey);
  return PNG.sync.write(png);
}

/** Every picture a page. */
export function asTiff({ width, height, grey }: Picture): Buffer {
  return Buffer.from(UTIF.encodeImage(rgba(grey), width, height));
}

/** A bitmap of 24 bits a pixel, rows from the bottom. */
export function asBmp({ width, height, grey }: Picture): Buffer {
  const row = Math.ceil((width * 3) / 4) * 4;
  const bytes = Buffer.alloc(54 + row * height);
  bytes.write('BM', 0, 'latin1');
  bytes.writeUInt32LE(bytes.length, 2);
  bytes.writeUInt32LE(54, 10);
  bytes.writeUInt32LE(40, 14);
  bytes.writeInt32LE(width, 18);
  bytes.writeInt32LE(height, 22);
  bytes.writeUInt16LE(1, 26);
  bytes.writeUInt16LE(24, 28);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      bytes.fill(grey[(height - 1 - y) * width + x] ?? 0, 54 + y * row + x * 3, 54 + y * row + x * 3 + 3);
  return bytes;
}

/** A PDF whose only page shows a picture, as a scanner makes it; with `stamp`, a line of text over it. */
export async function scannedPdf(picture: Picture, stamp?: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const image = await document.embedPng(asPng(picture));
  const page = document.addPage([picture.width / 2, picture.height / 2]);
  page.drawImage(image, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
  if (stamp !== undefined) page.drawText(stamp, { x: 5, y: 5, size: 6 });
  return await document.save();
}

function rgba(grey: Uint8Array): Buffer {
  const data = Buffer.alloc(grey.length * 4, 255);
  for (const [pixel, light] of grey.entries()) data.fill(light, pixel * 4, pixel * 4 + 3);
  return data;
}
