import { type Identifier, PRIOR } from '../../identifiers/identifier.ts';
import { words } from '../../identifiers/words.ts';

/**
 * Italian tax codes of people (codice fiscale).
 *
 * Pattern: six letters of the name, year, a letter for the month, day (women plus 40), four for the birthplace, a check
 * letter. Digits may be letters (L to V) where two people would have the same code; all digits as letters is not read.
 * Checksum: values of the odd and even places modulo 26.
 * Source: decreto ministeriale of 23 December 1976, Agenzia delle Entrate.
 * Near-misses: a mistyped letter; the eleven digits of a company's code.
 */
export const itFiscalCode: Identifier = {
  id: 'it-fiscal-code',
  version: 1,
  type: 'IT_FISCAL_CODE',
  category: 'confidential',
  rule: {
    en: 'an Italian tax code: its parts and its check letter hold',
    da: 'en italiensk skattekode: dele og kontrolbogstav stemmer',
  },
  shapes: { x16: 0 },
  holds: (compact) => {
    if (!SHAPE.test(compact)) return false;
    let sum = 0;
    for (let at = 0; at < 15; at += 1) {
      const unit = compact.charCodeAt(at);
      const value = unit <= 57 ? unit - 48 : unit - 65;
      sum += at % 2 === 0 ? (ODD[value] ?? 0) : value;
    }
    return compact.charCodeAt(15) - 65 === sum % 26;
  },
  prior: PRIOR.certain,
  checked: true,
  words: words(
    'codice fiscale',
    'cod\\.? ?fisc',
    'c\\.?f\\.?$',
    'italian (?:tax|fiscal)',
    'italiensk (?:skatte|cpr)',
  ),
  kinds: ['national-id'],
};

const SHAPE =
  /^[A-Z]{6}[\dLMNPQRSTUV]{2}[ABCDEHLMPRST](?:[0-7LMNPQRST][\dLMNPQRSTUV])[A-Z][\dLMNPQRSTUV]{3}[A-Z]$/;
/** What a digit or letter is worth at an odd place (counted from one). */
const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];
