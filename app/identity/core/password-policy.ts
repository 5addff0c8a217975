import { commonWords, keyboardRows } from './common-words.ts';

/** Why a password is not good enough; each has its words in views/identity. */
export type PasswordFault = 'too-short' | 'too-long' | 'not-typable' | 'too-common' | 'too-like-a-name';

const SHORTEST = 12;
export const LONGEST = 256;
/** sha256_crypt takes time with each byte, and a character may be four. */
export const MOST_BYTES = 512;

/**
 * Null if the password is good enough. NIST SP 800-63B, 5.1.1.2: length counts, not the mix of characters; what
 * everybody tries first, and what little is more than the company's or the person's name, is refused.
 * @param names the company's, the person's own, the login
 */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | null {
  const normal = normalPassword(password);
  const length = Array.from(normal).length;
  if (length < SHORTEST) return 'too-short';
  if (length > LONGEST || Buffer.byteLength(normal) > MOST_BYTES) return 'too-long';
  if (/[\p{Cc}\p{Cs}]/u.test(normal)) return 'not-typable';
  if (new Set(normal).size < 5 || isMadeOf(normal, commonWords)) return 'too-common';
  if (isMadeOf(normal, [...namesIn(names), ...commonWords])) return 'too-like-a-name';
  return null;
}

/** The same password from every keyboard: a Mac may send å as two characters. */
export function normalPassword(password: string): string {
  return password.normalize('NFC');
}

/** Whether almost nothing is left (fewer than four letters) when these words, rows of keys and all digits are gone. */
function isMadeOf(password: string, words: readonly string[]): boolean {
  const small = password.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  return [small, withoutStandIns(small)].some((text) => {
    const letters = text.replace(/[^\p{L}\p{N}]/gu, '');
    const rest = byLength(words).reduce((left, word) => left.replaceAll(word, ''), letters);
    return keyboardRows.reduce(withoutRow, rest).replace(/\P{L}/gu, '').length < 4;
  });
}

/** P@ssw0rd is password. */
function withoutStandIns(text: string): string {
  const meant: Readonly<Record<string, string>> = {
    '@': 'a', '4': 'a', '0': 'o', '1': 'i', '!': 'i', '|': 'l', '3': 'e', '$': 's', '5': 's', '7': 't',
  }; // prettier-ignore
  return text.replace(/[@40!|13$57]/g, (character) => meant[character] ?? character);
}

function namesIn(names: readonly string[]): string[] {
  return names
    .flatMap((name) =>
      name
        .normalize('NFC')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u),
    )
    .filter((word) => word.length >= 3);
}

function byLength(words: readonly string[]): string[] {
  return words.toSorted((one, other) => other.length - one.length);
}

function withoutRow(text: string, row: string): string {
  let rest = text;
  for (let length = row.length; length >= 4; length--) {
    for (let at = 0; at + length <= row.length; at++) rest = rest.replaceAll(row.slice(at, at + length), '');
  }
  return rest;
}
