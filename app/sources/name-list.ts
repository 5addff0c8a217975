/**
 * The names in one folder, packed into one block of bytes: a million names cost some 40 MB here, and some 200 MB as
 * a million Buffers.
 */
export class NameList {
  #bytes = Buffer.alloc(4096);
  #used = 0;
  /** Where each name starts; it ends before a zero byte, which no name holds. */
  #starts = new Uint32Array(64);
  #count = 0;

  get count(): number {
    return this.#count;
  }

  add(name: Uint8Array): void {
    if (this.#used + name.length + 1 > this.#bytes.length) {
      const grown = Buffer.alloc(Math.max(this.#bytes.length * 2, this.#used + name.length + 1));
      this.#bytes.copy(grown);
      this.#bytes = grown;
    }
    if (this.#count === this.#starts.length) {
      const grown = new Uint32Array(this.#count * 2);
      grown.set(this.#starts);
      this.#starts = grown;
    }
    this.#starts[this.#count++] = this.#used;
    this.#bytes.set(name, this.#used);
    this.#used += name.length + 1;
  }

  /**
   * In the order of their bytes, each once: a system may name a file twice when it is renamed while the folder is
   * being listed. Nothing may be added after this.
   */
  sort(): void {
    const bytes = this.#bytes;
    const compare = (one: number, other: number): number => {
      // Both end in a zero, so they differ at the latest where the shorter one ends.
      while (bytes[one] === bytes[other] && bytes[one] !== 0) {
        one++;
        other++;
      }
      return (bytes[one] ?? 0) - (bytes[other] ?? 0);
    };
    const sorted = this.#starts.subarray(0, this.#count).sort(compare);
    let last: number | null = null;
    this.#starts = sorted.filter((start) => {
      const isNew = last === null || compare(last, start) !== 0;
      last = start;
      return isNew;
    });
    this.#count = this.#starts.length;
  }

  /** The names from one index up to another, as views that must not be changed. */
  slice(from: number, to: number): Buffer[] {
    const names: Buffer[] = [];
    for (let index = from; index < Math.min(to, this.#count); index++) {
      const start = this.#starts[index] ?? 0;
      names.push(this.#bytes.subarray(start, this.#bytes.indexOf(0, start)));
    }
    return names;
  }
}
