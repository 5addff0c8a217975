import type { Evidence } from '../finding.ts';

/** What a file is as a document, those first that ask for most care. The ids are a stable contract (`scan --json`). */
export const DOCUMENT_KINDS = [
  'medical_record',
  'sick_note',
  'fit_note',
  'criminal_record',
  'passport',
  'id_card',
  'driving_licence',
  'dismissal',
  'warning',
  'union_letter',
  'performance_review',
  'payslip',
  'tax_return',
  'bank_statement',
  'pension',
  'employment_contract',
  'school_report',
  'complaint',
  'cv',
  'job_application',
  'tenancy',
  'power_of_attorney',
  'customer_list',
  'minutes',
  'invoice',
] as const;

export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** A file's kind, how sure that is (0.5 to 0.99), and why. A weaker guess is none. */
export interface DocumentType {
  readonly kind: DocumentKind;
  readonly confidence: number;
  readonly evidence: readonly Evidence[];
}
