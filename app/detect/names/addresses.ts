import { isCapital, type Reading } from './reading.ts';
import { endsAsStreet } from './streets.ts';
import {
  BEGINS_BLOCK,
  BEGINS_LINE,
  BEGINS_SENTENCE,
  INITIAL,
  LOWER_WORD,
  MARK,
  NUMBER,
} from './token-columns.ts';
import { PLAIN_WORD, tier } from './word-list.ts';

/** A postal address or its part, in tokens; `to` exclusive. */
export interface Address {
  readonly from: number;
  readonly to: number;
  readonly hasTown: boolean;
  readonly streetInList: boolean;
}

/**
 * Street and number, with floor, door, postcode and town where they follow, as one place: "Nørregade 12, 2. tv.,
 * 2100 København Ø", over a line break as well. Found at the number; the street before it is in the list of streets or
 * ends as streets do. A street of the list that is no such word needs a postcode and a town.
 * Source: the way of writing addresses of the Danish address register (DAR); the neighbours write alike.
 */
export function addressesIn(reading: Reading): Address[] {
  const { tokens } = reading;
  const addresses: Address[] = [];
  let free = 0;
  for (let at = 1; at < tokens.count; at += 1) {
    if (tokens.kinds[at] !== NUMBER) continue;
    const address = addressAt(reading, at, free) ?? englishAddressAt(reading, at);
    if (!address) continue;
    addresses.push(address);
    free = address.to;
    at = address.to - 1;
  }
  return addresses;
}

function addressAt(reading: Reading, number: number, free: number): Address | null {
  if (!isHouseNumber(reading, number)) return null;
  const street = streetBefore(reading, number, free);
  if (!street) return null;
  let to = number + 1;
  if (isHouseLetter(reading, to)) to += 1;
  to = afterFloor(reading, to);
  const town = townAfter(reading, to);
  if (town === 0 && !street.sure) return null;
  return { from: street.from, to: town || to, hasTown: town > 0, streetInList: street.inList };
}

/** "12 High Street": the number first. */
function englishAddressAt(reading: Reading, number: number): Address | null {
  if (!isHouseNumber(reading, number)) return null;
  for (let at = number + 1; at <= number + 4; at += 1) {
    if (!isCapital(reading.tokens.kinds[at] ?? MARK) || (reading.tokens.begins[at] ?? 0) !== 0) return null;
    if (at > number + 1 && ENGLISH.has(wordOf(reading, at))) {
      const town = townAfter(reading, at + 1);
      return { from: number, to: town || at + 1, hasTown: town > 0, streetInList: false };
    }
  }
  return null;
}

const ENGLISH: ReadonlySet<string> = new Set([
  'street',
  'road',
  'avenue',
  'lane',
  'drive',
  'square',
  'terrace',
  'court',
  'close',
]);

/** One to three digits and perhaps a letter: "12", "12B"; four digits are a postcode or a year. */
function isHouseNumber({ text, tokens }: Reading, at: number): boolean {
  const start = tokens.starts[at] ?? 0;
  const length = (tokens.ends[at] ?? 0) - start;
  return length <= 4 && /^[1-9]\d{0,2}[A-Za-zÆØÅæøå]?$/.test(text.slice(start, start + length));
}

function isHouseLetter({ text, tokens }: Reading, at: number): boolean {
  const start = tokens.starts[at] ?? 0;
  return (
    (tokens.begins[at] ?? 0) === 0 &&
    (tokens.ends[at] ?? 0) - start === 1 &&
    /[A-HJ-Z]/.test(text.charAt(start)) &&
    text.charAt(start - 1) === ' '
  );
}

function streetBefore(
  reading: Reading,
  number: number,
  free: number,
): { from: number; sure: boolean; inList: boolean } | null {
  const { tokens, places, words } = reading;
  const { kinds, begins } = tokens;
  let last = number - 1;
  // "Vestergade nr. 12"
  if (kinds[last] === MARK && wordOf(reading, last) === '.' && wordOf(reading, last - 1) === 'nr') last -= 2;
  if (last < free || ((begins[number] ?? 0) & (BEGINS_BLOCK | BEGINS_LINE)) !== 0) return null;
  if (
    kinds[last] === MARK &&
    wordOf(reading, last) === '.' &&
    /(?:str|gt|vg)$/.test(wordOf(reading, last - 1))
  )
    last -= 1;
  const inList = (places[last] ?? 0) >= 9;
  const sure = endsAsStreet(reading, last);
  if (!inList && !sure) return null;
  if (kinds[last] === MARK || (kinds[last] === LOWER_WORD && !sure)) return null;
  let from = last;
  if (inList) {
    // An odd code is a phrase's first word.
    while (from > free && (places[from] ?? 0) % 2 === 0) from -= 1;
  }
  const isPart = (at: number): boolean => {
    const kind = kinds[at] ?? MARK;
    if (kind === INITIAL || kind === NUMBER) return kind === INITIAL;
    if (!isCapital(kind)) return false;
    const opens = ((begins[at] ?? 0) & BEGINS_SENTENCE) !== 0;
    return (
      tier(words[at] ?? 0, PLAIN_WORD) === 0 || (!opens && !inList) || QUALIFIERS.has(wordOf(reading, at))
    );
  };
  if (!inList || kinds[from] === LOWER_WORD)
    while (
      from > free &&
      last - from < 4 &&
      ((begins[from] ?? 0) & (BEGINS_LINE | BEGINS_BLOCK)) === 0 &&
      isPart(from - 1)
    )
      from -= 1;
  // "5 StR 537/06" is a German docket.
  if (from === last && !inList && wordOf(reading, last) === 'str') return null;
  const capital = isCapital(kinds[from] ?? MARK) || kinds[from] === NUMBER;
  return capital || sure ? { from, sure: sure && (capital || inList), inList } : null;
}

