/** The door of detect/: text in, findings out. Pure; nothing here touches a disk, a network or a clock. */
export type { CategoryChoices } from './categories/category-choices.ts';
export { detect, detectorSet, REPORTED_FROM } from './detect.ts';
export { DOCUMENT_KINDS, type DocumentKind, type DocumentType } from './documents/document-kind.ts';
export { evidenceWords } from './evidence-words.ts';
export { explain } from './explain.ts';
export { FINDING_TYPES } from './finding.ts';
export type { Category, Finding, FindingType, TextContext } from './finding.ts';
export { languageOf, type TextLanguage } from './language.ts';
export { maskOf } from './mask.ts';
export { loadNameModel, type NameModel } from './names/name-model.ts';
export { normalFormOf } from './normalise.ts';
export { type FoundOfType, riskOf } from './risk.ts';
export { createTextScanner, type ScannedFinding } from './text-scanner.ts';
