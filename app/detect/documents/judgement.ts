import type { Evidence, FindingType } from '../finding.ts';
import type { CuesMet } from './cue-places.ts';
import { CUES, KINDS } from './document-cues.ts';
import type { DocumentKind, DocumentType } from './document-kind.ts';
import type { Sign } from './signs.ts';

/**
 * The kind of a text from the cues met in it and how many places of each type were found: log odds add up for each
 * kind, and a soft maximum over the kinds and "none of them" makes them probabilities. Null below one half.
 */
export function judge(met: CuesMet, found: ReadonlyMap<FindingType, number>): DocumentType | null {
  const signs = { ...met.signs, nobody: NAMES_SOMEBODY.some((type) => found.has(type)) ? 0 : 1 };
  const particular = SIGN_IDS.reduce((sum, id) => sum + SIGN_WEIGHTS[id] * signs[id], 0);
  const scores = KINDS.map(({ prior, found: types = {}, many = {}, particular: share = 1 }) => {
    let score = prior + share * particular;
    for (const [type, count] of found) score += (types[type] ?? 0) + (count >= MANY ? (many[type] ?? 0) : 0);
    return score;
  });
  for (const [cue, strength] of met.cues) {
    const { kind, weight } = CUES[cue] ?? { kind: -1, weight: 0 };
    if (kind >= 0) scores[kind] = (scores[kind] ?? 0) + weight * strength;
  }
  const best = scores.indexOf(Math.max(...scores));
  const of = KINDS[best];
  const top = scores[best] ?? -Infinity;
  const rest = scores.reduce(
    (sum, score, kind) => (kind === best ? sum : sum + Math.exp(score - top)),
    Math.exp(-top),
  );
  const confidence = Math.min(0.99, Math.round(100 / (1 + rest)) / 100);
  if (of === undefined || confidence < TOLD_FROM) return null;
  return { kind: of.kind, confidence, evidence: evidenceFor(best, met, signs, found) };
}

/** Below it a guess is more often wrong than right. */
const TOLD_FROM = 0.5;
const MANY = 10;
const NAMES_SOMEBODY: readonly FindingType[] = ['PERSON', 'DK_CPR', 'MRZ', 'EMAIL_ADDRESS'];

/** Weighed on the odd lines of the contrast pairs; the same for all kinds. */
const SIGN_WEIGHTS: Readonly<Record<Sign['id'], number>> = {
  blanks: -3.8,
  template: -1.6,
  guide: -1.8,
  advises: -2.6,
  particulars: 1.4,
  nobody: -0.8,
};
const SIGN_IDS: readonly Sign['id'][] = ['blanks', 'template', 'guide', 'advises', 'particulars', 'nobody'];
/** A sign that weighs less than this is not worth a word. */
const WORTH_A_WORD = 0.4;

/** The reasons for a kind, the heaviest first, then those against. */
function evidenceFor(
  kind: number,
  met: CuesMet,
  signs: Readonly<Record<Sign['id'], number>>,
  found: ReadonlyMap<FindingType, number>,
): Evidence[] {
  const of = KINDS[kind];
  if (of === undefined) return [];
  const weighed: { code: string; weight: number }[] = [];
  for (const [cue, strength] of met.cues) {
    const { kind: its, id, weight } = CUES[cue] ?? { kind: -1, id: '', weight: 0 };
    if (its === kind) weighed.push({ code: codeOf(of.kind, id), weight: weight * strength });
  }
  const fits = [...found].filter(([type]) => (of.found?.[type] ?? 0) > 0).length;
  if (fits > 0) weighed.push({ code: 'document.holds-such-data', weight: 0.5 * fits });
  if ([...found].some(([type, count]) => count >= MANY && (of.many?.[type] ?? 0) > 0))
    weighed.push({ code: 'document.many-people', weight: 2 });
  for (const id of SIGN_IDS) weighed.push({ code: `document.${id}`, weight: SIGN_WEIGHTS[id] * signs[id] });
  return weighed
    .filter(({ weight }) => Math.abs(weight) >= WORTH_A_WORD)
    .sort((one, other) => other.weight - one.weight)
    .map(({ code, weight }) => ({ effect: effectOf(weight), code }));
}

/** Every reason that a kind may be given for; evidence-words.ts has words for each. */
export function documentReasons(): Evidence[] {
  const cues = CUES.flatMap(({ kind, id, weight }) => {
    const of = KINDS[kind];
    return of === undefined ? [] : { code: codeOf(of.kind, id), weight };
  });
  const signs = SIGN_IDS.map((id) => ({ code: `document.${id}`, weight: SIGN_WEIGHTS[id] }));
  return [
    ...[...cues, ...signs].map(({ code, weight }) => ({ effect: effectOf(weight), code })),
    { effect: 'raises', code: 'document.holds-such-data' },
    { effect: 'raises', code: 'document.many-people' },
    { effect: 'rules', code: IN_A_PART },
  ];
}

/** The reason of a kind that is not that of the file itself but of one in it. */
export const IN_A_PART = 'document.in-a-part';

function effectOf(weight: number): Evidence['effect'] {
  return weight > 0 ? 'raises' : 'lowers';
}

/** `document.job-application.title`: what evidence-words.ts has words for. */
export function codeOf(kind: DocumentKind, cue: string): string {
  return `document.${kind.replaceAll('_', '-')}.${cue}`;
}
