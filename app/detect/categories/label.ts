import type { FindingType } from '../finding.ts';
import { phrasesIn } from './phrase-list.ts';
import { CATEGORY_LISTS } from './phrase-lists.ts';
import type { Stretch } from './sentence.ts';

/** Whether `title`, a column's header or a form's label in lower case, says that what it heads is of this category. */
export function isLabelOf(type: FindingType, title: string): boolean {
  labels ??= compile();
  return labels.get(type)?.has(title) === true;
}

/** The label before a place on its line: "Diagnose" in "Navn: A. Diagnose: svær depression", in lower case; '' for none. */
export function labelBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - LOOK), start);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  return (
    /(?:^|[.;,|\t]\s*| {2,})([\p{L}][\p{L} /\-.]{1,40}?)\s*:(?:[^:.;_\n\t]{0,48})$/u
      .exec(line)?.[1]
      ?.toLowerCase() ?? ''
  );
}

/** Whether the place is a label itself with something behind its colon: "Fingeraftryk: optaget 12. marts". */
export function isFilledIn(text: string, { start, end }: Stretch): boolean {
  if (!/^(?:\s?\([^)\n]{1,20}\))?\s?:[ \t]*[\p{L}\d]/u.test(text.slice(end, end + 30))) return false;
  const before = text.slice(Math.max(0, start - 3), start);
  return before === '' || /(?:[\n\t.;,|]\s*| {2})$/.test(before) || start === before.length;
}

/** Whether an amount stands behind it on its line, as in a payslip: "Netto    16.614,59". */
export function hasAmountBehind(text: string, { end }: Stretch): boolean {
  return /^[^\n\p{L}\d]{0,30}(?:(?:kr|dkk|usd|eur|gbp)\.?\s?)?[£$€]?\s?-?\s?\d{1,3}(?:[.,\s]?\d{3})*(?:[.,]\d{2})(?!\d)/iu.test(
    text.slice(end, end + 60),
  );
}

const LOOK = 100;

let labels: Map<FindingType, Set<string>> | null = null;

function compile(): Map<FindingType, Set<string>> {
  const byType = new Map<FindingType, Set<string>>();
  for (const list of CATEGORY_LISTS) {
    const known = byType.get(list.type) ?? new Set<string>();
    for (const label of phrasesIn(list.labels)) known.add(label.toLowerCase());
    byType.set(list.type, known);
  }
  return byType;
}
