import { evidenceOf, type Reason, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding, FindingType } from '../finding.ts';
import { languageOf } from '../language.ts';
import { namesIn } from './decoding.ts';
import { labelBefore, labelledValues } from './labels.ts';
import { type NamedCell, type NamedContent, namedCells } from './name-columns.ts';
import { type NamePlace, namePlaces } from './name-places.ts';
import { isCapital, read, type Reading } from './reading.ts';
import { titledPeople } from './titles.ts';
import { INITIAL, MARK, NUMBER } from './token-columns.ts';
import { secondMentions } from './second-mentions.ts';
import type { Weights } from './weights.ts';
import { GIVEN_NAME, SURNAME, tier } from './word-list.ts';

/**
 * Persons and places: names of people, towns, countries and whole postal addresses, in Danish, Norwegian, Swedish,
 * English and German.
 *
 * Pattern: a trained linear-chain conditional random field over words, shapes and lists (docs/model-card-names.md);
 * rules for addresses (addresses.ts), "Hansen, Mette" and streets named after people (name-places.ts), what else is named
 * after people (namesakes.ts), and people who are named again near by (second-mentions.ts).
 * Context: a column's header or a form's label names it or says what else it is; a company's form beside it.
 * Source: see the model card for the data and what was measured.
 * Near-misses: companies and products named after people, streets, headings, months, words in capitals.
 * Without a model in the context nothing is found.
 */
export const names: Detector = {
  id: 'names',
  version: 2,
  reasons: () => evidenceOf(REASONS),
  detect(text, context) {
    if (!context.names) return [];
    const { weights } = context.names;
    const reading = read(text, weights.letters, weights.lists);
    const cells = namedCells(text, context);
    const findings = fromCells(reading, cells);
    let cell = 0;
    for (const place of placesIn(reading, weights)) {
      const { start, end } = extentOf(reading, place);
      while (cell < cells.length && (cells[cell]?.end ?? 0) <= start) cell += 1;
      const named = cells[cell];
      const within = named && named.start < end ? named.content : null;
      const taken = within === 'person' || (within === 'place' && place.type === 'LOCATION');
      if (!taken) findings.push(findingOf(reading, place, start, end, within, weights.temperature));
    }
    findings.push(...fromLabels(reading, findings));
    return findings.sort((a, b) => a.start - b.start);
  },
};

const REASONS = reasonsOf('names', {
  model: 0,
  'named-near-by': 0,
  'title-before': 0,
  'surname-first': 1.5,
  address: 0,
  'address-without-town': 0,
  'postcode-and-town': 0,
  'in-list': 0.3,
  'column-names-it': 3,
  'column-may-name-it': 1.5,
  'column-says-other': -5.5,
  'label-names-it': 2.5,
  'label-may-name-it': 1.5,
  'label-says-other': -2.5,
  'only-letters': -4,
  'company-beside': -3,
  'brand-or-institution': -6,
  'king-or-pope': -4.5,
  'disease-named-after': -5,
  'compound-of-name': -4,
  'word-of-a-program': -4,
  'not-written-as-name': -1.5,
});

const NAMESAKES = {
  company: 'company-beside',
  brand: 'brand-or-institution',
  sovereign: 'king-or-pope',
  disease: 'disease-named-after',
  compound: 'compound-of-name',
  code: 'word-of-a-program',
} as const;

/** Log odds that a cell under a header such as "Kontaktperson" is a name, before it is looked at. */
const CELL_PRIOR = -0.5;

/** What the model and the rules find, who has a title and who is named again near by; in order. */
function placesIn(reading: Reading, weights: Weights): NamePlace[] {
  const spans = namesIn(reading, weights);
  const places = namePlaces(reading, spans);
  const taken = new Uint8Array(reading.tokens.count);
  for (const { from, to } of [...places, ...spans]) taken.fill(1, from, to);
  const titled = titledPeople(reading, taken);
  for (const { from, to } of titled) taken.fill(1, from, to);
  return [...places, ...titled, ...secondMentions(reading, places, taken)].sort((a, b) => a.from - b.from);
}

function extentOf({ tokens }: Reading, { type, from, to }: NamePlace): { start: number; end: number } {
  const end = tokens.ends[to - 1] ?? 0;
  // The period of "København Ø." is the sentence's.
  const period = type === 'LOCATION' && tokens.kinds[to - 1] === INITIAL && to - from > 1;
  return { start: tokens.starts[from] ?? 0, end: period ? end - 1 : end };
}

