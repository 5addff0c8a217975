import { customType, type FindingType, type RuleSet } from '#detect/index.ts';

/** A value as a trial found it. */
interface TriedValue {
  readonly type: FindingType;
  readonly value: string;
  readonly masked: string;
  readonly snippet: string;
}

/**
 * The text around what a rule found, with everything else that was found in the file masked. What matched a list of
 * words stands as it is, since whoever tries the rule wrote it; what matched a pattern may be anything, and is masked.
 */
export function maskedSnippet(
  found: TriedValue,
  all: readonly TriedValue[],
  set: RuleSet,
): { before: string; value: string; after: string } {
  const rule = set.rules.find((one) => customType(one) === found.type);
  const shown =
    rule === undefined || rule.kind === 'pattern' ? found.masked : found.value.replace(/\s+/g, ' ');
  const written = found.value.replace(/\s+/g, ' ').trim();
  const at = found.snippet.indexOf(written);
  if (at === -1) return { before: '', value: shown, after: '' };
  const hide = (text: string): string => {
    let hidden = text;
    for (const { value, masked } of others) hidden = hidden.replaceAll(value, masked);
    return hidden;
  };
  const others = all
    .filter(({ type, value }) => type !== found.type && value.trim() !== '')
    .map(({ value, masked }) => ({ value: value.replace(/\s+/g, ' '), masked }))
    .sort((one, other) => other.value.length - one.value.length);
  return {
    before: hide(found.snippet.slice(0, at)),
    value: shown,
    after: hide(found.snippet.slice(at + written.length)),
  };
}
