import { categories } from './categories/categories.ts';
import { detectors, identifiers } from './detectors.ts';
import { documents } from './documents/document-cues.ts';
import type { Finding, TextContext } from './finding.ts';
import { withoutOverlaps } from './overlaps.ts';

/**
 * Findings below this confidence are not reported: they are more often wrong than right, and people stop reading a
 * list that cries wolf. Somewhat below one half, since a missed CPR number costs more than a second look.
 */
export const REPORTED_FROM = 0.4;

/**
 * The version of everything that decides what is found. A file that was read with another one is read again. Raise
 * `common` when shared code (context words, overlaps, threshold) could give another result.
 */
export const detectorSet: string = [
  `common@3`,
  ...[...detectors, ...identifiers, categories, documents].map(({ id, version }) => `${id}@${version}`),
].join(' ');

/**
 * All findings of a text that are sure enough to be reported, in order of start. Identifiers and names do not overlap each
 * other, nor special categories each other; what the company's own rules find may lie over anything. Special categories
 * are looked for when all else is found, since who stands beside a phrase decides. Offsets are UTF-16 code units into
 * `text`. Linear in the length of the text; for a text of unknown length use the text scanner.
 */
export function detect(text: string, context: TextContext = {}): Finding[] {
  const { rules } = context;
  const all = detectors.flatMap((detector) => detector.detect(text, context));
  const seen = all.filter(isReported);
  const found = rules === undefined ? seen : rules.knowNames(text, seen);
  const sure = withoutOverlaps(found);
  const special = withoutOverlaps(categories.detect(text, context, sure).filter(isReported));
  const unsure = context.unsure === true ? apartFrom(sure, withoutOverlaps(all.filter(isUnsure))) : [];
  if (rules === undefined)
    return special.length + unsure.length === 0 ? sure : inOrder(sure, special, unsure);
  // A type that is off hides no other, but still says who stands beside a phrase.
  return inOrder(
    withoutOverlaps(found.filter(({ type }) => rules.wants(type))),
    special.filter(({ type }) => rules.wants(type)),
    unsure.filter(({ type }) => rules.wants(type)),
    rules.find(text),
  );
}

/** Those that none of the others overlaps; both in order. */
function apartFrom(others: readonly Finding[], findings: readonly Finding[]): Finding[] {
  let at = 0;
  return findings.filter(({ start, end }) => {
    while ((others[at]?.end ?? Infinity) <= start) at += 1;
    return (others[at]?.start ?? Infinity) >= end;
  });
}

function isReported({ confidence }: Finding): boolean {
  return confidence >= REPORTED_FROM;
}

function isUnsure(finding: Finding): boolean {
  return !isReported(finding) && finding.evidence.length > 0;
}

function inOrder(...findings: readonly Finding[][]): Finding[] {
  return findings.flat().sort((a, b) => a.start - b.start);
}