function findingOf(
  reading: Reading,
  place: NamePlace,
  start: number,
  end: number,
  column: NamedContent | null,
  temperature: number,
): Finding {
  const reasons: Reason[] = [REASONS[place.rule]];
  if (place.type === 'PERSON') {
    if (isInList(reading, place.from, place.to)) reasons.push(REASONS['in-list']);
    if (isLettersOnly(reading, place) && languageOf(around(reading.text, start)) !== 'de')
      reasons.push(REASONS['only-letters']);
    if (place.namesake) reasons.push(REASONS[NAMESAKES[place.namesake]]);
    reasons.push(...reasonsOfLabel(column, labelBefore(reading.text, start)));
  }
  const probability = Math.min(0.9999, Math.max(0.0001, place.probability));
  const honest = place.rule === 'model' || place.rule === 'surname-first' ? temperature : 1;
  return finding(place.type, start, end, Math.log(probability / (1 - probability)) / honest, reasons);
}

/** "Bilag B", "M.H.": nobody is found by it. German courts shorten people so, and there it stands for a person. */
function isLettersOnly({ tokens }: Reading, { from, to }: NamePlace): boolean {
  for (let at = from; at < to; at += 1) {
    const length = (tokens.ends[at] ?? 0) - (tokens.starts[at] ?? 0);
    if (tokens.kinds[at] !== INITIAL && tokens.kinds[at] !== MARK && length > 1) return false;
  }
  return true;
}

function around(text: string, start: number): string {
  return text.slice(Math.max(0, start - 300), start + 300);
}

function reasonsOfLabel(column: NamedContent | null, label: NamedContent | null): Reason[] {
  if (column === 'perhaps-person') return [REASONS['column-may-name-it']];
  if (column === 'other' || column === 'place') return [REASONS['column-says-other']];
  if (label === 'person' || label === 'perhaps-person') return [REASONS['label-names-it']];
  return label === 'other' || label === 'place' ? [REASONS['label-says-other']] : [];
}

function isInList({ words }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    if (tier(words[at] ?? 0, GIVEN_NAME) > 0 || tier(words[at] ?? 0, SURNAME) > 0) return true;
  }
  return false;
}

/** What a form says are people, where the model found none or a part only. */
function fromLabels(reading: Reading, findings: readonly Finding[]): Finding[] {
  const { tokens } = reading;
  const persons = findings.filter(({ type }) => type === 'PERSON');
  const known = new Set(persons.map(({ start, end }) => `${start}-${end}`));
  let at = 0;
  return labelledValues(reading.text).flatMap(({ start, end, content }) => {
    while (at < tokens.count && (tokens.starts[at] ?? 0) < start) at += 1;
    const from = at;
    while (at < tokens.count && (tokens.ends[at] ?? 0) <= end) at += 1;
    const inList = isInList(reading, from, at);
    if (known.has(`${start}-${end}`) || (content === 'perhaps-person' && !inList)) return [];
    const reasons = [REASONS[content === 'person' ? 'label-names-it' : 'label-may-name-it']];
    if (inList) reasons.push(REASONS['in-list']);
    return [finding('PERSON', start, end, CELL_PRIOR, reasons)];
  });
}

/** Whole cells of columns that hold people or places, whatever the model thinks of them. */
function fromCells(reading: Reading, cells: readonly NamedCell[]): Finding[] {
  const { tokens } = reading;
  const findings: Finding[] = [];
  let at = 0;
  for (const { start, end, content } of cells) {
    while (at < tokens.count && (tokens.starts[at] ?? 0) < start) at += 1;
    const from = at;
    while (at < tokens.count && (tokens.ends[at] ?? 0) <= end) at += 1;
    if (content !== 'person' && content !== 'place') continue;
    const reasons = [REASONS['column-names-it']];
    if (!isWrittenAsName(reading, from, at, content)) reasons.push(REASONS['not-written-as-name']);
    if (isInList(reading, from, at)) reasons.push(REASONS['in-list']);
    if (hasWord(reading, from, at)) {
      findings.push(finding(content === 'person' ? 'PERSON' : 'LOCATION', start, end, CELL_PRIOR, reasons));
    }
  }
  return findings;
}

function hasWord({ tokens }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) {
    const kind = tokens.kinds[at] ?? MARK;
    if (kind !== MARK && kind !== NUMBER && (tokens.ends[at] ?? 0) - (tokens.starts[at] ?? 0) > 1)
      return true;
  }
  return false;
}

function isWrittenAsName({ tokens }: Reading, from: number, to: number, content: NamedContent): boolean {
  if (content === 'place') return to - from <= 16;
  let capitals = 0;
  for (let at = from; at < to; at += 1) {
    const kind = tokens.kinds[at] ?? MARK;
    if (kind === NUMBER) return false;
    if (isCapital(kind)) capitals += 1;
  }
  return to - from <= 7 && capitals > 0;
}

function finding(type: FindingType, start: number, end: number, prior: number, reasons: Reason[]): Finding {
  const { confidence, evidence } = weigh(prior, reasons);
  return { type, category: 'ordinary', start, end, confidence, evidence };
}
