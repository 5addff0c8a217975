import { evidenceWords } from './evidence-words.ts';
import type { Evidence } from './finding.ts';

export type Language = 'da' | 'en';

/**
 * A finding's evidence as one sentence for people, without any matched text: what was matched and what speaks for it,
 * then what speaks against it. English for the command line, Danish for pages that ask for it.
 */
export function explain(evidence: readonly Evidence[], language: Language = 'en'): string {
  const words = (wanted: (effect: Evidence['effect']) => boolean): string[] =>
    evidence
      .filter(({ effect }) => wanted(effect))
      .map(({ code }) => evidenceWords[code]?.[language] ?? code);
  const against = words((effect) => effect === 'lowers').join(', ');
  const sentence = [...words((effect) => effect === 'rules'), ...words((effect) => effect === 'raises')].join(
    ', ',
  );
  if (against === '') return sentence;
  return sentence === '' ? `${AGAINST[language]} ${against}` : `${sentence}; ${AGAINST[language]} ${against}`;
}

const AGAINST: Readonly<Record<Language, string>> = { en: 'against it:', da: 'imod taler:' };
