import { crc32 } from 'node:zlib';

/**
 * Archives that unpack to themselves, byte for byte, checksum included. A program in deflate (RFC 1951) of two orders,
 * ten bytes each: write the next so many bytes as they are, and repeat the last so many. With a head P before and a tail
 * S behind, this one prints itself (the idea is Russ Cox's, "Zip Files All The Way Down", 2010):
 *   P, L(P+1) P L(P+1), R(P+1), L1 R(P+1), L1 L1, L4 R(P+1) L1 L1 L4, R4, L4 R4 L4 R4 L4, R4,
 *   L4 R4 L0 L0 L(S+1), R4, L0, L0, L(S+1) R(S+1) S, R(S+1), S
 */
export function gzipQuine(): Buffer {
  const head = Buffer.from('1f8b0808000000000003', 'hex');
  return withTrueChecksum((checksum, size) => {
    const trailer = Buffer.alloc(8);
    trailer.writeUInt32LE(checksum, 0);
    trailer.writeUInt32LE(size, 4);
    // Blocks without content make the tail as long as an order to repeat it needs.
    const tail = Buffer.concat([...Array.from({ length: 4 }, () => stored(0)), LAST_BLOCK, trailer]);
    return program(Buffer.concat([head, Buffer.from('a-file-for-ever\0', 'latin1')]), tail);
  });
}

/** The same as a zip file with one file in it, by the name "r.zip". */
export function zipQuine(): Buffer {
  const name = Buffer.from('r.zip');
  return withTrueChecksum((checksum, size) => {
    const local = Buffer.alloc(30);
    const entry = Buffer.alloc(46);
    const end = Buffer.alloc(22);
    const packed = size - (local.length + entry.length + end.length + 2 * name.length);
    local.writeUInt32LE(0x04034b50, 0);
    entry.writeUInt32LE(0x02014b50, 0);
    for (const [header, at] of [
      [local, 4],
      [entry, 6],
    ] as const) {
      header.writeUInt16LE(20, at);
      header.writeUInt16LE(8, at + 4);
      header.writeUInt32LE(checksum, at + 10);
      header.writeUInt32LE(Math.max(packed, 0), at + 14);
      header.writeUInt32LE(size, at + 18);
      header.writeUInt16LE(name.length, at + 22);
    }
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 8);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(entry.length + name.length, 12);
    end.writeUInt32LE(local.length + name.length + Math.max(packed, 0), 16);
    return program(Buffer.concat([local, name]), Buffer.concat([LAST_BLOCK, entry, name, end]));
  });
}

const ORDER = 10;
const LAST_BLOCK = Buffer.from('010000ffff', 'hex');

function program(p: Buffer, s: Buffer): Buffer {
  const write = (...orders: readonly Buffer[]): Buffer[] => {
    const content = Buffer.concat(orders);
    return [writeOrder(content.length), content];
  };
  const [lp, rp] = [writeOrder(p.length + ORDER), repeatOrder(p.length + ORDER)];
  const [ls, rs] = [writeOrder(s.length + ORDER), repeatOrder(s.length + ORDER)];
  const [l0, l1, l4, r4] = [writeOrder(0), writeOrder(ORDER), writeOrder(4 * ORDER), repeatOrder(4 * ORDER)];
  return Buffer.concat([
    ...[p, ...write(p, lp), rp, ...write(rp), ...write(l1), ...write(rp, l1, l1, l4), r4],
    ...[...write(r4, l4, r4, l4), r4, ...write(r4, l0, l0, ls), r4, l0, l0, ...write(rs, s), rs, s],
  ]);
}

/** A stored block's head, and one of no content before it, so that it is as long as the other order. */
function writeOrder(length: number): Buffer {
  return Buffer.concat([stored(0), stored(length)]);
}

function stored(length: number): Buffer {
  const block = Buffer.alloc(5);
  block.writeUInt16LE(length, 1);
  block.writeUInt16LE(length ^ 0xffff, 3);
  return block;
}

/** A block of fixed codes: one run of a length and a distance from 33 to 96; an empty one of them; an empty stored one. */
function repeatOrder(length: number): Buffer {
  const bits: number[] = [];
  const number = (value: number, count: number): void => {
    for (let bit = 0; bit < count; bit++) bits.push((value >> bit) & 1);
  };
  /** Codes stand with their highest bit first. */
  const code = (value: number, count: number): void => {
    for (let bit = count - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
  };
  const [lengthCode, lengthBase, lengthBits] = LENGTHS.findLast(([, base]) => base <= length) ?? [0, 0, 0];
  const [distanceCode, distanceBase, distanceBits] = DISTANCES.findLast(([, base]) => base <= length) ?? [
    0, 0, 0,
  ];
  number(0b010, 3);
  code(lengthCode - 256, 7);
  number(length - lengthBase, lengthBits);
  code(distanceCode, 5);
  number(length - distanceBase, distanceBits);
  code(0, 7);
  number(0b010, 3);
  code(0, 7);
  const block = Buffer.alloc(ORDER);
  for (const [i, bit] of bits.entries()) block[i >> 3] = (block[i >> 3] ?? 0) | (bit << (i & 7));
  if (Math.ceil((bits.length + 3) / 8) !== ORDER - 4) throw new Error('the order does not fill its bytes');
  block.writeUInt16LE(0xffff, ORDER - 2);
  return block;
}

/** Code, least value, further bits (RFC 1951, 3.2.5), as far as they are needed. */
const LENGTHS = [
  [273, 35, 3],
  [274, 43, 3],
  [275, 51, 3],
  [276, 59, 3],
  [277, 67, 4],
  [278, 83, 4],
] as const;
const DISTANCES = [
  [10, 33, 4],
  [11, 49, 4],
  [12, 65, 5],
] as const;

/**
 * The checksum of a file that holds its own checksum, wherever it does. It depends on the bits of what stands there as a
 * sum without carries does, so which bits agree is the answer to 32 equations.
 */
function withTrueChecksum(file: (checksum: number, size: number) => Buffer): Buffer {
  const size = file(0, 0).length;
  const sum = (checksum: number): number => crc32(file(checksum >>> 0, size));
  const zero = sum(0);
  const rows = Array.from({ length: 32 }, (_, bit) => {
    let row = BigInt((zero >>> bit) & 1) << 32n;
    for (let column = 0; column < 32; column++) {
      const changed = sum(1 << column) ^ zero ^ (1 << column);
      row |= BigInt((changed >>> bit) & 1) << BigInt(column);
    }
    return row;
  });
  for (let column = 0n; column < 32n; column++) {
    const from = Number(column);
    const pivot = rows.findIndex((row, i) => i >= from && (row >> column) & 1n);
    if (pivot < 0) throw new Error('no checksum agrees with itself: the head has to differ');
    [rows[from], rows[pivot]] = [rows[pivot] ?? 0n, rows[from] ?? 0n];
    for (const [i, row] of rows.entries())
      if (i !== from && (row >> column) & 1n) rows[i] = row ^ (rows[from] ?? 0n);
  }
  const checksum = rows.reduce((value, row, bit) => (row >> 32n ? value | (1 << bit) : value), 0);
  return file(checksum >>> 0, size);
}
