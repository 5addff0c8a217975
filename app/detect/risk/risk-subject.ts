import type { DocumentType } from '../documents/document-kind.ts';
import type { Category, FindingType } from '../finding.ts';

/** What a file holds of one type: how many distinct values, and how sure the surest is (0..1). */
export interface FoundOfType {
  readonly type: FindingType;
  readonly category: Category;
  readonly count: number;
  readonly confidence: number;
}

/** Who can open the file where it lies. `unknown`: nobody has looked yet; it counts as if it did not matter. */
export const EXPOSURES = ['owner', 'group', 'everyone', 'unknown'] as const;
export type Exposure = (typeof EXPOSURES)[number];

/** All that the risk of a file follows from; nothing of it names anybody. */
export interface RiskSubject {
  readonly found: readonly FoundOfType[];
  /** How many people it is about: `peopleIn(found)`. */
  readonly people: number;
  readonly documentType: Pick<DocumentType, 'kind' | 'confidence'> | null;
  /** Years since it was changed last; null when that is not known. */
  readonly ageYears: number | null;
  readonly exposure: Exposure;
}

/**
 * How many different people a file is about, at a guess that errs on the low side: the most distinct values of any one
 * type that stands for a person. The types are not added up, since one person has a name, a number and a passport.
 */
export function peopleIn(found: readonly FoundOfType[]): number {
  return Math.max(0, ...found.map(({ type, count }) => (whoBy(type) === null ? 0 : count)));
}

/** How a type tells whose the rest is: by a number that only one person has, or by a name; null when it does not. */
export function whoBy(type: FindingType): 'number' | 'name' | null {
  if (type === 'PERSON') return 'name';
  return NUMBERS_OF_A_PERSON.has(type) ? 'number' : null;
}

const NUMBERS_OF_A_PERSON: ReadonlySet<FindingType> = new Set([
  'DK_CPR',
  'DK_PASSPORT',
  'DK_DRIVING_LICENCE',
  'DK_HEALTH_CARD',
  'MRZ',
  'SE_PERSONNUMMER',
  'NO_FODSELSNUMMER',
  'FI_PERSONAL_IDENTITY_CODE',
  'IS_KENNITALA',
  'DE_TAX_ID',
  'DE_SOCIAL_SECURITY',
  'DE_HEALTH_INSURANCE',
  'DE_PASSPORT',
  'DE_ID_CARD',
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
  'IE_PPSN',
  'AT_SVNR',
  'CH_AHV',
  'LT_ASMENS_KODAS',
  'EE_ISIKUKOOD',
  'LV_PERSONAS_KODS',
  'CZ_RODNE_CISLO',
  'TR_NATIONAL_ID',
  'US_SSN',
  'US_ITIN',
  'US_PASSPORT',
  'CA_SIN',
  'AU_TFN',
  'AU_MEDICARE',
  'IN_AADHAAR',
  'IN_PAN',
  'SG_NRIC_FIN',
  'KR_RRN',
  'TH_TNIN',
  'TR_NATIONAL_ID',
  'US_SSN',
  'US_ITIN',
  'CA_SIN',
  'AU_TFN',
  'AU_MEDICARE',
  'IN_AADHAAR',
  'IN_PAN',
  'SG_NRIC_FIN',
  'KR_RRN',
  'TH_TNIN',
]);
