import { Unread } from '../format.ts';

/**
 * One message in the wire format of Protocol Buffers, its fields by their number: what they mean is the reader's
 * knowledge. Nested messages are opened when they are asked for. The constructor throws `Unread('corrupt')`.
 */
export class Message {
  readonly #fields = new Map<number, (number | Buffer)[]>();

  constructor(bytes: Buffer) {
    for (let at = 0; at < bytes.length;) {
      const key = varintAt(bytes, at);
      at = key.end;
      const field = Math.floor(key.value / 8);
      const kind = key.value % 8;
      if (kind === 0) {
        const { value, end } = varintAt(bytes, at);
        this.#add(field, value);
        at = end;
        continue;
      }
      const length = kind === 2 ? varintAt(bytes, at) : { value: FIXED[kind] ?? -1, end: at };
      const end = length.end + length.value;
      if (length.value < 0 || end > bytes.length) throw new Unread('corrupt');
      this.#add(field, bytes.subarray(length.end, end));
      at = end;
    }
  }

  number(field: number): number | undefined {
    const value = this.#fields.get(field)?.[0];
    return typeof value === 'number' ? value : undefined;
  }

  bytes(field: number): Buffer | undefined {
    return this.#all(field)[0];
  }

  text(field: number): string {
    return this.texts(field).join('');
  }

  texts(field: number): string[] {
    return this.#all(field).map((bytes) => bytes.toString('utf8'));
  }

  message(field: number): Message | undefined {
    return this.messages(field)[0];
  }

  messages(field: number): Message[] {
    return this.#all(field).map((bytes) => new Message(bytes));
  }

  #all(field: number): Buffer[] {
    return (this.#fields.get(field) ?? []).filter((value) => typeof value !== 'number');
  }

  #add(field: number, value: number | Buffer): void {
    const values = this.#fields.get(field);
    if (values) values.push(value);
    else this.#fields.set(field, [value]);
  }
}

const FIXED: Record<number, number> = { 1: 8, 5: 4 };

/** A number of seven bits a byte, the lowest first; exact below 2^53, which all that is asked for here is. */
export function varintAt(bytes: Buffer, from: number): { value: number; end: number } {
  let value = 0;
  for (let at = from, weight = 1; at < from + 10; at++, weight *= 128) {
    const byte = bytes[at];
    if (byte === undefined) break;
    value += (byte & 0x7f) * weight;
    if (byte < 0x80) return { value, end: at + 1 };
  }
  throw new Unread('corrupt');
}
