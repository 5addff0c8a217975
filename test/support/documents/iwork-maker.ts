/** A field of a message: a number, a text, or a message of its own. */
export type Field = readonly [number: number, value: number | string | Buffer];

/** A message in the wire format of Protocol Buffers. */
export function message(...fields: readonly Field[]): Buffer {
  return Buffer.concat(
    fields.flatMap(([field, value]) => {
      if (typeof value === 'number') return [varint(field * 8), varint(value)];
      const bytes = Buffer.from(value);
      return [varint(field * 8 + 2), varint(bytes.length), bytes];
    }),
  );
}

/** An .iwa file of objects, each with its id and kind. */
export function iwaOf(
  objects: readonly { readonly id: number; readonly kind: number; readonly body: Buffer }[],
): Buffer {
  const bytes = objects.map(({ id, kind, body }) => {
    const header = message([1, id], [2, message([1, kind], [3, body.length])]);
    return Buffer.concat([varint(header.length), header, body]);
  });
  return chunkOf(literals(Buffer.concat(bytes)));
}

/** A chunk of an .iwa file around bytes that are packed already. */
export function chunkOf(packed: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUIntLE(packed.length, 1, 3);
  return Buffer.concat([head, packed]);
}

/** Snappy without any repetition: each tag says how many bytes follow as they are. */
function literals(bytes: Buffer): Buffer {
  const parts = [varint(bytes.length)];
  for (let at = 0; at < bytes.length; at += 60) {
    const piece = bytes.subarray(at, at + 60);
    parts.push(Buffer.from([(piece.length - 1) << 2]), piece);
  }
  return Buffer.concat(parts);
}

/** A number of seven bits a byte, the lowest first. */
export function varint(value: number): Buffer {
  const bytes: number[] = [];
  let left = value;
  for (; left >= 128; left = Math.floor(left / 128)) bytes.push((left % 128) + 128);
  return Buffer.from([...bytes, left]);
}
