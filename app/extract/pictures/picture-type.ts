/** Sizes of the header that follows the file header, by version of the format. */
const BITMAP_HEADERS = [12, 40, 52, 56, 64, 108, 124];

/**
 * The type of picture files whose signature is short, so that more has to be looked at: TIFF's directory may lie at the
 * file's end, and "BM" begins a bitmap and also "BMW". Null for anything else.
 */
export function pictureType(head: Buffer): string | null {
  if (head.length < 26) return null;
  const magic = head.readUInt32BE(0);
  if (magic === 0x49492a00 || magic === 0x4d4d002a) return isRaw(head) ? null : 'image/tiff';
  const isBitmap =
    head.readUInt16BE(0) === 0x424d &&
    head.readUInt32LE(6) === 0 &&
    BITMAP_HEADERS.includes(head.readUInt32LE(14));
  return isBitmap ? 'image/bmp' : null;
}

/** Cameras' raw files begin as TIFF does, with a mark of their own behind it (Canon's CR2). */
function isRaw(head: Buffer): boolean {
  return head.toString('latin1', 8, 10) === 'CR';
}
