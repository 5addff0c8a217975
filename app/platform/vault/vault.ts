import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { Failure } from '#kernel/errors.ts';

/** What a key is for. Each purpose has its own key, so that none can stand in for another. */
export type MacPurpose = 'blind-index' | 'path-index' | 'password' | 'session' | 'token' | 'audit-seal';

/**
 * The keys of the appliance and what they do (docs/formats/sealed-field.md). Nothing outside this file sees a key.
 */
export interface Vault {
  /**
   * Seals personal content. `label` says what the field is (`files.name`) and is bound to the result, so that a
   * sealed value moved to another kind of field does not open.
   */
  seal(label: string, plain: string | Uint8Array): Buffer;
  /** @throws Failure `damaged` if the value was altered, moved to another field or sealed under an unknown key. */
  open(label: string, sealed: Uint8Array): Buffer;
  openText(label: string, sealed: Uint8Array): string;
  /**
   * HMAC-SHA-256, 32 bytes, under the purpose's key of the newest master key. `scope` (no NUL in it) keeps apart equal
   * values of different kinds.
   */
  mac(purpose: MacPurpose, scope: string, value: string | Uint8Array): Buffer;
  /** The id (8 hex digits) of the key that seals now. */
  readonly keyId: string;
  /** Whether it can open what was sealed under the key of this id. */
  hasKey(id: string): boolean;
}

/**
 * @param masterKeys 32 bytes each; the first seals, all open. Older ones stay until everything is sealed anew.
 */
export function createVault(masterKeys: readonly Uint8Array[]): Vault {
  if (masterKeys.some((master) => master.length !== KEY_LENGTH)) throw new Error('a master key has 32 bytes');
  const ring = masterKeys.map((master) => ({
    id: derive(master, 'key-id').subarray(0, KEY_ID_LENGTH),
    fieldKey: derive(master, 'field-encryption'),
  }));
  const current = ring[0];
  const currentMaster = masterKeys[0];
  if (current === undefined || currentMaster === undefined) throw new Error('a vault needs a master key');
  const macKeys = new Map<MacPurpose, Buffer>();

  const open = (label: string, sealed: Uint8Array): Buffer => {
    const bytes = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
    if (bytes.length < OVERHEAD || bytes[0] !== VERSION) throw damaged('it is not a sealed value');
    const id = bytes.subarray(1, 1 + KEY_ID_LENGTH);
    const entry = ring.find((candidate) => candidate.id.equals(id));
    if (entry === undefined)
      throw damaged(`it was sealed under key ${id.toString('hex')}, which is not here`);
    const nonce = bytes.subarray(1 + KEY_ID_LENGTH, 1 + KEY_ID_LENGTH + NONCE_LENGTH);
    const decipher = createDecipheriv('aes-256-gcm', entry.fieldKey, nonce, { authTagLength: TAG_LENGTH });
    decipher.setAAD(Buffer.concat([bytes.subarray(0, 1 + KEY_ID_LENGTH), Buffer.from(label)]));
    decipher.setAuthTag(bytes.subarray(bytes.length - TAG_LENGTH));
    const plain = decipher.update(
      bytes.subarray(1 + KEY_ID_LENGTH + NONCE_LENGTH, bytes.length - TAG_LENGTH),
    );
    try {
      decipher.final();
    } catch (error) {
      throw damaged('it was altered or moved', error);
    }
    return plain;
  };

  return {
    keyId: current.id.toString('hex'),
    hasKey: (id) => ring.some((entry) => entry.id.toString('hex') === id),
    seal(label, plain) {
      const head = Buffer.concat([Buffer.from([VERSION]), current.id]);
      const nonce = randomBytes(NONCE_LENGTH);
      const cipher = createCipheriv('aes-256-gcm', current.fieldKey, nonce);
      cipher.setAAD(Buffer.concat([head, Buffer.from(label)]));
      const body = typeof plain === 'string' ? cipher.update(plain, 'utf8') : cipher.update(plain);
      cipher.final();
      return Buffer.concat([head, nonce, body, cipher.getAuthTag()]);
    },
    open,
    openText: (label, sealed) => open(label, sealed).toString('utf8'),
    mac(purpose, scope, value) {
      let key = macKeys.get(purpose);
      if (key === undefined) macKeys.set(purpose, (key = derive(currentMaster, purpose)));
      return createHmac('sha256', key).update(scope).update('\0').update(value).digest();
    },
  };
}

const VERSION = 1;
const KEY_LENGTH = 32;
const KEY_ID_LENGTH = 4;
const NONCE_LENGTH = 12;
const TAG_LENGTH = 16;
const OVERHEAD = 1 + KEY_ID_LENGTH + NONCE_LENGTH + TAG_LENGTH;

/** HKDF (RFC 5869) with SHA-256 and no salt: the master key is random already. */
function derive(master: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `datamapper/1/${purpose}`, KEY_LENGTH));
}

function damaged(why: string, cause?: unknown): Failure {
  return new Failure(
    'damaged',
    `a sealed field does not open: ${why}`,
    'Start with the master key that belongs to this database, or restore both from a backup.',
    { cause },
  );
}
