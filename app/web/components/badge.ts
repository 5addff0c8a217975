import type { Translate } from '../words.ts';

/** For the partial `/layout/badge`. The text carries the meaning; the tone only repeats it in colour. */
export interface BadgeModel {
  readonly text: string;
  readonly tone: 'red' | 'orange' | 'yellow' | 'green' | 'blue' | 'purple' | 'grey';
}

// words: layout:risk.*
export function riskBadge(t: Translate, risk: 'high' | 'medium' | 'low' | 'none'): BadgeModel {
  const tone = { high: 'red', medium: 'orange', low: 'yellow', none: 'green' } as const;
  return { text: t(`layout:risk.${risk}`), tone: tone[risk] };
}

// words: layout:category.*
export function categoryBadge(
  t: Translate,
  category: 'ordinary' | 'confidential' | 'sensitive' | 'criminal',
): BadgeModel {
  const tone = { ordinary: 'blue', confidential: 'orange', sensitive: 'red', criminal: 'purple' } as const;
  return { text: t(`layout:category.${category}`), tone: tone[category] };
}
