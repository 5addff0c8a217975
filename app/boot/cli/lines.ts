const NEWLINE = 0x0a;

/**
 * The lines of a stream of bytes, without their newlines; null in the place of one that is longer than `longest`
 * bytes. A line may be used until the next one is asked for. Memory is bounded by the longest line.
 */
export async function* readLines(
  chunks: AsyncIterable<Buffer>,
  longest: number,
): AsyncGenerator<Buffer | null> {
  const line = new LineBuffer(longest);
  for await (const chunk of chunks) {
    let from = 0;
    for (let to = chunk.indexOf(NEWLINE); to >= 0; to = chunk.indexOf(NEWLINE, from)) {
      line.add(chunk.subarray(from, to));
      from = to + 1;
      yield line.take();
    }
    if (from < chunk.length) line.add(chunk.subarray(from));
  }
  if (!line.isEmpty()) yield line.take();
}

/** One line as it comes in; past the longest it only remembers that it was too long. */
class LineBuffer {
  readonly #longest: number;
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  #used = 0;
  #length = 0;

  constructor(longest: number) {
    this.#longest = longest;
  }

  isEmpty(): boolean {
    return this.#length === 0;
  }

  add(bytes: Buffer): void {
    this.#length += bytes.length;
    if (this.#length > this.#longest) return;
    if (this.#length > this.#bytes.length) {
      // All at once: pages that are not written to cost no memory, outgrown buffers do until they are collected.
      const grown = Buffer.allocUnsafeSlow(this.#longest);
      this.#bytes.copy(grown, 0, 0, this.#used);
      this.#bytes = grown;
    }
    this.#used += bytes.copy(this.#bytes, this.#used);
  }

  take(): Buffer | null {
    const line = this.#length > this.#longest ? null : this.#bytes.subarray(0, this.#used);
    this.#used = 0;
    this.#length = 0;
    return line;
  }
}
