/**
 * A path on this appliance, or undefined: the guard against open redirects. Takes whatever came in a form or a
 * query. `//host`, `/\host`, schemes, control characters and overlong values are refused; a fragment is dropped.
 */
export function localPath(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > LONGEST || !STARTS_LIKE_A_PATH.test(value))
    return undefined;
  if (UNSAFE.test(value)) return undefined;
  const base = 'http://appliance.invalid';
  const url = URL.parse(value, base);
  if (url?.origin !== base) return undefined;
  const path = url.pathname + url.search;
  // The parser folds `/.//host` into `//host`, so what comes out is looked at again.
  return STARTS_LIKE_A_PATH.test(path) ? path : undefined;
}

const LONGEST = 2000;
const STARTS_LIKE_A_PATH = /^\/(?!\/)/;
// Browsers read a backslash as a slash, and drop tabs and line breaks before they read the rest.
const UNSAFE = /[\\\p{Cc}]/u;
