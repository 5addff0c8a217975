import type { Finding, FindingType } from './finding.ts';

/**
 * Of findings that share characters one stays: the type with the stronger check wins (an IBAN holds digits that may
 * look like a CPR number, never the other way round), within a type the surer one, then the longer one, then the first.
 * Returned in order of start.
 */
export function withoutOverlaps(findings: readonly Finding[]): Finding[] {
  const inOrder = findings.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const kept: Finding[] = [];
  let group: Finding[] = [];
  let groupEnd = -1;
  for (const finding of inOrder) {
    if (finding.start >= groupEnd) {
      kept.push(...strongestOf(group));
      group = [];
    }
    group.push(finding);
    groupEnd = Math.max(groupEnd, finding.end);
  }
  kept.push(...strongestOf(group));
  return kept;
}

/** Strongest first. */
const STRENGTH: readonly FindingType[] = [
  'IBAN_CODE',
  'CREDIT_CARD',
  'EMAIL_ADDRESS',
  'DK_CPR',
  'PHONE_NUMBER',
  'LOCATION',
  'PERSON',
];

function strongestOf(group: Finding[]): Finding[] {
  if (group.length < 2) return group;
  const kept: Finding[] = [];
  for (const finding of group.toSorted(byStrength)) {
    if (kept.every((other) => other.end <= finding.start || finding.end <= other.start)) kept.push(finding);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function byStrength(a: Finding, b: Finding): number {
  return (
    STRENGTH.indexOf(a.type) - STRENGTH.indexOf(b.type) ||
    b.confidence - a.confidence ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start
  );
}
