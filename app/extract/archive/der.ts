import { Unread } from '../format.ts';

/** An element of ASN.1 in DER or BER (X.690): its tag, and where its content lies. */
export interface DerElement {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  /** Behind the element, its marks of the end included. */
  readonly next: number;
}

export const DER = { octets: 0x04, objectId: 0x06, utf8: 0x0c, sequence: 0x30, first: 0xa0 } as const;
const CONTAINER = 0x20;
const MAX_DEPTH = 24;

/**
 * Tag, length, content; a length that is left open ends where two zeros stand. `depth` is how many elements it stands in.
 * Throws `Unread('corrupt')`.
 */
export function elementAt(bytes: Buffer, at: number, depth: number): DerElement {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || depth > MAX_DEPTH) throw new Unread('corrupt');
  if (first === 0x80) {
    let next = at + 2;
    while (bytes[next] !== 0 || bytes[next + 1] !== 0) next = elementAt(bytes, next, depth + 1).next;
    return { tag, start: at + 2, end: next, next: next + 2 };
  }
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 6) throw new Unread('corrupt');
  const start = at + 2 + lengthBytes;
  if (start > bytes.length) throw new Unread('corrupt');
  const end = start + (lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes));
  if (end > bytes.length) throw new Unread('corrupt');
  return { tag, start, end, next: end };
}

/** What stands in an element. Throws as `elementAt` does. */
export function elementsIn(bytes: Buffer, element: DerElement, depth: number): DerElement[] {
  const found: DerElement[] = [];
  for (let at = element.start; at < element.end;) {
    const child = elementAt(bytes, at, depth + 1);
    found.push(child);
    at = child.next;
  }
  return found;
}

/** The bytes of a string of octets, in order: it may come in pieces, and pieces of pieces. */
export function octetsIn(bytes: Buffer, element: DerElement, depth: number): Buffer[] {
  if (element.tag === DER.octets) return [bytes.subarray(element.start, element.end)];
  if ((element.tag & CONTAINER) === 0) return [];
  return elementsIn(bytes, element, depth).flatMap((child) => octetsIn(bytes, child, depth + 1));
}
