import { gatheredXml, attribute, type XmlElement } from '../text/xml.ts';
import type { ByteStream } from '../format.ts';

/** How one part of an OpenDocument package is enciphered, as the package's manifest says (OpenDocument 1.2 to 1.4). */
export interface PartLock {
  readonly algorithm: string;
  readonly iv: Buffer;
  /** Of the part's bytes as they were before: of the first 1,024, or of all; null: the cipher tells by itself. */
  readonly checksum: { readonly hash: 'sha1' | 'sha256'; readonly most: number; readonly sum: Buffer } | null;
  readonly startHash: 'sha1' | 'sha256';
  readonly derivation: string;
  readonly keyLength: number;
  readonly salt: Buffer;
  readonly rounds: number;
  readonly argon: { readonly passes: number; readonly memory: number; readonly parallelism: number };
}

/** The locks by the name of the part; empty for a package that is not enciphered. Throws `Unread` as XML does. */
export async function locksIn(manifest: ByteStream): Promise<Map<string, PartLock>> {
  const locks = new Map<string, PartLock>();
  let name = '';
  let given: Record<string, XmlElement> = {};
  await gatheredXml(manifest, {
    open(element) {
      if (element.name !== 'file-entry') given[element.name] = element;
      else {
        given = {};
        name = attribute(element, 'full-path') ?? '';
      }
    },
    close(closed) {
      if (closed === 'encryption-data') locks.set(name, lockOf(given));
    },
  });
  return locks;
}

function lockOf(given: Record<string, XmlElement>): PartLock {
  const text = (element: string, name: string): string => {
    const found = given[element];
    return found === undefined ? '' : (attribute(found, name) ?? '');
  };
  const bytes = (element: string, name: string): Buffer => Buffer.from(text(element, name), 'base64');
  const number = (element: string, name: string, otherwise: number): number =>
    Number(text(element, name) || otherwise);
  const sum = bytes('encryption-data', 'checksum');
  const kind = text('encryption-data', 'checksum-type').toLowerCase();
  return {
    algorithm: text('algorithm', 'algorithm-name'),
    iv: bytes('algorithm', 'initialisation-vector'),
    checksum:
      sum.length === 0
        ? null
        : {
            hash: kind.includes('sha256') ? 'sha256' : 'sha1',
            most: /1k$/.test(kind) ? 1024 : Infinity,
            sum,
          },
    startHash: text('start-key-generation', 'start-key-generation-name').includes('256') ? 'sha256' : 'sha1',
    derivation: text('key-derivation', 'key-derivation-name'),
    keyLength: number('key-derivation', 'key-size', 16),
    salt: bytes('key-derivation', 'salt'),
    rounds: number('key-derivation', 'iteration-count', 0),
    argon: {
      passes: number('key-derivation', 'argon2-iterations', 0),
      memory: number('key-derivation', 'argon2-memory', 0),
      parallelism: number('key-derivation', 'argon2-lanes', 0),
    },
  };
}
