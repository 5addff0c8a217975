import type { NameModel } from './names/name-model.ts';
import type { TableHeader } from './table-header.ts';

/**
 * What a detector says of a place in a text. `start` and `end` are UTF-16 code units into the text that was given,
 * `end` exclusive. `confidence` is from 0 to 1 and calibrated: of findings with 0.8, about four in five are right.
 * `evidence` says why, in codes that both languages have words for.
 */
export interface Finding {
  readonly type: FindingType;
  readonly category: Category;
  readonly start: number;
  readonly end: number;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}

/** A type of ours, or that of a rule of the company's own: `CUSTOM_` and the rule's id. */
export type FindingType = (typeof FINDING_TYPES)[number] | `CUSTOM_${string}`;

/**
 * Every type of ours, those that a Danish company has most first: Presidio's entity name where Presidio has one,
 * otherwise <COUNTRY>_<THE FIELD'S TERM>.
 */
export const FINDING_TYPES = [
  'DK_CPR',
  'PERSON',
  'LOCATION',
  'EMAIL_ADDRESS',
  'PHONE_NUMBER',
  'DATE_OF_BIRTH',
  'IBAN_CODE',
  'DK_BANK_ACCOUNT',
  'BIC',
  'CREDIT_CARD',
  'DK_PASSPORT',
  'DK_DRIVING_LICENCE',
  'DK_HEALTH_CARD',
  'DK_LICENSE_PLATE',
  'DK_TAX_CARD',
  'DK_CVR',
  'MRZ',
  'PASSWORD',
  'USERNAME',
  'PRIVATE_KEY',
  'API_TOKEN',
  'IP_ADDRESS',
  'MAC_ADDRESS',
  'COORDINATES',
  'CRYPTO',
  'VEHICLE_ID',
  'SE_PERSONNUMMER',
  'NO_FODSELSNUMMER',
  'FI_PERSONAL_IDENTITY_CODE',
  'IS_KENNITALA',
  'DE_TAX_ID',
  'DE_TAX_NUMBER',
  'DE_SOCIAL_SECURITY',
  'DE_HEALTH_INSURANCE',
  'DE_PASSPORT',
  'DE_ID_CARD',
  'DE_LANR',
  'NL_BSN',
  'BE_RIJKSREGISTERNUMMER',
  'FR_NIR',
  'IT_FISCAL_CODE',
  'ES_NIF',
  'ES_NIE',
  'PT_NIF',
  'PT_CARTAO_DE_CIDADAO',
  'PL_PESEL',
  'UK_NHS',
  'UK_NINO',
  'UK_PASSPORT',
  'UK_DRIVING_LICENCE',
  'UK_VEHICLE_REGISTRATION',
  'IE_PPSN',
  'AT_SVNR',
  'CH_AHV',
  'LT_ASMENS_KODAS',
  'EE_ISIKUKOOD',
  'LV_PERSONAS_KODS',
  'CZ_RODNE_CISLO',
  'SE_ORGANISATIONSNUMMER',
  'DE_VAT_ID',
  'DE_HANDELSREGISTER',
  'IT_VAT_CODE',
  'TR_NATIONAL_ID',
  'US_SSN',
  'US_ITIN',
  'US_PASSPORT',
  'MEDICAL_LICENSE',
  'CA_SIN',
  'AU_TFN',
  'AU_MEDICARE',
  'AU_ABN',
  'AU_ACN',
  'IN_AADHAAR',
  'IN_PAN',
  'SG_NRIC_FIN',
  'KR_RRN',
  'TH_TNIN',
  'HEALTH',
  'TRADE_UNION',
  'RELIGION',
  'POLITICS',
  'ETHNIC_ORIGIN',
  'SEX_LIFE',
  'BIOMETRIC',
  'GENETIC',
  'CRIMINAL_OFFENCE',
  'FINANCES',
  'SOCIAL_MATTERS',
  'FAMILY_DISPUTE',
  'ASSESSMENT',
  'DISMISSAL',
  'WARNING',
] as const;

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
 * (cells stand between tabs, rows between newlines), and how many cells of the first row came before the text. `header`
 * and `startsMidLine` are the text scanner's: the header row in an earlier window that the text's first lines may be
 * rows of, and that the first line is the end of a longer one. `now` is the day, after which nobody is born; without it
 * everybody whom a CPR number could be given to until 2035 may be. Without `names`, the trained model, no names are found.
 * `categories` is what the administrator changed of the lists that special categories are found by; `rules` are the
 * company's own.
 */
export interface TextContext {
  readonly columns?: readonly string[];
  readonly firstCell?: number;
  readonly header?: TableHeader | null;
  readonly startsMidLine?: boolean;
  readonly now?: Date;
  /** Also what was looked at and is not believed: findings of less than `REPORTED_FROM` that no other overlaps. */
  readonly unsure?: boolean;
  readonly names?: NameModel;
  readonly categories?: CategoryChoices;
  readonly rules?: TextRules;
}

/** What an administrator has changed of the lists that special categories are found by. */
export interface CategoryChoices {
  /** Types that are not to be looked for. */
  readonly off: readonly FindingType[];
  /** Words and phrases of the company's own, found as the type's own strong phrases are, any inflection behind them. */
  readonly extra: readonly { readonly type: FindingType; readonly phrase: string }[];
}

/** What the company's own rules say of a text. */
export interface TextRules {
  /** What its own rules find. */
  readonly find: (text: string) => Finding[];
  /** Whether findings of this built-in type are wanted. */
  readonly wants: (type: FindingType) => boolean;
  /** The findings, with what its lists of names say of persons. */
  readonly knowNames: (text: string, findings: readonly Finding[]) => Finding[];
}

/**
 * One kind of thing to find. Pure: text in, findings out; linear in the length of the text. Whether a place is a
 * finding depends on nothing further than `REACH` (reach.ts) from it, so that a long text can be read in windows.
 */
export interface Detector {
  readonly id: string;
  /** Raised when the same text could give another result: files read with an older one are read again. */
  readonly version: number;
  /** Every reason that this detector may give; evidence-words.ts has words for each. */
  reasons(): Evidence[];
  detect(text: string, context: TextContext): Finding[];
}

/** A detector that needs what the others found, without overlaps and in order of start. Otherwise the same. */
export interface SecondStep extends Omit<Detector, 'detect'> {
  detect(text: string, context: TextContext, found: readonly Finding[]): Finding[];
}
