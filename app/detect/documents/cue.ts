import type { FindingType } from '../finding.ts';
import type { DocumentKind } from './document-kind.ts';

/**
 * One reason for or against a kind: words, and where they count. `weight` is the logarithm of how many times more often
 * it is met in documents of the kind than in others: hand-set, and tried on the odd lines of test/contrast/documents.
 */
export interface Cue {
  readonly id: string;
  /** As a phrase in a list, for people. */
  readonly da: string;
  readonly en: string;
  readonly weight: number;
  /** `title`: in the first short lines (or the file's name, for less). `label`: before a value, or alone on a line. */
  readonly where: 'title' | 'label' | 'anywhere';
  /** Separated by commas; `*` stands for any letters, at the beginning or end of a phrase. */
  readonly words: string;
  /** What no word list says; global, and linear in the text. */
  readonly pattern?: RegExp;
}

/** What tells one kind of document, and what is found in such documents. */
export interface KindCues {
  readonly kind: DocumentKind;
  /** Log odds of a file without a single sign. */
  readonly prior: number;
  readonly cues: readonly Cue[];
  /** What each type of finding weighs when a document has it. */
  readonly found?: Readonly<Partial<Record<FindingType, number>>>;
  /** What it weighs to have at least ten of a type. */
  readonly many?: Readonly<Partial<Record<FindingType, number>>>;
  /** How much it matters whether the text speaks of somebody or in general; 1 unless said. */
  readonly particular?: number;
}
