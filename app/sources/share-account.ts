export interface AccountName {
  readonly user: string;
  /** Of Windows or of Kerberos (its realm); empty: the server's own accounts. */
  readonly domain: string;
}

/**
 * Takes an account's name apart as people write it: `user`, `DOMAIN\user` or `user@domain`.
 * @param domain what stands in the field of its own
 * @returns null when it is none, or when both places name a domain and not the same one.
 */
export function parseAccountName(typed: string, domain: string): AccountName | null {
  const parts = /^(?:(?<before>[^\\/@]*)[\\/])?(?<user>[^\\/@]+)(?:@(?<after>[^\\/@]+))?$/u.exec(
    typed.trim(),
  );
  const { before = '', user = '', after = '' } = parts?.groups ?? {};
  const named = [before, after, domain.trim()].filter((name) => name !== '' && name !== '.');
  const first = named[0] ?? '';
  if (user === '' || !named.every((name) => name.toLowerCase() === first.toLowerCase())) return null;
  return CONTROL.test(user + first) || NO_DOMAIN.test(first) ? null : { user, domain: first };
}

const CONTROL = /\p{Cc}/u;
const NO_DOMAIN = /[\\/@{}=]/u;
