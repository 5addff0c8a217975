import { Unread } from '../format.ts';

const COMPRESSED = 0x75465a4c;
const UNCOMPRESSED = 0x414c454d;
const WINDOW = 4096;

/** What every such body may refer back to before it has said anything (MS-OXRTFCP 2.1.2.1). */
const BEGINNING =
  '{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript \\fdecor ' +
  'MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par \\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx';

/** The RTF body of an Outlook item, unpacked. Throws `Unread`: 'corrupt', 'too_large' past `limit` bytes. */
export function unpackedRtf(packed: Buffer, limit: number): Buffer {
  if (packed.length < 16) throw new Unread('corrupt');
  const size = packed.readUInt32LE(4);
  const kind = packed.readUInt32LE(8);
  if (kind === UNCOMPRESSED) return packed.subarray(16, 16 + size);
  if (kind !== COMPRESSED) throw new Unread('corrupt');
  if (size > limit) throw new Unread('too_large');
  const window = Buffer.alloc(WINDOW);
  let write = window.write(BEGINNING, 'latin1');
  const out = Buffer.alloc(size);
  let length = 0;
  const put = (byte: number): void => {
    out[length++] = byte;
    window[write] = byte;
    write = (write + 1) % WINDOW;
  };
  for (let at = 16; at < packed.length && length < size;) {
    const control = packed[at++] ?? 0;
    for (let bit = 0; bit < 8 && at < packed.length && length < size; bit++) {
      if ((control & (1 << bit)) === 0) {
        put(packed[at++] ?? 0);
        continue;
      }
      if (at + 2 > packed.length) return out.subarray(0, length);
      const reference = packed.readUInt16BE(at);
      at += 2;
      const from = reference >> 4;
      if (from === write) return out.subarray(0, length);
      for (let i = 0; i < (reference & 0xf) + 2 && length < size; i++) put(window[(from + i) % WINDOW] ?? 0);
    }
  }
  return out.subarray(0, length);
}
