import { digitAt, holdsMod11And10 } from '../../identifiers/check-digits.ts';
import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * German tax identification numbers of people (Steuer-ID).
 *
 * Pattern: eleven digits, the first not 0; in one or as 2-3-3-3. Of the first ten digits one stands twice or three
 * times, the others once; the numbers of specimens, in which none is repeated, are taken as well.
 * Checksum: ISO 7064 MOD 11,10.
 * Source: Abgabenordnung § 139b; Bundeszentralamt für Steuern.
 * Near-misses: other eleven-digit numbers: one in 250 passes.
 */
export const deTaxId: Identifier = {
  id: 'de-tax-id',
  version: 1,
  type: 'DE_TAX_ID',
  category: 'confidential',
  rule: {
    en: 'a German tax id: its digits and its check digit hold',
    da: 'et tysk skatte-id: cifre og kontrolciffer stemmer',
  },
  shapes: { d11: 0, 'd2 d3 d3 d3': 1.8 },
  holds: (compact) => compact.charCodeAt(0) !== 48 && repeatsOneDigit(compact) && holdsMod11And10(compact),
  prior: PRIOR.checked,
  checked: true,
  words: words(
    'steuer-?\\s?id',
    'steuerliche id',
    'idnr',
    'steuer-?identifik',
    'tax id',
    'tin$',
    'tysk (?:id|cpr|skat)',
  ),
  kinds: ['tax-number'],
};

function repeatsOneDigit(compact: string): boolean {
  let seen = 0;
  let repeats = 0;
  let repeated = -1;
  for (let at = 0; at < 10; at += 1) {
    const digit = digitAt(compact, at);
    if ((seen & (1 << digit)) !== 0) {
      if (repeated >= 0 && repeated !== digit) return false;
      repeated = digit;
      repeats += 1;
    }
    seen |= 1 << digit;
  }
  return repeats <= 2;
}
