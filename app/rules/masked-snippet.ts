import { customType, type FindingType, type RuleSet } from '#detect/index.ts';

/** A value as a trial found it. */
interface TriedValue {
  readonly type: FindingType;
  readonly value: string;
  readonly masked: string;
  readonly snippet: string;
}

/**
 * The text around what a rule found, with everything else that was found in the file masked, and what looks like a
 * number or an address: the company may allow some, and then they are among no findings. What matched a list of words
 * stands as it is, since whoever tries the rule wrote it; what matched a pattern may be anything, and is masked.
 */
export function maskedSnippet(
  found: TriedValue,
  all: readonly TriedValue[],
  set: RuleSet,
): { before: string; value: string; after: string } {
  const rule = set.rules.find((one) => customType(one) === found.type);
  const written = plain(found.value);
  const shown = rule === undefined || rule.kind === 'pattern' ? found.masked : written;
  const at = found.snippet.indexOf(written);
  if (at === -1) return { before: '', value: shown, after: '' };
  const others = all
    .filter(({ type, value }) => !isWordRule(set, type) && value.trim() !== '')
    .map(({ value, masked }) => ({ value: plain(value), masked }))
    .sort((one, other) => other.value.length - one.value.length);
  const hide = (text: string): string => {
    let hidden = text;
    for (const { value, masked } of others) hidden = hidden.replaceAll(value, masked);
    return hidden.replace(ADDRESS, '•••@').replace(LONG_NUMBER, '••••');
  };
  return {
    before: hide(found.snippet.slice(0, at)),
    value: shown,
    after: hide(found.snippet.slice(at + written.length)),
  };
}

const ADDRESS = /[^\s@•<>:;,]{1,64}@/g;
/** Four digits and more, in groups or not. */
const LONG_NUMBER = /\d(?:[ .-]?\d){3,30}/g;

function isWordRule(set: RuleSet, type: FindingType): boolean {
  return set.rules.some((rule) => customType(rule) === type && rule.kind !== 'pattern');
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
