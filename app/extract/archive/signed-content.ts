import { Unread } from '../format.ts';
import type { DerElement } from './der.ts';
import { DER, elementAt, elementsIn, octetsIn } from './der.ts';

/** pkcs7-signedData (1.2.840.113549.1.7.2), -data (.1), -envelopedData (.3), -encryptedData (.6), in DER. */
const PKCS7 = '2a864886f70d0107';

/**
 * What was signed and is carried along (CMS, RFC 5652): a mail, an invoice, a document. Null when only the signature is
 * there. The signature is not verified. Throws `Unread`: 'encrypted', 'corrupt'.
 */
export function signedContent(bytes: Buffer): Buffer | null {
  const outer = elementsIn(bytes, elementAt(bytes, 0, 0), 0);
  const kind = contentKind(bytes, outer[0]);
  if (kind === 3 || kind === 6) throw new Unread('encrypted');
  if (kind !== 2 || !outer[1]) throw new Unread('unsupported');
  const [signed] = elementsIn(bytes, outer[1], 1);
  const parts = signed ? elementsIn(bytes, signed, 2) : [];
  // Version, algorithms, then what was signed: its kind and, if it is carried along, its bytes.
  const content = parts[2] ? elementsIn(bytes, parts[2], 3) : [];
  return content[1] ? Buffer.concat(octetsIn(bytes, content[1], 4)) : null;
}

function contentKind(bytes: Buffer, element: DerElement | undefined): number {
  if (element?.tag !== DER.objectId) throw new Unread('corrupt');
  const id = bytes.subarray(element.start, element.end).toString('hex');
  if (!id.startsWith(PKCS7)) throw new Unread('unsupported');
  return Number.parseInt(id.slice(PKCS7.length), 16);
}
