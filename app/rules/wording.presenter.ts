import { displayName } from '#kernel/file-name.ts';
import type { Allowance, CustomRule, PatternFault } from '#detect/index.ts';
import type { SourceRecord } from '#sources/index.ts';
import type { FieldError, Translate } from '#web/index.ts';
import type { Difference } from './differences.ts';

/** What a rule looks for, shortly. */
export function ruleText(t: Translate, rule: CustomRule): string {
  if (rule.kind === 'pattern') return rule.pattern;
  const shown = rule.words.slice(0, WORDS_SHOWN).join(', ');
  const more = rule.words.length - WORDS_SHOWN;
  return more > 0 ? t('rules:own.and-more', { words: shown, count: more }) : shown;
}

const WORDS_SHOWN = 4;

export function allowanceText(t: Translate, allowance: Allowance, sources: readonly SourceRecord[]): string {
  switch (allowance.kind) {
    case 'value':
      return allowance.value;
    case 'domain':
      return `@${allowance.domain.replace(/^.*@/, '')}`;
    case 'pattern':
      return allowance.pattern;
    case 'place': {
      const source = sources.find(({ id }) => id === allowance.sourceId);
      return [source?.name ?? t('rules:allowed.source-gone'), ...allowance.folder.map(displayName)].join(
        ' / ',
      );
    }
  }
}

/** One line for each thing that is otherwise. */
export function differenceText(
  t: Translate,
  difference: Difference,
  sources: readonly SourceRecord[],
): string {
  // words: rules:difference.*
  const say = (what: string): string =>
    t(`rules:difference.${difference.part}-${difference.change}`, { what });
  switch (difference.part) {
    case 'rule':
      return say(difference.rule.title);
    case 'allowance':
      return say(allowanceText(t, difference.allowance, sources));
    case 'type':
      return say(t(`scan:type.${difference.type}`));
    case 'phrase':
      return say(`${difference.phrase} (${t(`scan:type.${difference.type}`)})`);
  }
}

/** What is wrong with a pattern, and where, for the field that it stands in. */
export function faultError({ fault, part, at }: PatternFault): FieldError {
  // words: rules:fault.*
  // words: rules:fault-at.*
  return at === null
    ? { key: `rules:fault.${fault}`, values: { part } }
    : { key: `rules:fault-at.${fault}`, values: { part, at } };
}
