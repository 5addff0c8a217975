/**
 * A code that is read off a screen or a sheet of paper and typed once: four groups of five characters, 100 random
 * bits. The alphabet is Crockford's base 32: no I, L, O or U, so that nothing looks like something else.
 */
export function makeCode(random: (size: number) => Uint8Array): string {
  const characters = Array.from(random(GROUPS * GROUP_LENGTH), (byte) => ALPHABET.charAt(byte & 31)).join('');
  return grouped(characters);
}

/**
 * What was typed, in the form that `makeCode` gives: case, spaces and dashes do not count, and the letters that the
 * alphabet leaves out are read as the digits they look like. Null if it cannot be a code.
 */
export function readCode(typed: string): string | null {
  const characters = typed
    .toUpperCase()
    .replace(/[\s\p{Pd}.]/gu, '')
    .replace(/[IL]/g, '1')
    .replace(/O/g, '0');
  return WELL_FORMED.test(characters) ? grouped(characters) : null;
}

const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 4;
const GROUP_LENGTH = 5;
const WELL_FORMED = /^[0-9A-HJKMNP-TV-Z]{20}$/;

function grouped(characters: string): string {
  return characters.replace(/.{5}(?=.)/g, '$&-');
}
