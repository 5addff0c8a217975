import { isDigit, isLetter } from '../characters.ts';
import { createAutomaton } from '../words/automaton.ts';

/** Finds phrases as whole words, with the inflections that their languages put behind them. */
export interface PhraseMatcher {
  /** Calls `take` with the phrase's number in the list and the words that it stands in, in order of end. */
  visit(text: string, take: (phrase: number, start: number, end: number) => void): void;
}

/**
 * @param phrases as lists write them, with `*`, `!` and capitals (phrase-list.ts).
 * @param endings what may follow a phrase within its last word, for each phrase.
 */
export function createPhraseMatcher(
  phrases: readonly string[],
  endings: (phrase: number) => ReadonlySet<string>,
): PhraseMatcher {
  // Phrases that differ in their signs or capitals only, `smerter` and `*smerter`, are one word to the automaton.
  const byLetters = new Map<string, PhraseRule[]>();
  for (const [index, phrase] of phrases.entries()) {
    const rule = ruleOf(phrase, index, endings(index));
    const letters = rule.letters.toLowerCase();
    byLetters.set(letters, [...(byLetters.get(letters) ?? []), rule]);
  }
  const rules = [...byLetters.values()];
  const automaton = createAutomaton([...byLetters.keys()]);
  return {
    visit(text, take) {
      automaton.visit(text, (word, start, end) => {
        for (const rule of rules[word] ?? []) {
          if (!hasItsCapitals(rule, text, start, end)) continue;
          const from = wordStart(text, start, rule);
          const to = from < 0 ? -1 : wordEnd(text, end, rule);
          if (to >= 0) take(rule.phrase, from, to);
        }
      });
    },
  };
}

interface PhraseRule {
  /** Its number in the list. */
  readonly phrase: number;
  readonly letters: string;
  readonly capitals: readonly number[];
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly endings: ReadonlySet<string>;
}

function ruleOf(phrase: string, index: number, endings: ReadonlySet<string>): PhraseRule {
  const letters = phrase.replace(/^\*|[*!]$/g, '').replace(/\s+/g, ' ');
  const capitals = Array.from(letters, (letter, at) => (letter === letter.toLowerCase() ? -1 : at));
  return {
    phrase: index,
    letters,
    capitals: capitals.filter((at) => at >= 0),
    openStart: phrase.startsWith('*'),
    openEnd: phrase.endsWith('*'),
    endings: endingsFor(phrase, endings),
  };
}

/** A name has genitives only: United is not of Unite. */
function endingsFor(phrase: string, endings: ReadonlySet<string>): ReadonlySet<string> {
  if (phrase.endsWith('!')) return NONE;
  return phrase === phrase.toLowerCase() ? endings : GENITIVES;
}

const NONE: ReadonlySet<string> = new Set();
const GENITIVES: ReadonlySet<string> = new Set(['s', 'es']);

/** Where a text has the phrase over a line break with an indent, capitals are not asked for. */
function hasItsCapitals(
  { capitals, letters }: PhraseRule,
  text: string,
  start: number,
  end: number,
): boolean {
  if (capitals.length === 0 || end - start !== letters.length) return true;
  return capitals.every((at) => {
    const letter = text.charAt(start + at);
    return letter !== letter.toLowerCase();
  });
}

/** Where the word begins that the phrase begins in; -1 when the phrase would have to be a word of its own. */
function wordStart(text: string, start: number, { openStart, letters }: PhraseRule): number {
  let at = start;
  if (!isWordUnit(letters.charCodeAt(0))) return at;
  while (at > 0 && start - at < LONGEST_WORD && isWordUnit(text.charCodeAt(at - 1))) at -= 1;
  return openStart || at === start ? at : -1;
}

function wordEnd(text: string, end: number, { openEnd, endings, letters }: PhraseRule): number {
  let at = end;
  if (!isWordUnit(letters.charCodeAt(letters.length - 1))) return at;
  while (at < text.length && at - end < LONGEST_WORD && isWordUnit(text.charCodeAt(at))) at += 1;
  if (openEnd || at === end) return at;
  return endings.has(text.slice(end, at).toLowerCase()) ? at : -1;
}

const LONGEST_WORD = 40;

function isWordUnit(unit: number): boolean {
  return isLetter(unit) || isDigit(unit);
}
