import { bytesInMemory } from '#kernel/bytes.ts';
import { MOST_PIXELS, type Picture } from '#kernel/picture.ts';
import { Unread } from '../format.ts';
import { PdfDocument } from '../pdf/pdf-document.ts';
import { discardPdfium, pdfium } from '../pdf/pdfium.ts';

/** What a JPEG file says of itself. `orientation` is Exif's: 1 upright, 3 upside down, 6 and 8 lying on a side. */
export interface JpegHead {
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

/** A JPEG and where it lies in its picture, in pixels from the top left. `plain`: red, green and blue as they are. */
export interface JpegPiece {
  readonly bytes: Uint8Array;
  readonly head: JpegHead;
  readonly x: number;
  readonly y: number;
  readonly plain: boolean;
}

/** The picture, upright, no larger than is read; what is small, such as a screenshot, twice its size. */
export function drawnJpeg(bytes: Uint8Array, head: JpegHead): Promise<Picture> {
  return drawnPieces([{ bytes, head, x: 0, y: 0, plain: false }], head, head.orientation);
}

/** The same of a picture that is made of several, as in a TIFF. */
export async function drawnPieces(
  pieces: readonly JpegPiece[],
  { width, height }: { readonly width: number; readonly height: number },
  orientation = 1,
): Promise<Picture> {
  const isSmall = width * height * 4 <= MOST_PIXELS / 2;
  // One pixel of the JPEG is one point of the page, of which 72 make an inch.
  const pdf = pdfOfJpegs(pieces, width, height, orientation);
  const document = new PdfDocument(await pdfium(), bytesInMemory(pdf));
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
 * A PDF of one page with nothing on it but JPEGs (ISO 32000-1, 8.9.5 and 7.4.8), upright: so PDFium, which is here
 * already, decodes them, in WebAssembly and at the size that is wanted.
 */
function pdfOfJpegs(
  pieces: readonly JpegPiece[],
  width: number,
  height: number,
  orientation: number,
): Buffer {
  const turned = ({ 3: 180, 4: 180, 5: 90, 6: 90, 7: 270, 8: 270 } as const)[orientation] ?? 0;
  const draw = pieces
    .map(
      ({ head, x, y }, i) =>
        `q ${head.width} 0 0 ${head.height} ${x} ${height - y - head.height} cm /P${i} Do Q`,
    )
    .join('\n');
  const named = pieces.map((_, i) => `/P${i} ${i + 5} 0 R`).join(' ');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${turned} /Contents 4 0 R` +
      ` /Resources << /XObject << ${named} >> >> >>`,
    `<< /Length ${draw.length} >>\nstream\n${draw}\nendstream`,
  ].map((object) => [Buffer.from(object, 'latin1')]);
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n', 'latin1')];
  const places: number[] = [];
  let length = parts[0]?.length ?? 0;
  for (const [i, object] of [...objects, ...pieces.map(imageObject)].entries()) {
    places.push(length);
    for (const part of [Buffer.from(`${i + 1} 0 obj\n`), ...object, Buffer.from('\nendobj\n')]) {
      parts.push(part);
      length += part.length;
    }
  }
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const size = places.length + 1;
  // With a table of its objects, so that PDFium does not look for them itself, and find others inside a JPEG.
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Root 1 0 R /Size ${size} >>\n`;
  return Buffer.concat([...parts, Buffer.from(`${table}startxref\n${length}\n%%EOF\n`, 'latin1')]);
}

function imageObject({ bytes, head, plain }: JpegPiece): Buffer[] {
  const { width, height, components, adobe } = head;
  const space = components === 1 ? '/DeviceGray' : components === 4 ? '/DeviceCMYK' : '/DeviceRGB';
  const inverted = components === 4 && adobe ? ' /Decode [1 0 1 0 1 0 1 0]' : '';
  const colours = plain ? ' /DecodeParms << /ColorTransform 0 >>' : '';
  const dictionary =
    `<< /Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace ${space}` +
    ` /BitsPerComponent 8 /Filter /DCTDecode${colours}${inverted} /Length ${bytes.length} >>\nstream\n`;
  return [Buffer.from(dictionary, 'latin1'), Buffer.from(bytes), Buffer.from('\nendstream', 'latin1')];
}
