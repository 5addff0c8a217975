type Level = 1 | 2;

/** A value of a MAPI property: text in UTF-16, bytes as text of one byte a character, or a number. */
export type TnefValue = string | { readonly narrow: Uint8Array } | { readonly object: Uint8Array } | number;

/** A TNEF stream from its attributes: level, id and data. */
export function tnefOf(
  ...attributes: readonly (readonly [level: Level, id: number, data: Uint8Array])[]
): Buffer {
  const head = Buffer.from('789f3e220100', 'hex');
  return Buffer.concat([
    head,
    ...attributes.map(([level, id, data]) => {
      const header = Buffer.alloc(9);
      header[0] = level;
      header.writeUInt32LE(id, 1);
      header.writeUInt32LE(data.length, 5);
      return Buffer.concat([header, data, Buffer.alloc(2)]);
    }),
  ]);
}

/** A list of MAPI properties by their numbers; one above 0x8000 gets a name. */
export function mapiList(values: Readonly<Record<number, TnefValue>>): Buffer {
  const all = Object.entries(values).map(([id, value]) => property(Number(id), value));
  return Buffer.concat([number(all.length), ...all]);
}

export function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function property(id: number, value: TnefValue): Buffer {
  const kind =
    typeof value === 'number' ? 3 : typeof value === 'string' ? 0x1f : 'narrow' in value ? 0x1e : 0x0d;
  const head = Buffer.alloc(4);
  head.writeUInt16LE(kind, 0);
  head.writeUInt16LE(id, 2);
  const named = id < 0x8000 ? [] : [Buffer.alloc(16), number(1), padded(Buffer.from('Keys', 'utf16le'))];
  return Buffer.concat([
    head,
    ...named,
    typeof value === 'number' ? number(value) : Buffer.concat([number(1), data(value)]),
  ]);
}

function data(value: Exclude<TnefValue, number>): Buffer {
  if (typeof value === 'string') return padded(Buffer.from(`${value}\0`, 'utf16le'));
  if ('narrow' in value) return padded(Buffer.from(value.narrow));
  return padded(Buffer.concat([Buffer.alloc(16, 7), value.object]));
}

/** Its length, its bytes, and zeros up to a multiple of four. */
function padded(bytes: Buffer): Buffer {
  return Buffer.concat([number(bytes.length), bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
