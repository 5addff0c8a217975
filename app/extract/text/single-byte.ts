import iconv from 'iconv-lite';

/**
 * Whether text of a Latin script is in one of the charsets that DOS and old Macs wrote: told by the letters that they make
 * of it. A byte between letters that is a letter, and a small one among small ones, speaks for a charset; a dagger or a
 * fraction there speaks against it. Null when Windows' charset makes as good words of it and yet not only the usual ones.
 */
export function latinCharset(sample: Uint8Array): string | null {
  const places = foreignPlaces(sample);
  if (places.length === 0 || places.length > sample.length * 0.2) return null;
  if (isPlainWindows(sample, places)) return 'windows-1252';
  const windows = score(sample, places, 'windows-1252');
  const [best] = CHARSETS.map((name) => ({ name, score: score(sample, places, name) })).toSorted(
    (a, b) => b.score - a.score,
  );
  return best && best.score > 0 && windows <= 0 && best.score > windows ? best.name : null;
}

const CHARSETS = ['cp850', 'macintosh'];
const MAX_PLACES = 2000;
const COMMON = /[æøåäöüéèáóßñç]/i;

function foreignPlaces(sample: Uint8Array): number[] {
  const places: number[] = [];
  for (let i = 0; i < sample.length && places.length < MAX_PLACES; i++)
    if ((sample[i] ?? 0) > 0x7f) places.push(i);
  return places;
}

/** Nothing but quotes, dashes and the like, and letters of the languages that are usual here. */
function isPlainWindows(sample: Uint8Array, places: readonly number[]): boolean {
  return places.every((at) => {
    const character = iconv.decode(Buffer.from([sample[at] ?? 0]), 'windows-1252');
    if (/[\u2019\u2013\u2014\u2026\u2022\u20ac\u00a0\u00a7\u00b0\u00a9\u00ae\u2122«»´½]/.test(character))
      return true;
    const isWithin = asciiLetter(sample[at - 1]) !== null && asciiLetter(sample[at + 1]) !== null;
    if (/[\u2018\u201c\u201d]/.test(character)) return !isWithin;
    const isCapital = character !== character.toLowerCase();
    return COMMON.test(character) && !(isCapital && asciiLetter(sample[at - 1]) === 'small');
  });
}

function score(sample: Uint8Array, places: readonly number[], charset: string): number {
  let sum = 0;
  for (const at of places) {
    const before = asciiLetter(sample[at - 1]);
    const after = asciiLetter(sample[at + 1]);
    if (!before && !after) continue;
    const letter = iconv.decode(Buffer.from([sample[at] ?? 0]), charset);
    const isCapital = letter !== letter.toLowerCase();
    if (!COMMON.test(letter)) sum -= before && after ? 1 : 0.5;
    else if (isCapital && before === 'small') sum -= 1;
    else sum += 1;
  }
  return sum;
}

function asciiLetter(byte = 0): 'small' | 'capital' | null {
  if (byte >= 0x61 && byte <= 0x7a) return 'small';
  return byte >= 0x41 && byte <= 0x5a ? 'capital' : null;
}
