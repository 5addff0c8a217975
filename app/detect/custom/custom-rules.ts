import { evidenceOf, reasonsOf } from '../evidence.ts';
import type { Evidence, Finding } from '../finding.ts';
import { createAutomaton } from '../words/automaton.ts';
import { compilePattern, isPatternFault } from './pattern.ts';
import { type CustomRule, customType } from './rule-set.ts';

/** Finds the places of one company's own rules. */
export type RuleFinder = (text: string) => Finding[];

/**
 * Each rule is a question of its own: its places do not overlap one another, and neither hide another rule's places nor
 * what the built-in detectors find, nor are hidden by them. In order of start.
 * @throws Error when a pattern cannot be used; whoever keeps rules has seen to that before
 */
export function createRuleFinder(rules: readonly CustomRule[]): RuleFinder {
  const finders = [wordFinder(rules.flatMap(wordRule)), ...rules.flatMap(patternFinder)];
  return (text) => finders.flatMap((find) => find(text)).sort((a, b) => a.start - b.start || b.end - a.end);
}

const REASONS = reasonsOf('custom', { rule: 0 });
export const customReasons = (): Evidence[] => evidenceOf(REASONS);

/** The company asked for just this; what is left is that its rule may say more than it meant. */
const CONFIDENCE = 0.95;

interface WordRule {
  readonly rule: Exclude<CustomRule, { kind: 'pattern' }>;
  /** Its words as they are to be written, when capitals matter. */
  readonly exact: ReadonlySet<string> | null;
}

function wordRule(rule: CustomRule): WordRule[] {
  if (rule.kind === 'pattern') return [];
  return [{ rule, exact: rule.matchCase ? new Set(rule.words.map(withPlainBlanks)) : null }];
}

/** One automaton for the words of all rules: a hundred lists cost what one does. */
function wordFinder(rules: readonly WordRule[]): RuleFinder {
  const askedBy = new Map<string, WordRule[]>();
  for (const asking of rules) {
    for (const word of asking.rule.words) {
      const folded = withPlainBlanks(word).toLowerCase();
      askedBy.set(folded, [...(askedBy.get(folded) ?? []), asking]);
    }
  }
  const words = [...askedBy];
  const automaton = createAutomaton(words.map(([word]) => word));
  return (text) => {
    const places = new Map<WordRule, { start: number; end: number }[]>();
    for (const { word, start, end } of automaton.placesIn(text)) {
      for (const asking of new Set(words[word]?.[1])) {
        if (!fits(asking, text, start, end)) continue;
        const known = places.get(asking) ?? [];
        known.push({ start, end });
        places.set(asking, known);
      }
    }
    return [...places].flatMap(([{ rule }, found]) => apart(found).map((place) => findingOf(rule, place)));
  };
}

function fits({ rule, exact }: WordRule, text: string, start: number, end: number): boolean {
  if (rule.wholeWords && (isPartOfWord(text, start - 1, start) || isPartOfWord(text, end - 1, end)))
    return false;
  return exact === null || exact.has(withPlainBlanks(text.slice(start, end)));
}

function withPlainBlanks(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

/** Whether letters or digits stand on both sides of the seam between these two code units. */
function isPartOfWord(text: string, before: number, after: number): boolean {
  return isLetter(text, before) && isLetter(text, after);
}

function isLetter(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /[\p{L}\p{N}]/u.test(text.charAt(at));
}

function patternFinder(rule: CustomRule): RuleFinder[] {
  if (rule.kind !== 'pattern') return [];
  const pattern = compilePattern(rule.pattern, rule);
  if (isPatternFault(pattern)) throw new Error('a rule was kept whose pattern cannot be used');
  return [(text) => pattern.placesIn(text).map((place) => findingOf(rule, place))];
}

/** The first and longest of those that share characters. */
function apart(places: readonly { start: number; end: number }[]): { start: number; end: number }[] {
  const kept: { start: number; end: number }[] = [];
  for (const place of places.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    if (place.start >= (kept.at(-1)?.end ?? 0)) kept.push(place);
  }
  return kept;
}

function findingOf(rule: CustomRule, { start, end }: { start: number; end: number }): Finding {
  return {
    type: customType(rule),
    category: rule.category,
    start,
    end,
    confidence: CONFIDENCE,
    evidence: [REASONS.rule.evidence],
  };
}
