import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { Vault } from '#platform/vault/index.ts';

/**
 * The mark of a browser in which somebody has signed in before. It opens nothing: it only makes wrong passwords from
 * elsewhere count apart from that person's own, so that nobody can keep the creator out by guessing, even where all
 * addresses are a gateway's (OWASP calls it a device cookie).
 */
export interface KnownBrowsers {
  /** A mark for the browser of this login; it names nobody. */
  mark(login: string): string;
  /** The browser's number if the mark is one of ours for this login, else null. */
  read(login: string, mark: string): string | null;
}

export function createKnownBrowsers(vault: Vault): KnownBrowsers {
  const sealOf = (login: string, number: string): string =>
    vault.mac('token', `identity.known-browser/${number}`, login).toString('base64url');
  return {
    mark(login) {
      const number = randomBytes(12).toString('base64url');
      return `${number}.${sealOf(login, number)}`;
    },
    read(login, mark) {
      const [number = '', seal = ''] = mark.split('.');
      const [given, expected] = [Buffer.from(seal), Buffer.from(sealOf(login, number))];
      return given.length === expected.length && timingSafeEqual(given, expected) ? number : null;
    },
  };
}
