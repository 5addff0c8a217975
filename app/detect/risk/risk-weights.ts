import type { DocumentKind } from '../documents/document-kind.ts';
import type { Category, FindingType } from '../finding.ts';
import type { Exposure } from './risk-subject.ts';

/**
 * The one table that the risk of a file is computed with. An administrator may change every figure; what each means,
 * and why it is what it is, stands in docs/risk.md. Points are added up; a factor is 1 or more and multiplies the sum.
 */
export interface RiskWeights {
  /** Points for what is found, by category; and by type where a type says more than its category does. */
  readonly categories: Readonly<Record<Category, FoundWeight>>;
  readonly types: Readonly<Partial<Record<FindingType, FoundWeight>>>;
  /** Points for what the file is as a document, beside anything that is found; a kind that is missing adds none. */
  readonly documents: Readonly<Partial<Record<DocumentKind, number>>>;
  readonly combinations: Readonly<Record<Combination, number>>;
  /** What each doubling of the number of people adds to the factor, beside anything more than ordinary. */
  readonly peopleDoubling: number;
  /** The factor of files that nobody has changed for so many years; the largest that holds counts. */
  readonly ages: readonly { readonly years: number; readonly factor: number }[];
  readonly exposures: Readonly<Record<Exposure, number>>;
  /** The lowest score, from 0 to 100, that is of this band; what is below `medium` is low. */
  readonly bands: { readonly high: number; readonly medium: number };
}

export interface FoundWeight {
  readonly first: number;
  /** For each doubling of the number of distinct values: a list of 800 is worse than one of 100, not eight times. */
  readonly doubling: number;
}

/** What stands together in a file and is worse so than apart; of those that hold the largest factor counts. */
export const COMBINATIONS = [
  'number-name-and-sensitive',
  'who-and-sensitive',
  'who-and-private',
  'number-and-name',
] as const;
export type Combination = (typeof COMBINATIONS)[number];

export const defaultRiskWeights: RiskWeights = {
  categories: {
    ordinary: { first: 4, doubling: 3 },
    confidential: { first: 26, doubling: 8 },
    // Each more is more often said of the same person than of another, unlike with numbers.
    sensitive: { first: 50, doubling: 6 },
    criminal: { first: 50, doubling: 6 },
  },
  types: {
    DK_CPR: { first: 42, doubling: 11 },
    CREDIT_CARD: { first: 36, doubling: 11 },
    // Numbers and name and birth of a document: all that somebody needs to pass as another.
    MRZ: { first: 44, doubling: 11 },
    // A key opens more than the file that it lies in.
    PRIVATE_KEY: { first: 44, doubling: 9 },
    API_TOKEN: { first: 36, doubling: 9 },
    PASSWORD: { first: 34, doubling: 9 },
    // Money can be paid in with them, not taken out; and each invoice has one.
    IBAN_CODE: { first: 16, doubling: 7 },
    DK_BANK_ACCOUNT: { first: 16, doubling: 7 },
    // A salary or a debt, and what was thought of somebody's work: private, seldom dangerous.
    FINANCES: { first: 12, doubling: 4 },
    ASSESSMENT: { first: 18, doubling: 5 },
    WARNING: { first: 20, doubling: 6 },
    DISMISSAL: { first: 20, doubling: 6 },
    // One leads to somebody, a list is worth stealing.
    EMAIL_ADDRESS: { first: 2, doubling: 3 },
    PHONE_NUMBER: { first: 2, doubling: 3 },
    USERNAME: { first: 2, doubling: 3 },
    // They say little of anybody by themselves: however many, they stay low.
    PERSON: { first: 2, doubling: 0.5 },
    LOCATION: { first: 1, doubling: 0 },
    BIC: { first: 1, doubling: 0 },
    // Mostly companies'.
    SE_ORGANISATIONSNUMMER: { first: 1, doubling: 0 },
    DE_VAT_ID: { first: 1, doubling: 0 },
    DE_HANDELSREGISTER: { first: 1, doubling: 0 },
    IT_VAT_CODE: { first: 1, doubling: 0 },
    AU_ABN: { first: 1, doubling: 0 },
    AU_ACN: { first: 1, doubling: 0 },
    IP_ADDRESS: { first: 2, doubling: 1 },
    MAC_ADDRESS: { first: 2, doubling: 1 },
  },
  documents: {
    criminal_record: 40,
    passport: 35,
    medical_record: 30,
    id_card: 30,
    driving_licence: 25,
    sick_note: 20,
    fit_note: 20,
    union_letter: 20,
    dismissal: 20,
    warning: 20,
    performance_review: 15,
    tax_return: 12,
    bank_statement: 12,
    school_report: 12,
    payslip: 10,
    pension: 10,
    complaint: 8,
    employment_contract: 6,
    power_of_attorney: 6,
    tenancy: 6,
    customer_list: 6,
    cv: 4,
    job_application: 4,
    minutes: 0,
    invoice: 0,
  },
  combinations: {
    'number-name-and-sensitive': 1.8,
    'who-and-sensitive': 1.6,
    'who-and-private': 1.1,
    'number-and-name': 1.05,
  },
  peopleDoubling: 0.05,
  ages: [
    { years: 5, factor: 1.1 },
    { years: 10, factor: 1.2 },
  ],
  exposures: { owner: 1, group: 1.2, everyone: 1.5, unknown: 1 },
  bands: { high: 60, medium: 25 },
};
