import { EMPTY, hashUnit, mix } from './hashing.ts';
import { TABLED } from './letters.ts';
import { isCapital, type Reading } from './reading.ts';
import { ALL_CAPS, BEGINS_BLOCK, BEGINS_LINE, BEGINS_SENTENCE, LOWER_WORD, MARK } from './token-columns.ts';

/** No token has more features than this. */
export const MOST_FEATURES = 64;

/**
 * Writes the keys of a token's features to `keys` and returns how many. A feature is a template (the first argument of
 * `mix`, never to be renumbered) filled with hashes: the words around, their shapes, beginnings and endings, what the
 * lists know, where the line and the sentence begin, and what stands beside the whole run of capitals. Nothing here
 * builds a string. Looks at most nine tokens away.
 */
export function featuresOf(reading: Reading, at: number, keys: Int32Array): number {
  const { tokens, words, places } = reading;
  const { lower, shapes, begins } = tokens;
  const word = lower[at] ?? 0;
  const previous = at > 0 ? (lower[at - 1] ?? 0) : 1;
  const next = lower[at + 1] ?? 0;
  const beforePrevious = at > 1 ? (lower[at - 2] ?? 0) : 1;
  const afterNext = at + 1 < tokens.count ? (lower[at + 2] ?? 0) : 0;
  const mode = caseMode(reading, at);
  const shape = mix(90, shapes[at] ?? 0, mode);
  const shapeBefore = at > 0 ? (shapes[at - 1] ?? 0) : 1;
  const shapeAfter = shapes[at + 1] ?? 0;
  const known = (words[at] ?? 0) & KNOWN;
  const knownBefore = at > 0 ? (words[at - 1] ?? 0) & KNOWN : 0x8000;
  const knownAfter = (words[at + 1] ?? 0) & KNOWN;
  const place = places[at] ?? 0;
  const beginning = (begins[at] ?? 0) | (((begins[at + 1] ?? 0) & (BEGINS_BLOCK | BEGINS_LINE)) << 3);
  const ending3 = ending(reading, at, 3);
  const start3 = beginningOf(reading, at, 3);
  let count = 0;
  keys[count++] = mix(0, 0, 0);
  keys[count++] = mix(1, word, 0);
  keys[count++] = mix(2, previous, 0);
  keys[count++] = mix(3, next, 0);
  keys[count++] = mix(4, beforePrevious, 0);
  keys[count++] = mix(5, afterNext, 0);
  keys[count++] = mix(6, previous, word);
  keys[count++] = mix(7, word, next);
  keys[count++] = mix(8, previous, next);
  keys[count++] = mix(9, shape, 0);
  keys[count++] = mix(10, shapeBefore, shape);
  keys[count++] = mix(11, shape, shapeAfter);
  keys[count++] = mix(12, mix(10, shapeBefore, shape), shapeAfter);
  keys[count++] = mix(13, beginningOf(reading, at, 2), 0);
  keys[count++] = mix(14, start3, 0);
  keys[count++] = mix(15, beginningOf(reading, at, 4), 0);
  keys[count++] = mix(16, ending(reading, at, 1), shape);
  keys[count++] = mix(17, ending(reading, at, 2), 0);
  keys[count++] = mix(18, ending3, 0);
  keys[count++] = mix(19, ending(reading, at, 4), 0);
  keys[count++] = mix(20, ending(reading, at, 5), 0);
  keys[count++] = mix(21, ending3, shape);
  keys[count++] = mix(22, at > 0 ? ending(reading, at - 1, 3) : 1, 0);
  keys[count++] = mix(23, ending(reading, at + 1, 3), 0);
  keys[count++] = mix(24, start3, ending3);
  keys[count++] = mix(25, known, 0);
  keys[count++] = mix(26, knownBefore, 0);
  keys[count++] = mix(27, knownAfter, 0);
  keys[count++] = mix(28, known, knownAfter);
  keys[count++] = mix(29, knownBefore, known);
  keys[count++] = mix(30, known, shape);
  keys[count++] = mix(31, known, previous);
  keys[count++] = mix(32, known, next);
  keys[count++] = mix(33, shape, previous);
  keys[count++] = mix(34, shape, next);
  keys[count++] = mix(35, shape, beginning);
  keys[count++] = mix(36, known, beginning);
  keys[count++] = mix(39, mix(29, knownBefore, known), knownAfter);
  if (place !== 0) keys[count++] = mix(40, place, 0);
  keys[count++] = mix(41, place, mix(30, known, shape));
  keys[count++] = mix(42, places[at + 1] ?? 0, place);
  keys[count++] = mix(43, at > 0 ? (places[at - 1] ?? 0) : 0, place);
  count = runFeatures(reading, at, keys, count, shape, known);
  const label = labelOf(reading, at);
  if (label !== 0) {
    keys[count++] = mix(52, label, 0);
    keys[count++] = mix(53, label, known);
  }
  return count;
}

