import { bytesInMemory } from '#kernel/bytes.ts';
import { MOST_PIXELS, type Picture } from '#kernel/picture.ts';
import { Unread } from '../format.ts';
import { PdfDocument } from '../pdf/pdf-document.ts';
import { discardPdfium, pdfium } from '../pdf/pdfium.ts';

/** What a JPEG file says of itself. `orientation` is Exif's: 1 upright, 3 upside down, 6 and 8 lying on a side. */
interface JpegHead {
  readonly width: number;
  readonly height: number;
  readonly components: number;
  readonly adobe: boolean;
  readonly orientation: number;
}

const START_OF_SCAN = 0xda;
const APP1 = 0xe1;
const APP14 = 0xee;

/**
 * Reads the segments before the picture itself (ITU-T T.81, annex B).
 * @throws Unread `corrupt`
 */
export function jpegHead(bytes: Uint8Array): JpegHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let adobe = false;
  let orientation = 1;
  for (let at = 2; at + 10 < bytes.length;) {
    if (view.getUint8(at) !== 0xff) throw new Unread('corrupt');
    const marker = view.getUint8(at + 1);
    if (marker === 0xff) {
      at++; // Fill bytes may stand before a marker.
      continue;
    }
    if (marker === START_OF_SCAN) break;
    const length = view.getUint16(at + 2);
    if (isFrame(marker)) {
      const [height, width, components] = [
        view.getUint16(at + 5),
        view.getUint16(at + 7),
        view.getUint8(at + 9),
      ];
      return { width, height, components, adobe, orientation };
    }
    const segment = bytes.subarray(at + 4, at + 2 + length);
    if (marker === APP14) adobe = latin1(segment, 5) === 'Adobe';
    if (marker === APP1 && latin1(segment, 4) === 'Exif') orientation = exifOrientation(segment.subarray(6));
    at += 2 + length;
  }
  throw new Unread('corrupt');
}

/** Start of frame, of any coding; the three markers between them are tables. */
function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}

function latin1(bytes: Uint8Array, length: number): string {
  return Buffer.from(bytes.subarray(0, length)).toString('latin1');
}

/** Tag 0x0112 of the first directory of a TIFF head. A phone turns its photographs by it and not by their pixels. */
function exifOrientation(tiff: Uint8Array): number {
  if (tiff.length < 14) return 1;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const little = view.getUint16(0) === 0x4949;
  const directory = view.getUint32(4, little);
  if (directory + 2 > tiff.length) return 1;
  const entries = view.getUint16(directory, little);
  for (let entry = 0; entry < entries; entry++) {
    const at = directory + 2 + entry * 12;
    if (at + 12 > tiff.length) return 1;
    if (view.getUint16(at, little) === 0x0112) return view.getUint16(at + 8, little);
  }
  return 1;
}

/** The picture, upright, no larger than is read; what is small, such as a screenshot, twice its size. */
export async function drawnJpeg(bytes: Uint8Array, head: JpegHead): Promise<Picture> {
  const isSmall = head.width * head.height * 4 <= MOST_PIXELS / 2;
  // One pixel of the JPEG is one point of the page, of which 72 make an inch.
  const document = new PdfDocument(await pdfium(), bytesInMemory(pdfOfJpeg(bytes, head)));
  try {
    const picture = document.page(1, (page) => page.picture(isSmall ? 144 : 72));
    return { ...picture, dpi: isSmall ? 150 : 300 };
  } finally {
    try {
      document.close();
    } catch {
      discardPdfium();
    }
  }
}

/**
 * A PDF of one page with nothing on it but the JPEG (ISO 32000-1, 8.9.5 and 7.4.8), upright: so PDFium, which is here
 * already, decodes it, in WebAssembly and at the size that is wanted. @throws Unread `corrupt`
 */
function pdfOfJpeg(bytes: Uint8Array, head: JpegHead): Buffer {
  const { width, height, components, adobe, orientation } = head;
  const space = components === 1 ? '/DeviceGray' : components === 4 ? '/DeviceCMYK' : '/DeviceRGB';
  const inverted = components === 4 && adobe ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
  const turned = ({ 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 } as const)[orientation] ?? 0;
  const draw = `${width} 0 0 ${height} 0 0 cm /P Do`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${turned} /Contents 4 0 R` +
      ' /Resources << /XObject << /P 5 0 R >> >> >>',
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
  ];
  const image =
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space}` +
    ` /BitsPerComponent 8 /Filter /DCTDecode${inverted} /Length ${bytes.length} >>\nstream\n`;
  const numbered = [...objects, image].map((object, index) => `${index + 1} 0 obj\n${object}`);
  const before = `%PDF-1.4\n${numbered.join('\nendobj\n')}`;
  const places = numbered.map((object) => String(before.indexOf(object)).padStart(10, '0'));
  const tail = '\nendstream\nendobj\n';
  // With a table of its objects, so that PDFium does not look for them itself, and find others inside the JPEG.
  const table =
    `xref\n0 6\n0000000000 65535 f \n${places.map((place) => `${place} 00000 n \n`).join('')}` +
    `trailer\n<< /Root 1 0 R /Size 6 >>\nstartxref\n${before.length + bytes.length + tail.length}\n%%EOF\n`;
  return Buffer.concat([Buffer.from(before, 'latin1'), bytes, Buffer.from(tail + table, 'latin1')]);
}
