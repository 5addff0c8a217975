import { evidenceOf, weigh, WORTH_KEEPING } from '../evidence.ts';
import type { SecondStep } from '../finding.ts';
import { columnsOf } from '../table-columns.ts';
import { categoryPhrases, type Sense } from './category-phrases.ts';
import { PRIORS, REASONS } from './category-reasons.ts';
import { categoryOf } from './category-types.ts';
import { isPartOfName, type PhrasePlace, reasonsFor } from './circumstances.ts';
import { surroundingsIn } from './surroundings.ts';

/**
 * Special categories (GDPR Art. 9 and 10) and what Danish law calls confidential: phrases that say something about a
 * person, not merely the word.
 *
 * Pattern: lists of phrases (lists/), found in one pass, with inflections and compounds.
 * Context: who the sentence speaks of (a name, "she", "my", "the patient", a CPR number), labels and columns; lowered by
 * people in general, guidance, law, figures, products and public life. A negation is no reason against: "is no member of
 * a union" is about her too.
 * Source: GDPR Art. 4(13)-(15), 9(1) and 10; Datatilsynet's "Hvad er personoplysninger?" for what is confidential.
 * Near-misses: test/contrast/categories.
 */
export const categories: SecondStep = {
  id: 'category',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text, context, found) {
    const phrases = categoryPhrases(context.categories);
    const places = placesIn(text, phrases.phrases, phrases.senses);
    if (places.length === 0) return [];
    const surroundings = surroundingsIn(text, phrases, found);
    const columnAt = columnsOf(text, context);
    return places.flatMap((place, at) => {
      const title = columnAt(place.start)?.title ?? '';
      if (isCrowded(places, at) && title === '') return [];
      const around = surroundings(place);
      if (isPartOfName(place, around)) return [];
      const reasons = reasonsFor(text, place, around, { title, others: () => othersNear(places, at) });
      const { confidence, evidence } = weigh(PRIORS[place.sense.strength], reasons);
      if (confidence < WORTH_KEEPING) return [];
      const { start, end, sense } = place;
      return [{ type: sense.type, category: categoryOf(sense.type), start, end, confidence, evidence }];
    });
  },
};

type Phrases = ReturnType<typeof categoryPhrases>;

/** Of phrases of one category that share characters, the one that says most: the surer, then the longer. */
function placesIn(text: string, phrases: Phrases['phrases'], senses: Phrases['senses']): PhrasePlace[] {
  const places: PhrasePlace[] = [];
  phrases.visit(text, (phrase, start, end) => {
    for (const sense of senses[phrase] ?? []) {
      const rival = rivalOf(places, sense, start);
      const place = { sense, start, end };
      if (rival < 0) places.push(place);
      else if (saysMore(place, places[rival])) places[rival] = place;
    }
  });
  return places.sort((a, b) => a.start - b.start || b.end - a.end);
}

/** Where among the last places one of the same category stands that goes beyond `start`; -1: nowhere. */
function rivalOf(places: readonly PhrasePlace[], { type }: Sense, start: number): number {
  for (let at = places.length - 1; at >= Math.max(0, places.length - RIVALS); at -= 1) {
    const other = places[at];
    if (other?.sense.type === type && other.end > start) return at;
  }
  return -1;
}

const RIVALS = 8;
const WORTH = { weak: 0, plain: 1, sure: 2, own: 3 } as const;

function saysMore(place: PhrasePlace, other: PhrasePlace | undefined): boolean {
  if (!other) return true;
  const worth = WORTH[place.sense.strength] - WORTH[other.sense.strength];
  return worth > 0 || (worth === 0 && place.end - place.start >= other.end - other.start);
}

/** Other phrases of the same category within some lines: of the `CROWD` before and behind it. */
function othersNear(places: readonly PhrasePlace[], at: number): number {
  const place = places[at];
  if (!place) return 0;
  let others = 0;
  for (let other = Math.max(0, at - CROWD); other <= at + CROWD; other += 1) {
    const near = places[other];
    if (!near || other === at || near.sense.type !== place.sense.type) continue;
    if (Math.abs(near.start - place.start) <= NEAR) others += 1;
  }
  return others;
}

const NEAR = 300;

/** A word among many others of the lists, as in a glossary, is said of nobody; it costs no look around either. */
function isCrowded(places: readonly PhrasePlace[], at: number): boolean {
  const place = places[at];
  const before = places[at - CROWD];
  const after = places[at + CROWD];
  if (!place) return false;
  return (
    (before !== undefined && before.start > place.start - CROWDED) ||
    (after !== undefined && after.start < place.start + CROWDED)
  );
}

const CROWD = 14;
const CROWDED = 200;