const QUALIFIERS: ReadonlySet<string> = new Set([
  'ny',
  'nye',
  'gl',
  'gammel',
  'gamle',
  'store',
  'lille',
  'nørre',
  'sønder',
  'søndre',
  'nordre',
  'vester',
  'vestre',
  'øster',
  'østre',
  'sankt',
  'skt',
  'kongens',
  'dronningens',
  'indre',
  'ydre',
  'over',
  'under',
]);

/** Past floor and door: ", 2. tv.", ", st. th", " 3. sal", " 1tv", ", 4. 12". */
function afterFloor(reading: Reading, at: number): number {
  const { text, tokens } = reading;
  const start = at < tokens.count ? (tokens.ends[at - 1] ?? 0) : text.length;
  FLOOR.lastIndex = start;
  const match = FLOOR.exec(text);
  if (!match) return at;
  const end = start + match[0].length;
  let to = at;
  while (to < tokens.count && (tokens.starts[to] ?? 0) < end) to += 1;
  return to;
}

const FLOOR = new RegExp(
  [
    '(?:\\d{1,2}|st|kl|kld)(?:\\.? ?(?:sal|etage))?[., ]{0,2}(?:tv|th|mf)\\b\\.?',
    '\\d{1,2}\\.? ?(?:sal|etage)\\b\\.?(?:[, ]{1,2}(?:dør|lejl\\.?|nr\\.?) ?\\d{1,4})?',
    'st\\.(?= ?[,\\n]|$| \\d{4})',
    '\\d{1,2}\\.(?= ?[,\\n]|$| ?\\d{4})(?:, ?\\d{1,4}(?=[,\\n]))?',
    'lgh\\.? ?\\d{4}',
  ]
    .map((form) => `[ ,]{1,2}${form}`)
    .join('|'),
  'iy',
);

/** Where the town ends whose postcode stands here, after a comma or a line break; 0 when none does. */
function townAfter(reading: Reading, from: number): number {
  const { tokens, places } = reading;
  const { kinds } = tokens;
  let at = from;
  for (let skipped = 0; skipped < 4 && at < tokens.count; skipped += 1, at += 1) {
    const word = wordOf(reading, at);
    if (
      word === ',' ||
      word === '.' ||
      word === '-' ||
      word === '|' ||
      word === 'dk' ||
      word === 'd' ||
      word === 'no'
    )
      continue;
    break;
  }
  const postcode = kinds[at] === NUMBER || /^(?:dk|d|n|s)-\d/.test(wordOf(reading, at));
  if (postcode && isPostcode(reading, at)) {
    const end = townEnd(reading, at + 1);
    return end > at + 1 ? end : 0;
  }
  if (at > from && isPlaceStart(places[at] ?? 0)) {
    let end = at + 1;
    while (end < tokens.count && (places[end] ?? 0) > 0 && (places[end] ?? 0) % 2 === 0) end += 1;
    return end;
  }
  return 0;
}

/** By the code of `Reading.places`: the first word of a town or country. */
function isPlaceStart(code: number): boolean {
  return code === 3 || code === 5 || code === 7;
}

/** Danish and Norwegian four digits, Swedish and German five ("114 55" in two). */
export function isPostcode({ text, tokens }: Reading, at: number): boolean {
  return /^(?:[a-z]{1,2}-)?(?:\d{4}|\d{5})$/i.test(text.slice(tokens.starts[at] ?? 0, tokens.ends[at] ?? 0));
}

/** "Ø", "NV" and their like behind a town; "V." where the sentence ends with it. */
function isDistrict({ text, tokens }: Reading, at: number): boolean {
  return /^(?:[CKVNSØ]|NV|SV|NØ|SØ|Ø)\.?$/.test(text.slice(tokens.starts[at] ?? 0, tokens.ends[at] ?? 0));
}

/** The end of one to three capitalised words on the line, with a letter for the district ("København Ø"). */
function townEnd(reading: Reading, from: number): number {
  const { kinds, begins } = reading.tokens;
  let at = from;
  while (at < reading.tokens.count && at < from + 3) {
    const kind = kinds[at] ?? MARK;
    if (!isCapital(kind) || ((begins[at] ?? 0) & (BEGINS_LINE | BEGINS_BLOCK)) !== 0) break;
    at += 1;
    if (isDistrict(reading, at - 1)) break;
  }
  return at;
}

function wordOf({ text, tokens }: Reading, at: number): string {
  return text.slice(tokens.starts[at] ?? 0, tokens.ends[at] ?? 0).toLowerCase();
}
