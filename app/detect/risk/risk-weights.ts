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
    sensitive: { first: 50, doubling: 11 },
    criminal: { first: 50, doubling: 11 },
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
    // They say little of anybody by themselves: however many, they stay low.
    PERSON: { first: 2, doubling: 0.5 },
    LOCATION: { first: 1, doubling: 0 },
    BIC: { first: 1, doubling: 0 },
    IP_ADDRESS: { first: 2, doubling: 1 },
    MAC_ADDRESS: { first: 2, doubling: 1 },
  },
  documents: {
    criminal_record: 50,
    medical_record: 40,
    passport: 35,
    sick_note: 30,
    fit_note: 30,
    union_letter: 30,
    id_card: 30,
    dismissal: 25,
    warning: 25,
    driving_licence: 25,
    performance_review: 20,
    tax_return: 20,
    bank_statement: 20,
    payslip: 15,
    school_report: 15,
    complaint: 12,
    pension: 12,
    employment_contract: 12,
    power_of_attorney: 10,
    cv: 8,
    job_application: 8,
    tenancy: 8,
    customer_list: 8,
    minutes: 0,
    invoice: 0,
  },
  combinations: {
    'number-name-and-sensitive': 2,
    'who-and-sensitive': 1.6,
    'who-and-private': 1.2,
    'number-and-name': 1.1,
  },
  peopleDoubling: 0.05,
  ages: [
    { years: 5, factor: 1.1 },
    { years: 10, factor: 1.2 },
  ],
  exposures: { owner: 1, group: 1.2, everyone: 1.5, unknown: 1 },
  bands: { high: 60, medium: 25 },
};
