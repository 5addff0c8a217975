/** The door of detect/: text in, findings out. Pure; nothing here touches a disk, a network or a clock. */
export { type CategoryList, categoryLists } from './categories/phrase-lists.ts';
export { compileRules, faultsIn, type CompiledRules } from './custom/compiled-rules.ts';
export type { PatternFault } from './custom/pattern.ts';
export {
  customType,
  isCustomType,
  RULE_LIMITS,
  NO_RULES,
  parseRuleSet,
  type Allowance,
  type CustomRule,
  type KnownPeople,
  type RuleSet,
} from './custom/rule-set.ts';
export { detect, detectorSet, REPORTED_FROM } from './detect.ts';
export { EXPERIMENTAL_KINDS } from './documents/document-cues.ts';
export { createDocumentReader, type DocumentReader } from './documents/document-reader.ts';
export { nameCues } from './documents/name-cues.ts';
export { DOCUMENT_KINDS, type DocumentKind, type DocumentType } from './documents/document-kind.ts';
export { evidenceWords } from './evidence-words.ts';
export { explain } from './explain.ts';
export { FINDING_TYPES } from './finding.ts';
export type { Category, CategoryChoices, Finding, FindingType, TextContext } from './finding.ts';
export {
  languageOf,
  languagesOf,
  mainLanguageOf,
  type ParagraphLanguage,
  type TextLanguage,
} from './language.ts';
export { maskOf } from './mask.ts';
export { loadNameModel, type NameModel } from './names/name-model.ts';
export { normalFormOf } from './normalise.ts';
export { riskOf, type Risk, type RiskBand, type RiskLine } from './risk/risk.ts';
export { EXPOSURES, peopleIn } from './risk/risk-subject.ts';
export type { Exposure, FoundOfType, RiskSubject } from './risk/risk-subject.ts';
export { COMBINATIONS, defaultRiskWeights } from './risk/risk-weights.ts';
export type { Combination, RiskWeights } from './risk/risk-weights.ts';
export { createTextScanner, type ScannedFinding } from './text-scanner.ts';
export { whatIf } from './what-if.ts';
