import { type Address, addressesIn, isPostcode } from './addresses.ts';
import type { NameSpan } from './decoding.ts';
import { splitAtLineEnds } from './line-ends.ts';
import { type Namesake, namesakeOf } from './namesakes.ts';
import type { Reading } from './reading.ts';
import { endsAsStreet } from './streets.ts';
import { BEGINS_BLOCK, BEGINS_LINE, MARK, NUMBER } from './token-columns.ts';
import { LABELS } from './weights.ts';
import { GIVEN_NAME, SURNAME, tier } from './word-list.ts';

/** A person or a place in tokens, `to` exclusive, with what speaks for it apart from lists and labels. */
export interface NamePlace {
  readonly type: 'PERSON' | 'LOCATION';
  readonly from: number;
  readonly to: number;
  readonly probability: number;
  readonly rule:
    | 'model'
    | 'named-near-by'
    | 'title-before'
    | 'surname-first'
    | 'address'
    | 'address-without-town'
    | 'postcode-and-town';
  /** What it names that is no person, as far as the words in and beside it say so. */
  readonly namesake: Namesake | null;
}

/**
 * What the model's names become when rules about writing are laid over them: addresses swallow what is in them, a
 * person right before a street's word is the street's name ("H.C. Andersens Boulevard"), "Hansen, Mette" is one
 * person, and a postcode belongs to its town.
 */
export function namePlaces(reading: Reading, found: readonly NameSpan[]): NamePlace[] {
  const spans = splitAtLineEnds(reading, found);
  const addresses = addressesIn(reading);
  const places = addresses.map(addressPlace);
  let address = 0;
  for (let index = 0; index < spans.length; index += 1) {
    const span = spans[index];
    if (!span) break;
    while (address < addresses.length && (addresses[address]?.to ?? 0) <= span.from) address += 1;
    if ((addresses[address]?.from ?? Infinity) < span.to) continue;
    const kind = LABELS[span.label];
    if (kind === 'B-LOC') places.push(townPlace(reading, span));
    if (kind !== 'B-PER') continue;
    const street = streetEnd(reading, span);
    if (street > 0) {
      places.push({ ...span, type: 'LOCATION', to: street, rule: 'model', namesake: null });
      continue;
    }
    const next = spans[index + 1];
    const swapped = next && LABELS[next.label] === 'B-PER' && isSurnameFirst(reading, span, next);
    if (swapped) index += 1;
    const to = swapped ? next.to : span.to;
    places.push({
      type: 'PERSON',
      from: span.from,
      to,
      probability: swapped ? Math.max(span.probability, next.probability) : span.probability,
      rule: swapped ? 'surname-first' : 'model',
      namesake: namesakeOf(reading, span.from, to),
    });
  }
  return places;
}

function addressPlace({ from, to, hasTown }: Address): NamePlace {
  const rule = hasTown ? 'address' : 'address-without-town';
  return { type: 'LOCATION', from, to, probability: hasTown ? 0.98 : 0.92, rule, namesake: null };
}

/** With its postcode, when that stands before it on the line and is none of the years that people write. */
function townPlace(reading: Reading, { from, to, probability }: NameSpan): NamePlace {
  const { tokens, places, text } = reading;
  const before = from - 1;
  const place = { type: 'LOCATION', to, namesake: null } as const;
  const isTown = places[from] === 3 || places[from] === 7;
  if (isTown && before >= 0 && tokens.kinds[before] === NUMBER && isPostcode(reading, before)) {
    const number = Number(text.slice(tokens.starts[before] ?? 0, tokens.ends[before] ?? 0));
    const alone = ((tokens.begins[before] ?? 0) & (BEGINS_LINE | BEGINS_BLOCK)) !== 0;
    const sameLine = (tokens.begins[from] ?? 0) === 0;
    if (sameLine && number >= 800 && (alone || number < 1850 || number > 2040))
      return { ...place, from: before, probability: Math.max(probability, 0.95), rule: 'postcode-and-town' };
  }
  return { ...place, from, probability, rule: 'model' };
}

/** Where the street ends that is named after this person: with the span, or a token later; 0 when it is no street. */
function streetEnd(reading: Reading, { from, to }: NameSpan): number {
  if (to - from > 1 && isStreetWord(reading, to - 1)) return to;
  const { count, begins } = reading.tokens;
  return to < count && (begins[to] ?? 0) === 0 && isStreetWord(reading, to) ? to + 1 : 0;
}

function isStreetWord(reading: Reading, at: number): boolean {
  const { tokens, text } = reading;
  return (
    STREET_WORD.test(text.slice(tokens.starts[at] ?? 0, tokens.ends[at] ?? 0)) && endsAsStreet(reading, at)
  );
}

const STREET_WORD =
  /^(?:vej|gade|allé|alle|plads|boulevard|vænge|stræde|torv|gate|gata|vei|väg|gatan|street|road|avenue|square)$/i;

/** "Hansen, Mette" at a line's or a cell's start and nothing behind it but an end: prose has "Hansen, Mette og Jens". */
function isSurnameFirst({ tokens, words, text }: Reading, last: NameSpan, first: NameSpan): boolean {
  if (first.from !== last.to + 1 || last.to - last.from > 2 || first.to - first.from > 3) return false;
  if (text.charAt(tokens.starts[last.to] ?? 0) !== ',') return false;
  if (((tokens.begins[first.from] ?? 0) & (BEGINS_LINE | BEGINS_BLOCK)) !== 0) return false;
  const given = tier(words[first.from] ?? 0, GIVEN_NAME);
  const surname = tier(words[last.to - 1] ?? 0, SURNAME);
  const opens = ((tokens.begins[last.from] ?? 0) & (BEGINS_LINE | BEGINS_BLOCK)) !== 0;
  const after = first.to;
  const closes =
    after >= tokens.count ||
    ((tokens.begins[after] ?? 0) & (BEGINS_LINE | BEGINS_BLOCK)) !== 0 ||
    tokens.kinds[after] === NUMBER ||
    (tokens.kinds[after] === MARK && text.charAt(tokens.starts[after] ?? 0) !== ',');
  if (last.to - last.from > 1 && given > 0 && !(surname > 0 && opens && closes)) return false;
  return closes && (opens ? given > 0 || surname > 0 : given > 0 && surname > 0 && last.to - last.from === 1);
}
