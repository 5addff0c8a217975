import type { Category, FindingType } from '../finding.ts';
import { categoryOf } from './category-types.ts';
import { assessmentDa } from './lists/assessment.da.ts';
import { assessmentEn } from './lists/assessment.en.ts';
import { biometricDa } from './lists/biometric.da.ts';
import { biometricEn } from './lists/biometric.en.ts';
import { criminalOffenceDa } from './lists/criminal-offence.da.ts';
import { criminalOffenceEn } from './lists/criminal-offence.en.ts';
import { dismissalDa } from './lists/dismissal.da.ts';
import { dismissalEn } from './lists/dismissal.en.ts';
import { ethnicOriginDa } from './lists/ethnic-origin.da.ts';
import { ethnicOriginEn } from './lists/ethnic-origin.en.ts';
import { familyDisputeDa } from './lists/family-dispute.da.ts';
import { familyDisputeEn } from './lists/family-dispute.en.ts';
import { financesDa } from './lists/finances.da.ts';
import { financesEn } from './lists/finances.en.ts';
import { geneticDa } from './lists/genetic.da.ts';
import { geneticEn } from './lists/genetic.en.ts';
import { healthDa } from './lists/health.da.ts';
import { healthEn } from './lists/health.en.ts';
import { politicsDa } from './lists/politics.da.ts';
import { politicsEn } from './lists/politics.en.ts';
import { religionDa } from './lists/religion.da.ts';
import { religionEn } from './lists/religion.en.ts';
import { sexLifeDa } from './lists/sex-life.da.ts';
import { sexLifeEn } from './lists/sex-life.en.ts';
import { socialMattersDa } from './lists/social-matters.da.ts';
import { socialMattersEn } from './lists/social-matters.en.ts';
import { tradeUnionDa } from './lists/trade-union.da.ts';
import { tradeUnionEn } from './lists/trade-union.en.ts';
import { warningDa } from './lists/warning.da.ts';
import { warningEn } from './lists/warning.en.ts';
import { neighboursLists } from './lists/neighbours.ts';
import { type ListLanguage, type PhraseList, phrasesIn } from './phrase-list.ts';

/** Every list, as it is written. */
export const CATEGORY_LISTS: readonly PhraseList[] = [
  healthDa,
  healthEn,
  tradeUnionDa,
  tradeUnionEn,
  religionDa,
  religionEn,
  politicsDa,
  politicsEn,
  ethnicOriginDa,
  ethnicOriginEn,
  sexLifeDa,
  sexLifeEn,
  biometricDa,
  biometricEn,
  geneticDa,
  geneticEn,
  criminalOffenceDa,
  criminalOffenceEn,
  financesDa,
  financesEn,
  socialMattersDa,
  socialMattersEn,
  familyDisputeDa,
  familyDisputeEn,
  assessmentDa,
  assessmentEn,
  dismissalDa,
  dismissalEn,
  warningDa,
  warningEn,
  ...neighboursLists,
];

/** A list as an administrator sees it: its phrases one by one, `*` standing for any letters. */
export interface CategoryList {
  readonly type: FindingType;
  readonly category: Category;
  readonly language: ListLanguage;
  readonly phrases: readonly string[];
}

/** All lists that special categories are found by, in the order of their types. */
export function categoryLists(): CategoryList[] {
  return CATEGORY_LISTS.map(({ type, language, sure, plain, weak }) => ({
    type,
    category: categoryOf(type),
    language,
    phrases: [sure, plain, weak].flatMap(phrasesIn),
  }));
}
