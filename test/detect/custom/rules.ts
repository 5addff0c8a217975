import { compileRules } from '#detect/custom/compiled-rules.ts';
import { NO_RULES, type CustomRule, type RuleSet } from '#detect/custom/rule-set.ts';
import { detect } from '#detect/detect.ts';

type WordRule = Extract<CustomRule, { words: string[] }>;

/** Small makers, so that a test says only what matters to it. */
export function wordRule(words: readonly string[], more: Partial<WordRule> = {}): CustomRule {
  return {
    id: 'W1',
    title: 'Ord',
    kind: 'words',
    words: [...words],
    category: 'confidential',
    atLeast: 1,
    matchCase: false,
    wholeWords: true,
    ...more,
  };
}

export function patternRule(pattern: string): CustomRule {
  return {
    id: 'P1',
    title: 'Mønster',
    kind: 'pattern',
    pattern,
    category: 'ordinary',
    atLeast: 1,
    matchCase: true,
  };
}

/** What is found with these rules, as `TYPE text`. */
export function found(set: Partial<RuleSet>, text: string): string[] {
  return detect(text, { rules: compileRules({ ...NO_RULES, ...set }) }).map(
    ({ type, start, end }) => `${type} ${text.slice(start, end)}`,
  );
}
