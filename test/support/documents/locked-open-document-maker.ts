import { argon2Sync, createCipheriv, createHash, pbkdf2Sync } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import { zipOf } from './zip-maker.ts';

const MIME = 'application/vnd.oasis.opendocument.text';
const IV = Buffer.alloc(16, 3);
const SALT = Buffer.alloc(16, 4);
const ROUNDS = 1000;
const NAMES = 'urn:oasis:names:tc:opendocument:xmlns:manifest:1.0';

/** A text document with its parts under a password, as OpenOffice and LibreOffice since 2011 write it. */
export function lockedOdt(words: string, password: string, { claimed = ROUNDS } = {}): Buffer {
  const start = createHash('sha256').update(password).digest();
  const key = pbkdf2Sync(start, SALT, ROUNDS, 32, 'sha1');
  const packed = deflateRawSync(contentOf(words));
  const sum = createHash('sha256').update(packed.subarray(0, 1024)).digest('base64');
  const locked = createCipheriv('aes-256-cbc', key, IV).update(filled(packed));
  const entry = `<manifest:encryption-data manifest:checksum-type="${NAMES}#sha256-1k" manifest:checksum="${sum}">
<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2001/04/xmlenc#aes256-cbc" manifest:initialisation-vector="${IV.toString('base64')}"/>
<manifest:key-derivation manifest:key-derivation-name="PBKDF2" manifest:key-size="32" manifest:iteration-count="${claimed}" manifest:salt="${SALT.toString('base64')}"/>
<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2000/09/xmldsig#sha256" manifest:key-size="32"/></manifest:encryption-data>`;
  return packageOf('content.xml', locked, entry);
}

/** The same as LibreOffice since 2024 writes it: a whole package inside, under AES-GCM and Argon2. */
export function lockedWholeOdt(words: string, password: string, { memory = 1024 } = {}): Buffer {
  const inner = zipOf([
    { name: 'mimetype', content: MIME, stored: true },
    { name: 'content.xml', content: contentOf(words) },
  ]);
  const start = createHash('sha256').update(password).digest();
  const cost = { passes: 3, parallelism: 4, memory: Math.min(memory, 1024) };
  const key = argon2Sync('argon2id', { message: start, nonce: SALT, tagLength: 32, ...cost });
  const iv = IV.subarray(0, 12);
  const aes = createCipheriv('aes-256-gcm', key, iv);
  const locked = Buffer.concat([iv, aes.update(deflateRawSync(inner)), aes.final(), aes.getAuthTag()]);
  const entry = `<manifest:encryption-data>
<manifest:algorithm manifest:algorithm-name="http://www.w3.org/2009/xmlenc11#aes256-gcm" manifest:initialisation-vector="${iv.toString('base64')}"/>
<manifest:key-derivation manifest:key-derivation-name="urn:org:documentfoundation:names:experimental:office:manifest:argon2id" manifest:key-size="32" loext:argon2-iterations="3" loext:argon2-memory="${memory}" loext:argon2-lanes="4" manifest:salt="${SALT.toString('base64')}"/>
<manifest:start-key-generation manifest:start-key-generation-name="http://www.w3.org/2001/04/xmlenc#sha256" manifest:key-size="32"/></manifest:encryption-data>`;
  return packageOf('encrypted-package', locked, entry);
}

function contentOf(words: string): string {
  return `<office:document-content xmlns:office="o" xmlns:text="t"><office:body><office:text><text:p>${words}</text:p></office:text></office:body></office:document-content>`;
}

function packageOf(name: string, locked: Buffer, entry: string): Buffer {
  const manifest = `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="${NAMES}" xmlns:loext="l"><manifest:file-entry manifest:full-path="/" manifest:media-type="${MIME}"/><manifest:file-entry manifest:full-path="${name}" manifest:size="1">${entry}</manifest:file-entry></manifest:manifest>`;
  return zipOf([
    { name: 'mimetype', content: MIME, stored: true },
    { name, content: locked, stored: true },
    { name: 'META-INF/manifest.xml', content: manifest },
  ]);
}

/** Filled up to whole blocks; the last byte says by how many. */
function filled(bytes: Buffer): Buffer {
  const more = 16 - (bytes.length % 16);
  return Buffer.concat([bytes, Buffer.alloc(more, more)]);
}
