import type { Category, FindingType } from '../finding.ts';

/** The category of a type that is found by lists of phrases; `confidential` for any other. */
export function categoryOf(type: FindingType): Category {
  return CATEGORIES.get(type) ?? 'confidential';
}

/** Whether the type is one of those that are found by lists of phrases: its values are words, not numbers or names. */
export function isListedType(type: FindingType): boolean {
  return CATEGORIES.has(type);
}

const CATEGORIES = new Map<FindingType, Category>([
  ['HEALTH', 'sensitive'],
  ['TRADE_UNION', 'sensitive'],
  ['RELIGION', 'sensitive'],
  ['POLITICS', 'sensitive'],
  ['ETHNIC_ORIGIN', 'sensitive'],
  ['SEX_LIFE', 'sensitive'],
  ['BIOMETRIC', 'sensitive'],
  ['GENETIC', 'sensitive'],
  ['CRIMINAL_OFFENCE', 'criminal'],
  ['FINANCES', 'confidential'],
  ['SOCIAL_MATTERS', 'confidential'],
  ['FAMILY_DISPUTE', 'confidential'],
  ['ASSESSMENT', 'confidential'],
  ['DISMISSAL', 'confidential'],
  ['WARNING', 'confidential'],
]);
