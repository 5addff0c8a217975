/** A TIFF of one page: its data from the eighth byte on, and its tags by number, each with a type and values. */
export function tiffOf(
  data: Uint8Array,
  tags: Readonly<Record<number, readonly [type: 'bytes' | 'short' | 'long', ...values: number[]]>>,
): Buffer {
  const entries = Object.entries(tags);
  const directory = 8 + data.length + (data.length % 2);
  let at = directory + 2 + entries.length * 12 + 4;
  const beyond: Buffer[] = [];
  const rows = entries.map(([tag, [type, ...values]]) => {
    const row = Buffer.alloc(12);
    const [number, size] = ({ bytes: [7, 1], short: [3, 2], long: [4, 4] } as const)[type];
    row.writeUInt16LE(Number(tag), 0);
    row.writeUInt16LE(number, 2);
    row.writeUInt32LE(values.length, 4);
    const held = Buffer.alloc(Math.max(4, values.length * size));
    for (const [i, value] of values.entries()) held.writeUIntLE(value, i * size, size);
    if (held.length === 4) held.copy(row, 8);
    else {
      row.writeUInt32LE(at, 8);
      beyond.push(held);
      at += held.length;
    }
    return row;
  });
  const head = Buffer.alloc(8);
  head.write('II*\0', 'latin1');
  head.writeUInt32LE(directory, 4);
  const count = Buffer.alloc(2);
  count.writeUInt16LE(entries.length);
  return Buffer.concat([
    head,
    data,
    Buffer.alloc(data.length % 2),
    count,
    ...rows,
    Buffer.alloc(4),
    ...beyond,
  ]);
}
