/**
 * What each UTF-16 code unit is to the name model, looked up in one array access: its class, its lower case and its
 * folded form (lower case without accents, so that "Jákup" and "Jakup", "Gülsüm" and "Gulsum" share an entry in a list;
 * æ, ø and å keep their own letters, and the Swedish and German ä and ö fold to æ and ø).
 */
export interface Letters {
  readonly classes: Uint8Array;
  readonly lower: Uint16Array;
  readonly folded: Uint16Array;
}

/** Classes of code units. A unit beyond the tables (other scripts, halves of pairs, signs) is `SIGN`. */
export const SIGN = 0;
export const SPACE = 1;
export const LINE_BREAK = 2;
export const TAB = 3;
export const LOWER_CASE = 4;
export const UPPER_CASE = 5;
export const DIGIT = 6;

/** Latin, Greek and Cyrillic with their accents end before this. */
export const TABLED = 0x2000;

export function letterTables(): Letters {
  const classes = new Uint8Array(TABLED);
  const lower = new Uint16Array(TABLED);
  const folded = new Uint16Array(TABLED);
  for (let unit = 0; unit < TABLED; unit += 1) {
    const character = String.fromCharCode(unit);
    const lowered = character.toLowerCase();
    classes[unit] = classOf(character, lowered);
    lower[unit] = lowered.charCodeAt(0);
    folded[unit] = (FOLDED[lowered] ?? lowered.normalize('NFD')).charCodeAt(0);
  }
  return { classes, lower, folded };
}

function classOf(character: string, lowered: string): number {
  if (character === '\n' || character === '\r' || character === '\f' || character === '\v') return LINE_BREAK;
  if (character === '\t') return TAB;
  if (/\s/.test(character)) return SPACE;
  if (character >= '0' && character <= '9') return DIGIT;
  if (!/[\p{L}\p{M}]/u.test(character)) return SIGN;
  return lowered === character ? LOWER_CASE : UPPER_CASE;
}

const FOLDED: Readonly<Record<string, string>> = {
  å: 'å',
  ä: 'æ',
  ö: 'ø',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 't',
  ı: 'i',
  ß: 's',
};