/** Given name, surname and plain word; places have features of their own. */
const KNOWN = 0x3f;

/** How the text around is written: 0 mixed, 1 in capitals, 2 without any, 3 each word with one. By six tokens a side. */
function caseMode({ tokens }: Reading, at: number): number {
  const { kinds, begins } = tokens;
  let capitals = 0;
  let capitalised = 0;
  let small = 0;
  const note = (kind: number): void => {
    if (kind === ALL_CAPS) capitals += 1;
    else if (kind === LOWER_WORD) small += 1;
    else if (isCapital(kind)) capitalised += 1;
  };
  note(kinds[at] ?? MARK);
  for (let step = at; step > at - 6 && step > 0; step -= 1) {
    if (((begins[step] ?? 0) & BEGINS_BLOCK) !== 0) break;
    note(kinds[step - 1] ?? MARK);
  }
  for (let step = at + 1; step <= at + 6 && step < tokens.count; step += 1) {
    if (((begins[step] ?? 0) & BEGINS_BLOCK) !== 0) break;
    note(kinds[step] ?? MARK);
  }
  if (capitals >= 2 && small === 0 && capitals > capitalised) return 1;
  if (small >= 3 && capitals + capitalised === 0) return 2;
  return capitalised >= 3 && small === 0 ? 3 : 0;
}

/** What stands on either side of the run of capitals that the token is in, and the token's place in it. */
function runFeatures(
  { tokens, words }: Reading,
  at: number,
  keys: Int32Array,
  size: number,
  shape: number,
  known: number,
): number {
  const { kinds, begins, lower } = tokens;
  if (!isCapital(kinds[at] ?? MARK)) return size;
  let count = size;
  let first = at;
  while (
    first > 0 &&
    at - first < 5 &&
    isCapital(kinds[first - 1] ?? MARK) &&
    ((begins[first] ?? 0) & (BEGINS_BLOCK | BEGINS_SENTENCE)) === 0
  )
    first -= 1;
  let last = at;
  while (
    last - at < 5 &&
    isCapital(kinds[last + 1] ?? MARK) &&
    ((begins[last + 1] ?? 0) & (BEGINS_BLOCK | BEGINS_SENTENCE)) === 0
  )
    last += 1;
  const left = first > 0 ? (lower[first - 1] ?? 0) : 1;
  const right = lower[last + 1] ?? 0;
  const place = Math.min(3, at - first) * 4 + Math.min(3, last - at);
  keys[count++] = mix(44, place, shape);
  keys[count++] = mix(45, left, place);
  keys[count++] = mix(46, right, place);
  keys[count++] = mix(47, place, known);
  if (first < last) {
    keys[count++] = mix(48, lower[first] ?? 0, place);
    keys[count++] = mix(49, lower[last] ?? 0, place);
    keys[count++] = mix(50, ((words[first] ?? 0) & KNOWN) * 64 + ((words[last] ?? 0) & KNOWN), place);
  }
  keys[count++] = mix(51, left, right);
  return count;
}

/** In "Navn: Anna" and "Sagsbehandler Anna" alone on a line: the line's first word, with whether a colon follows it. */
function labelOf({ tokens }: Reading, at: number): number {
  const { begins, lower, kinds, ends, starts } = tokens;
  for (let step = at; step > at - 5 && step > 0; step -= 1) {
    const previous = step - 1;
    if (((begins[step] ?? 0) & BEGINS_LINE) !== 0) return 0;
    const colon = kinds[previous] === MARK && (ends[previous] ?? 0) - (starts[previous] ?? 0) === 1;
    if (colon && lower[previous] === COLON)
      return previous > 0 ? mix(91, lower[previous - 1] ?? 0, Math.min(2, at - step)) : 0;
  }
  return 0;
}

const COLON = hashUnit(EMPTY, 0x3a);

function ending({ text, tokens, letters }: Reading, at: number, length: number): number {
  const end = tokens.ends[at] ?? 0;
  const start = Math.max(tokens.starts[at] ?? 0, end - length);
  let hash = EMPTY;
  for (let place = start; place < end; place += 1) {
    const unit = text.charCodeAt(place);
    hash = hashUnit(hash, unit < TABLED ? (letters.lower[unit] ?? 0) : unit);
  }
  return hash;
}

function beginningOf({ text, tokens, letters }: Reading, at: number, length: number): number {
  const start = tokens.starts[at] ?? 0;
  const end = Math.min(tokens.ends[at] ?? 0, start + length);
  let hash = EMPTY;
  for (let place = start; place < end; place += 1) {
    const unit = text.charCodeAt(place);
    hash = hashUnit(hash, unit < TABLED ? (letters.lower[unit] ?? 0) : unit);
  }
  return hash;
}
