import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Vault } from '#platform/vault/index.ts';
import { LONGEST, MOST_BYTES, normalPassword } from './core/password-policy.ts';
import { parseSha256Crypt } from './core/sha256-crypt.ts';
import type { PasswordHasher } from './password-hasher.ts';
import type { StoredPassword } from './people.store.ts';

/** What a typed password is, held against the stored one. `planted`: the stored one is not of this person. */
export type Verdict = 'right' | 'wrong' | 'planted';

/** Hashes passwords and checks them. Callers see whether a password is right, never a hash's parts. */
export interface Passwords {
  /** The hash of a password that `passwordFault` has let through, tied to this person. */
  hashFor(personId: string, password: string): Promise<StoredPassword>;
  /**
   * Takes the same time for a wrong password, a person without one and nobody at all (`stored` null): there is
   * always one hash of the same number of rounds.
   */
  check(personId: string, stored: StoredPassword | null, password: string): Promise<Verdict>;
}

/** The rounds of sha256_crypt in a product; tests use fewer. About half a second of one core. */
export const ROUNDS = 535_000;

export function createPasswords(needs: { vault: Vault; hasher: PasswordHasher; rounds?: number }): Passwords {
  const { vault, hasher, rounds = ROUNDS } = needs;
  const macOf = (personId: string, hash: string): Buffer => vault.mac('password', personId, hash);
  const nobodys = `$5$rounds=${rounds}$${salt()}$${'.'.repeat(43)}`;

  return {
    async hashFor(personId, password) {
      const hash = await hasher.hash({ password: normalPassword(password), salt: salt(), rounds });
      return { hash, mac: macOf(personId, hash) };
    },

    async check(personId, stored, password) {
      const genuine = stored !== null && same(stored.mac, macOf(personId, stored.hash));
      const expected = genuine ? stored.hash : nobodys;
      const setting = parseSha256Crypt(expected);
      if (setting === null) throw new Error('a genuine hash that is not sha256_crypt');
      const hash = await hasher.hash({ password: bounded(password), ...setting });
      if (stored !== null && !genuine) return 'planted';
      return same(Buffer.from(hash), Buffer.from(expected)) && genuine && bounded(password) !== ''
        ? 'right'
        : 'wrong';
    },
  };
}

/** What cannot be anybody's password is checked as the empty one, which nobody has: a long one would take long. */
function bounded(password: string): string {
  const normal = normalPassword(password);
  const fits =
    normal.length <= LONGEST * 2 && Buffer.byteLength(normal) <= MOST_BYTES && !normal.includes('\0');
  return fits ? normal : '';
}

function same(one: Buffer, other: Buffer): boolean {
  return one.length === other.length && timingSafeEqual(one, other);
}

/** 16 characters of crypt's alphabet: 96 random bits. */
function salt(): string {
  return randomBytes(12).toString('base64').replaceAll('+', '.');
}
