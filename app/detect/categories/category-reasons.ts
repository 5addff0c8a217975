import { reasonsOf } from '../evidence.ts';

/**
 * The reasons of special categories, and what each weighs (evidence.ts). The rules weigh what the kind of phrase is worth
 * by itself, before anybody is looked for. All set by hand, on the odd lines of test/contrast and on running text.
 */
export const REASONS = reasonsOf('category', {
  'phrase-said-of-somebody': 0,
  'phrase-of-category': 0,
  'word-of-many-meanings': 0,
  'phrase-of-the-company': 0,
  'first-person': 2,
  'he-or-she': 2,
  'name-beside': 2.6,
  'name-in-sentence': 2,
  'name-near': 1,
  'paper-of-somebody': 1.7,
  'somebody-spoken-of': 1.3,
  yours: 1.3,
  'addressed-to-you': 1,
  'number-of-somebody-beside': 1.8,
  'related-word-beside': 1.5,
  'related-word-in-sentence': 1,
  'others-of-its-kind-near': 0.8,
  'label-names-it': 2.2,
  'column-names-it': 2.6,
  'filled-in-field': 1.2,
  'amount-behind-it': 1.8,
  'heading-above-a-name': 1,
  'of-people-in-general': -1.2,
  'of-what-may-be': -1.2,
  'of-guidance': -1.6,
  'of-law': -1.3,
  'of-figures': -1.3,
  'of-a-product': -1.6,
  'of-public-life': -1.2,
  'form-not-filled-in': -2,
  'of-a-title': -1.2,
  'of-long-ago': -1.5,
  'of-another-language': -2,
  question: -1,
});

/** Log odds of a phrase by its kind. */
export const PRIORS = { sure: 0, plain: -1.75, weak: -3.2, own: 1.5 } as const;
