import { Unread } from '../format.ts';

const [OCTETS, CONTAINER, OBJECT_ID] = [0x04, 0x20, 0x06];
const MAX_DEPTH = 24;
/** pkcs7-signedData (1.2.840.113549.1.7.2), -data (.1), -envelopedData (.3), -encryptedData (.6), in DER. */
const PKCS7 = '2a864886f70d0107';

interface Element {
  readonly tag: number;
  readonly start: number;
  readonly end: number;
  /** Behind the element, its marks of the end included. */
  readonly next: number;
}

/**
 * What was signed and is carried along (CMS, RFC 5652): a mail, an invoice, a document. Null when only the signature is
 * there. The signature is not verified. Throws `Unread`: 'encrypted', 'corrupt'.
 */
export function signedContent(bytes: Buffer): Buffer | null {
  const outer = children(bytes, elementAt(bytes, 0, 0), 0);
  const kind = contentKind(bytes, outer[0]);
  if (kind === 3 || kind === 6) throw new Unread('encrypted');
  if (kind !== 2 || !outer[1]) throw new Unread('unsupported');
  const [signed] = children(bytes, outer[1], 1);
  const parts = signed ? children(bytes, signed, 2) : [];
  // Version, algorithms, then what was signed: its kind and, if it is carried along, its bytes.
  const content = parts[2] ? children(bytes, parts[2], 3) : [];
  return content[1] ? Buffer.concat(octets(bytes, content[1], 4)) : null;
}

function contentKind(bytes: Buffer, element: Element | undefined): number {
  if (element?.tag !== OBJECT_ID) throw new Unread('corrupt');
  const id = bytes.subarray(element.start, element.end).toString('hex');
  if (!id.startsWith(PKCS7)) throw new Unread('unsupported');
  return Number.parseInt(id.slice(PKCS7.length), 16);
}

function octets(bytes: Buffer, element: Element, depth: number): Buffer[] {
  if (element.tag === OCTETS) return [bytes.subarray(element.start, element.end)];
  if ((element.tag & CONTAINER) === 0) return [];
  return children(bytes, element, depth).flatMap((child) => octets(bytes, child, depth + 1));
}

function children(bytes: Buffer, element: Element, depth: number): Element[] {
  const found: Element[] = [];
  for (let at = element.start; at < element.end;) {
    const child = elementAt(bytes, at, depth + 1);
    found.push(child);
    at = child.next;
  }
  return found;
}

/** Tag, length, content; a length that is left open ends where two zeros stand. */
function elementAt(bytes: Buffer, at: number, depth: number): Element {
  const [tag, first] = [bytes[at], bytes[at + 1]];
  if (tag === undefined || first === undefined || depth > MAX_DEPTH) throw new Unread('corrupt');
  if (first === 0x80) {
    let next = at + 2;
    while (bytes.readUInt16BE(next) !== 0) next = elementAt(bytes, next, depth + 1).next;
    return { tag, start: at + 2, end: next, next: next + 2 };
  }
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 6) throw new Unread('corrupt');
  const start = at + 2 + lengthBytes;
  const end = start + (lengthBytes === 0 ? first : bytes.readUIntBE(at + 2, lengthBytes));
  if (end > bytes.length) throw new Unread('corrupt');
  return { tag, start, end, next: end };
}
