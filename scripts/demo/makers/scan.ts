import { PDFDocument } from 'pdf-lib';
import { PNG } from 'pngjs';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { Picture } from '#kernel/picture.ts';
import { PdfDocument } from '../../../app/extract/pdf/pdf-document.ts';
import { pdfium } from '../../../app/extract/pdf/pdfium.ts';

/** What a scanner makes of a paper: a PDF of its pages as grey pictures, at 200 dpi, without a letter of text. */
export async function scanned(paper: Uint8Array, modified: Date): Promise<Uint8Array> {
  const scan = await PDFDocument.create({ updateMetadata: false });
  scan.setCreationDate(modified);
  scan.setModificationDate(modified);
  for (const picture of await pagesOf(paper)) {
    const page = scan.addPage([(picture.width * 72) / DPI, (picture.height * 72) / DPI]);
    const image = await scan.embedPng(greyPng(picture));
    page.drawImage(image, { x: 0, y: 0, width: page.getWidth(), height: page.getHeight() });
  }
  return await scan.save({ useObjectStreams: false });
}

const DPI = 200;

async function pagesOf(paper: Uint8Array): Promise<Picture[]> {
  const document = new PdfDocument(await pdfium(), bytesInMemory(paper));
  try {
    const numbers = Array.from({ length: document.pageCount }, (_, index) => index + 1);
    return numbers.map((number) => document.page(number, (page) => page.picture(DPI)));
  } finally {
    document.close();
  }
}

function greyPng({ width, height, grey }: Picture): Buffer {
  const png = new PNG({ width, height });
  png.data = Buffer.from(grey);
  return PNG.sync.write(png, { inputColorType: 0, colorType: 0, bitDepth: 8, inputHasAlpha: false });
}
