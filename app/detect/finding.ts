/**
 * What a detector says of a place in a text. `start` and `end` are UTF-16 code units into the text that was given,
 * `end` exclusive. `confidence` is from 0 to 1. `evidence` says why, in codes that both languages have words for.
 */
export interface Finding {
  readonly type: FindingType;
  readonly category: Category;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** Presidio's entity name where Presidio has one, otherwise <COUNTRY>_<THE FIELD'S TERM>. */
export type FindingType = 'DK_CPR' | 'EMAIL_ADDRESS' | 'PHONE_NUMBER' | 'IBAN_CODE' | 'CREDIT_CARD';

/** `confidential` is the Danish "fortrolige oplysninger"; `sensitive` GDPR Art. 9; `criminal` Art. 10. */
export type Category = 'ordinary' | 'confidential' | 'sensitive' | 'criminal';

/**
 * One reason: `raises` or `lowers` the confidence, or `rules` (the rule that matched). The code is `<detector>.<what>`,
 * for example `cpr.modulus-11-holds`; never matched text.
 */
export interface Evidence {
  readonly effect: 'rules' | 'raises' | 'lowers';
  readonly code: string;
}

/**
 * What a detector may know beyond the text: the headers of the table that the text is rows of, when it is one
 * (cells stand between tabs, rows between newlines).
 */
export interface TextContext {
  readonly columns?: readonly string[];
}

/** One kind of thing to find. Pure: text in, findings out; linear in the length of the text. */
export interface Detector {
  readonly id: string;
  /** Raised when the same text could give another result: files read with an older one are read again. */
  readonly version: number;
  detect(text: string, context: TextContext): Finding[];
}
