import { Unread } from '../format.ts';

/** The size of the canvas by the first chunk (WebP container specification; VP8: RFC 6386, 9.1). */
export function webpSize(bytes: Buffer): { width: number; height: number } {
  if (bytes.length < 30) throw new Unread('corrupt');
  switch (bytes.toString('latin1', 12, 16)) {
    case 'VP8X':
      return { width: bytes.readUIntLE(24, 3) + 1, height: bytes.readUIntLE(27, 3) + 1 };
    case 'VP8L': {
      const bits = bytes.readUInt32LE(21);
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 };
    }
    case 'VP8 ':
      return { width: bytes.readUInt16LE(26) & 0x3fff, height: bytes.readUInt16LE(28) & 0x3fff };
    default:
      throw new Unread('corrupt');
  }
}
