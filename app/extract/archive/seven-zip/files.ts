import { Unread } from '../../format.ts';
import { utf16Text } from '../../text/utf16.ts';
import { HeaderBytes } from './header-bytes.ts';

/** A file of the archive, in the order in which their bytes follow each other. */
export interface FileEntry {
  /** Null when it has none: the archive was made of a stream. */
  readonly name: string | null;
  readonly kind: 'file' | 'other';
  readonly hasBytes: boolean;
}

const EMPTY_STREAM = 0x0e;
const EMPTY_FILE = 0x0f;
const ANTI = 0x10;
const NAMES = 0x11;
const ATTRIBUTES = 0x15;
/** Set when the upper half of the attributes is a mode of Unix. */
const HAS_MODE = 0x8000;
const KIND = 0o170000;
const REGULAR = 0o100000;

/** The list of files of a header (7zFormat.txt, "Files Info"). Throws `Unread('corrupt')`. */
export function filesIn(header: HeaderBytes): FileEntry[] {
  const count = header.count();
  let [names, attributes]: [string[], (number | null)[]] = [[], []];
  let [empty, emptyFiles, anti]: [boolean[], boolean[], boolean[]] = [[], [], []];
  let empties = 0;
  for (let id = header.number(); id !== 0; id = header.number()) {
    const property = new HeaderBytes(header.bytes(header.number()));
    if (id === EMPTY_STREAM) {
      empty = property.bits(count);
      empties = empty.filter(Boolean).length;
    }
    if (id === EMPTY_FILE) emptyFiles = property.bits(empties);
    else if (id === ANTI) anti = property.bits(empties);
    else if (id === NAMES) names = namesIn(property);
    else if (id === ATTRIBUTES) attributes = attributesIn(property, count);
  }
  let next = 0;
  return Array.from({ length: count }, (_, i) => {
    const hasBytes = empty[i] !== true;
    const number = hasBytes ? -1 : next++;
    const isFile = hasBytes || (emptyFiles[number] === true && anti[number] !== true);
    const kind = isFile && isRegular(attributes[i] ?? 0) ? 'file' : 'other';
    return { name: names[i] || null, kind, hasBytes };
  });
}

/** In UTF-16, each ended by a zero. */
function namesIn(property: HeaderBytes): string[] {
  property.expect(0);
  const bytes = property.bytes(property.length - 1);
  if (bytes.length % 2 !== 0) throw new Unread('corrupt');
  return utf16Text(bytes).replaceAll('\\', '/').split('\0');
}

function attributesIn(property: HeaderBytes, count: number): (number | null)[] {
  const defined = property.defined(count);
  property.expect(0);
  return defined.map((is) => (is ? property.bytes(4).readUInt32LE(0) : null));
}

/** Links and devices have no text, whatever bytes stand for them. */
function isRegular(attributes: number): boolean {
  const kind = (attributes >>> 16) & KIND;
  return (attributes & HAS_MODE) === 0 || kind === 0 || kind === REGULAR;
}
