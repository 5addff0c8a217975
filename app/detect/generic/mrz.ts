import { evidenceOf, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';
import { travelDocumentDigit } from '../identifiers/check-digits.ts';
import { misreadZones } from './mrz-misread.ts';

/**
 * Machine-readable zones of passports, identity cards and visas: name, number, date of birth and sex in two or three
 * lines.
 *
 * Pattern: TD3 two lines of 44, TD2 two of 36, TD1 three of 30 capitals, digits and `<`; blanks that a reader of
 * pictures put in are passed over at the lines' ends only. What it misread is put right where the check digits then hold
 * (mrz-misread.ts).
 * Checksum: number, date of birth, expiry and all together (ICAO 9303); where they do not hold, it is believed less:
 * a misread letter does not make it harmless.
 * Source: ICAO Doc 9303, parts 3 to 7.
 * Near-misses: arrows and tables drawn with `<`, source code, payment slips.
 */
export const mrz: Detector = {
  id: 'mrz',
  version: 2,
  reasons: () => evidenceOf(REASONS),
  detect(text) {
    if (!/<<|«/.test(text)) return [];
    const findings: Finding[] = [];
    const misread = misreadZones(text);
    for (const match of text.matchAll(LINES)) {
      const lines = match[0].split(/\s+/);
      const checks = checksOf(lines);
      if (checks === null) continue;
      const held = checks.filter(Boolean).length;
      const all = held === checks.length;
      const [start, end] = [match.index, match.index + match[0].length];
      const reason = all
        ? REASONS['check-digits-hold']
        : misread.some((zone) => start < zone.end && zone.start < end)
          ? REASONS['misread-and-check-digits-hold']
          : held > 1
            ? REASONS['some-check-digits-hold']
            : REASONS['check-digits-fail'];
      const { confidence, evidence } = weigh(PRIOR, [REASONS['lines-of-a-document'], reason]);
      findings.push({
        type: 'MRZ',
        category: 'confidential',
        start,
        end,
        confidence,
        evidence,
      });
    }
    for (const { start, end } of misread) {
      if (findings.some((found) => start < found.end && found.start < end)) continue;
      const { confidence, evidence } = weigh(PRIOR, [REASONS['misread-and-check-digits-hold']]);
      findings.push({ type: 'MRZ', category: 'confidential', start, end, confidence, evidence });
    }
    return findings;
  },
};

/** Log odds of lines of the right lengths and beginning, before any check digit. */
const PRIOR = 0.5;

const REASONS = reasonsOf('mrz', {
  'lines-of-a-document': 0,
  'check-digits-hold': 6,
  'some-check-digits-hold': 2.5,
  'misread-and-check-digits-hold': 4,
  'check-digits-fail': -0.5,
});

const LINES =
  /(?<![A-Z0-9<])[ACIPV][A-Z<][A-Z<]{3}(?:[A-Z0-9<]{39}[ \t]*\r?\n[ \t]*[A-Z0-9<]{44}|[A-Z0-9<]{31}[ \t]*\r?\n[ \t]*[A-Z0-9<]{36}|[A-Z0-9<]{25}[ \t]*\r?\n[ \t]*[A-Z0-9<]{30}[ \t]*\r?\n[ \t]*[A-Z0-9<]{30})(?![A-Z0-9<])/g;

/** Number, birth, expiry, all together; null where the lines are no document's. */
function checksOf([first = '', second = '', third]: readonly string[]): boolean[] | null {
  if (third === undefined) {
    const whole = second.length === 44 ? 43 : 35;
    return [
      holds(second.slice(0, 9), second.charAt(9)),
      holds(second.slice(13, 19), second.charAt(19)),
      holds(second.slice(21, 27), second.charAt(27)),
      // Visas have no digit over all.
      first.startsWith('V') ||
        holds(second.slice(0, 10) + second.slice(13, 20) + second.slice(21, whole), second.charAt(whole)),
    ];
  }
  if (!/^[A-Z]+<?[A-Z<]*<<?[A-Z<]*$/.test(third)) return null;
  return [
    holds(first.slice(5, 14), first.charAt(14)),
    holds(second.slice(0, 6), second.charAt(6)),
    holds(second.slice(8, 14), second.charAt(14)),
    holds(
      first.slice(5, 30) + second.slice(0, 7) + second.slice(8, 15) + second.slice(18, 29),
      second.charAt(29),
    ),
  ];
}

function holds(value: string, check: string): boolean {
  return String(travelDocumentDigit(value)) === check;
}
