import { isDbf } from './tables/dbf-header.ts';

/** The type of a file that is told by its first bytes, and that no text or picture is mistaken for; null for others. */
export function markedType(head: Buffer): string | null {
  const found = MARKS.find(([mark, at]) => head.subarray(at, at + mark.length).equals(mark));
  if (found) return found[2];
  if (head.length >= 44 && head.readUInt32LE(0) === 1 && head.toString('latin1', 40, 44) === ' EMF')
    return 'image/emf';
  if (isWindowsMetafile(head)) return 'image/wmf';
  if (isWordPerfect(head)) return 'application/vnd.wordperfect';
  if (isLzma(head)) return 'application/x-lzma';
  if (/^0707(01|02|07)[0-9a-f]{16}/i.test(head.toString('latin1', 0, 32))) return 'application/x-cpio';
  if (/^TABLE\r?\n0,1\r?\n/.test(head.toString('latin1', 0, 16))) return 'application/x-dif';
  return isDbf(head) ? 'application/x-dbf' : null;
}

const MARKS: readonly (readonly [mark: Buffer, at: number, type: string])[] = [
  [Buffer.from('SQLite format 3\0'), 0, 'application/vnd.sqlite3'],
  [Buffer.from('Standard Jet DB\0'), 4, 'application/x-msaccess'],
  [Buffer.from('Standard ACE DB\0'), 4, 'application/x-msaccess'],
  [Buffer.from('ITSF\x03\0\0\0'), 0, 'application/vnd.ms-htmlhelp'],
  [Buffer.from('!<arch>\n'), 0, 'application/x-unix-archive'],
  [Buffer.from('28b52ffd', 'hex'), 0, 'application/zstd'],
  [Buffer.from('1f9d', 'hex'), 0, 'application/x-compress'],
];

/** In memory or on disk, a header of nine words, version 1 or 3; or the mark of one that says how large it is. */
function isWindowsMetafile(head: Buffer): boolean {
  if (head.length < 18) return false;
  if (head.readUInt32LE(0) === 0x9ac6cdd7) return true;
  const isFile = [1, 2].includes(head.readUInt16LE(0)) && head.readUInt16LE(2) === 9;
  return isFile && [0x100, 0x300].includes(head.readUInt16LE(4)) && head.readUInt16LE(16) === 0;
}

/** Corel's mark, then the product (1) and the kind of file (10): macros, graphics and others share the first. */
function isWordPerfect(head: Buffer): boolean {
  return head.toString('latin1', 0, 4) === '\xffWPC' && head[8] === 1 && head[9] === 10;
}

/** The usual settings, a window whose size is one of those that are used, and a length that is not known or sensible. */
function isLzma(head: Buffer): boolean {
  if (head.length < 14 || head[0] !== 0x5d || head[13] !== 0) return false;
  const window = head.readUInt32LE(1);
  const length = head.readBigUInt64LE(5);
  const highest = 2 ** Math.floor(Math.log2(Math.max(1, window)));
  return (
    window >= 4096 &&
    (window === highest || window === highest * 1.5) &&
    (length === 0xffffffffffffffffn || length < 1n << 40n)
  );
}
