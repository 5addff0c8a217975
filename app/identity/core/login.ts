/**
 * A login in the one form that is compared and indexed: an e-mail address or a user name, without surrounding space,
 * in composed Unicode (a Mac may type å as two characters) and small letters.
 */
export function normalLogin(typed: string): string {
  return typed.trim().normalize('NFKC').toLowerCase();
}

/** Whether a normal login can be one: an e-mail address, or a user name of letters, digits and `._-`. */
export function isLogin(login: string): boolean {
  return login.length <= 254 && (EMAIL.test(login) || USER_NAME.test(login));
}

export function isEmail(login: string): boolean {
  return login.length <= 254 && EMAIL.test(login);
}

/**
 * A user name for a person who has no e-mail address: first and last name with a dot, in plain letters. `number`
 * tells apart those whose names are alike: 1 adds nothing.
 */
export function proposedLogin(name: string, number: number): string {
  const words = name
    .toLowerCase()
    .replace(/[æäœ]/g, 'ae')
    .replace(/[øö]/g, 'oe')
    .replace(/å/g, 'aa')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  const ends = words.length > 1 ? [words[0], words.at(-1)] : words;
  const stem = ends.join('.').slice(0, 50) || 'person';
  return number === 1 ? stem : `${stem}${number}`;
}

const EMAIL = /^[^\s@"<>()[\],;:\\\p{Cc}]{1,64}@[\p{L}\p{N}](?:[\p{L}\p{N}.-]{0,186}[\p{L}\p{N}])?$/u;
const USER_NAME = /^[\p{L}\p{N}](?:[\p{L}\p{N}._-]{0,58}[\p{L}\p{N}])?$/u;
