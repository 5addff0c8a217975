import { detectors, identifiers } from './detectors.ts';
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
  `common@2`,
  ...[...detectors, ...identifiers].map(({ id, version }) => `${id}@${version}`),
].join(' ');

/**
 * All findings of a text that are sure enough to be reported, in order of start, none overlapping another but those of
 * the company's own rules. Offsets are UTF-16 code units into `text`. Linear in the length of the text; for a text of
 * unknown length use the text scanner.
 */
export function detect(text: string, context: TextContext = {}): Finding[] {
  const { rules } = context;
  const found = detectors
    .flatMap((detector) => detector.detect(text, context))
    .filter(({ type, confidence }) => confidence >= REPORTED_FROM && (rules?.wants(type) ?? true));
  if (rules === undefined) return withoutOverlaps(found);
  const own = rules.find(text);
  return [...withoutOverlaps(rules.knowNames(text, found)), ...own].sort((a, b) => a.start - b.start);
}
