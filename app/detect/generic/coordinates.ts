import { evidenceOf, type Reason, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';

/**
 * Positions on the earth, near enough to name a house: where somebody is or was.
 *
 * Pattern: latitude and longitude as decimals with four places or more (some ten metres), or in degrees and minutes.
 * Checksum: none; latitude to 90 and longitude to 180.
 * Context: words for a position; a position in Denmark is likelier in a Danish company's files than any two decimals.
 * Source: ISO 6709.
 * Near-misses: prices, measurements and other decimals; versions.
 */
export const coordinates: Detector = {
  id: 'coordinates',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text) {
    const findings: Finding[] = [];
    const add = (start: number, end: number, reasons: readonly Reason[]): void => {
      const { confidence, evidence } = weigh(PRIOR, reasons);
      findings.push({ type: 'COORDINATES', category: 'ordinary', start, end, confidence, evidence });
    };
    for (const match of text.matchAll(DECIMALS)) {
      const [latitude, longitude] = [Number(match[1]), Number(match[2])];
      if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) continue;
      const reasons = [REASONS['two-decimals']];
      if (NAMED.test(text.slice(Math.max(0, match.index - 50), match.index)))
        reasons.push(REASONS['context-names-it']);
      if (latitude > 54.5 && latitude < 57.8 && longitude > 8 && longitude < 15.3)
        reasons.push(REASONS['in-denmark']);
      add(match.index, match.index + match[0].length, reasons);
    }
    for (let at = text.indexOf('°'); at >= 0; at = text.indexOf('°', at + 1)) {
      const from = Math.max(0, at - 3);
      const match = DEGREES.exec(text.slice(from, at + 45));
      if (!match) continue;
      add(from + match.index, from + match.index + match[0].length, [REASONS['degrees-and-minutes']]);
      at = from + match.index + match[0].length;
    }
    return findings.sort((a, b) => a.start - b.start);
  },
};

/** Log odds of any two decimals of that size beside each other. */
const PRIOR = -2;

const REASONS = reasonsOf('coordinates', {
  'two-decimals': 0,
  'degrees-and-minutes': 5,
  'context-names-it': 4,
  'in-denmark': 2.2,
});

const DECIMALS =
  /(?<![\d.,+-])([+-]?\d{1,2}\.\d{4,12})°?\s?[,;/ ]\s?([+-]?\d{1,3}\.\d{4,12})(?![\d]|[.,]\d)/g;
const NAMED = /gps|koordinat|coordinat|position|lat(?:itude)?\b|breddegrad|lon(?:gitude)?\b|maps|wgs/i;
const DEGREES =
  /\d{1,2}°\s?\d{1,2}(?:[.,]\d+)?['’′]\s?(?:\d{1,2}(?:[.,]\d+)?["”″]\s?)?[NS][\s,]{1,3}\d{1,3}°\s?\d{1,2}(?:[.,]\d+)?['’′]\s?(?:\d{1,2}(?:[.,]\d+)?["”″]\s?)?[EWØV]/;
