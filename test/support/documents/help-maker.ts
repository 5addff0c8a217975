const FRAME = 32_768;

/** Bits in words of sixteen, the lower byte first, as LZX has them. */
export class WordWriter {
  readonly #words: number[] = [];
  #left = 0;

  put(value: number, count: number): this {
    for (let i = count - 1; i >= 0; i--) {
      if (this.#left === 0) {
        this.#words.push(0);
        this.#left = 16;
      }
      this.#left--;
      const last = this.#words.length - 1;
      this.#words[last] = (this.#words[last] ?? 0) | (((value >> i) & 1) << this.#left);
    }
    return this;
  }

  bytes(): Buffer {
    const bytes = Buffer.alloc(this.#words.length * 2);
    for (const [i, word] of this.#words.entries()) bytes.writeUInt16LE(word, i * 2);
    return bytes;
  }
}

/** A stretch of LZX that holds bytes as they are. */
export function plainStretch(bytes: Buffer): Buffer {
  const head = new WordWriter().put(0, 1).put(3, 3).put(bytes.length, 24).bytes();
  const recent = Buffer.alloc(12);
  for (const at of [0, 4, 8]) recent.writeUInt32LE(1, at);
  return Buffer.concat([head, recent, bytes]);
}

/** A compiled help file whose files stand in one stretch, which is packed without being made shorter. */
export function helpOf(files: readonly (readonly [name: string, content: string])[]): Buffer {
  const contents = files.map(([, content]) => Buffer.from(content));
  const whole = Buffer.concat(contents);
  const packed = plainStretch(whole);
  const control = Buffer.alloc(28);
  for (const [i, value] of [6, 0x43585a4c, 2, 1, 1, 1, 0].entries()) control.writeUInt32LE(value, i * 4);
  const resets = Buffer.alloc(48);
  for (const [i, value] of [2, 1, 8, 40].entries()) resets.writeUInt32LE(value, i * 4);
  for (const [i, value] of [whole.length, packed.length, FRAME, 0].entries())
    resets.writeBigUInt64LE(BigInt(value), 16 + i * 8);
  const space = '::DataSpace/Storage/MSCompressed/';
  let at = 0;
  const places: [string, number, number, number][] = files.map(([name], i) => {
    const length = contents[i]?.length ?? 0;
    at += length;
    return [`/${name}`, 1, at - length, length];
  });
  places.push(
    [`${space}ControlData`, 0, 0, 28],
    [`${space}Transform/{7FC28940-9D31-11D0-9B27-00A0C91E9C7C}/InstanceData/ResetTable`, 0, 28, 48],
    [`${space}Content`, 0, 76, packed.length],
  );
  const directory = directoryOf(places);
  const header = Buffer.alloc(0x60);
  header.write('ITSF');
  header.writeUInt32LE(3, 4);
  header.writeUInt32LE(0x60, 8);
  header.writeBigUInt64LE(0x60n, 0x48);
  header.writeBigUInt64LE(BigInt(directory.length), 0x50);
  header.writeBigUInt64LE(BigInt(0x60 + directory.length), 0x58);
  return Buffer.concat([header, directory, control, resets, packed]);
}

function directoryOf(places: readonly (readonly [string, number, number, number])[]): Buffer {
  const head = Buffer.alloc(0x54);
  head.write('ITSP');
  for (const [at, value] of [
    [4, 1],
    [8, 0x54],
    [0x10, 4096],
    [0x2c, 1],
  ] as const)
    head.writeUInt32LE(value, at);
  const entries = Buffer.concat(
    places.map(([name, section, offset, length]) =>
      Buffer.concat([
        number(Buffer.byteLength(name)),
        Buffer.from(name),
        number(section),
        number(offset),
        number(length),
      ]),
    ),
  );
  const chunk = Buffer.alloc(4096);
  chunk.write('PMGL');
  chunk.writeUInt32LE(4096 - 0x14 - entries.length, 4);
  entries.copy(chunk, 0x14);
  return Buffer.concat([head, chunk]);
}

/** Seven bits a byte, the highest first. */
function number(value: number): Buffer {
  const bytes = [value & 0x7f];
  for (let left = value >> 7; left > 0; left >>= 7) bytes.unshift((left & 0x7f) | 0x80);
  return Buffer.from(bytes);
}
