import { type Finding, FINDING_TYPES, type FindingType } from './finding.ts';

/**
 * Of findings that share characters one stays: types with a check that is next to certain win (an IBAN holds digits
 * that may look like a CPR number, never the other way round), then the surer one, then the type that is met more often
 * here, then the longer one, then the first.
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

/** Types whose check leaves so little chance that they win over any other, strongest first. */
const STRONGEST: readonly FindingType[] = [
  'PRIVATE_KEY',
  'MRZ',
  'API_TOKEN',
  'PASSWORD',
  'IBAN_CODE',
  'EMAIL_ADDRESS',
  'CRYPTO',
];

/** Words, of which a number or an address of mail may be a part. */
const WEAKEST: readonly FindingType[] = ['LOCATION', 'PERSON'];

/** All others are as strong as they are sure; the order of FINDING_TYPES decides between the equally sure. */
const RANK = new Map<FindingType, number>(FINDING_TYPES.map((type) => [type, rankOf(type)]));
const ORDER = new Map<FindingType, number>(FINDING_TYPES.map((type, at) => [type, at]));

function rankOf(type: FindingType): number {
  if (STRONGEST.includes(type)) return STRONGEST.indexOf(type);
  return STRONGEST.length + (WEAKEST.includes(type) ? 1 + WEAKEST.indexOf(type) : 0);
}

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
    (RANK.get(a.type) ?? 0) - (RANK.get(b.type) ?? 0) ||
    b.confidence - a.confidence ||
    (ORDER.get(a.type) ?? 0) - (ORDER.get(b.type) ?? 0) ||
    b.end - b.start - (a.end - a.start) ||
    a.start - b.start
  );
}
