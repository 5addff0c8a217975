import { evidenceOf, reasonsOf, weigh } from '../../evidence.ts';
import type { Detector, Finding } from '../../finding.ts';

/**
 * The number of a Danish driving licence as it stands on the card, where no word is beside it: field 5, under the title
 * or among the other numbered fields. For pictures of the card.
 *
 * Pattern: "5." at the beginning of a line, and eight digits.
 * Checksum: none; the title or two of the fields 4a to 4d have to stand close above.
 * Source: directive 2006/126/EC, annex I (the fields of the card); kørekortbekendtgørelsen.
 * Near-misses: the fifth of a list of numbers.
 */
export const dkLicenceCard: Detector = {
  id: 'dk-licence-card',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text) {
    const findings: Finding[] = [];
    for (const match of text.matchAll(FIELD_5)) {
      const above = text.slice(Math.max(0, match.index - ABOVE), match.index);
      const isCard = TITLE.test(above) || (above.match(FIELD_4)?.length ?? 0) >= 2;
      if (!isCard) continue;
      const [start, end] = [match.index + match[0].length - 8, match.index + match[0].length];
      const { confidence, evidence } = weigh(PRIOR, [REASONS['field-of-the-card']]);
      findings.push({
        type: 'DK_DRIVING_LICENCE',
        category: 'confidential',
        start,
        end,
        confidence,
        evidence,
      });
    }
    return findings;
  },
};

/** Log odds of eight digits behind a 5. */
const PRIOR = -1;

const REASONS = reasonsOf('dk-licence-card', { 'field-of-the-card': 3 });

const FIELD_5 = /(?<=^|\n)[ \t]*5[.,]?[ \t]{0,3}\d{8}(?!\d)/g;
const FIELD_4 = /(?<=^|\n|\s)[4Aa][a-d][.,]/g;
const TITLE = /k[øo0]rekort|driving licen[cs]e/i;
/** In UTF-16 code units: the fields above it on the card. */
const ABOVE = 300;
