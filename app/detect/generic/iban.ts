import { getCountrySpecifications, isValidIBAN } from 'ibantools';
import { evidenceOf, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';
import { localContext } from '../local-context.ts';
import { columnKinds } from '../table-columns.ts';

/**
 * International bank account numbers.
 *
 * Pattern: two letters, two check digits, then as many letters and digits as the country has; single spaces, hyphens
 * or no-break spaces between. All capitals or all lower case, never mixed.
 * Checksum: modulus 97 and the country's structure (ibantools, from SWIFT's IBAN registry). One in 97 random numbers of
 * the right structure passes.
 * Context: an account word beside it or above the column; hardly needed.
 * Source: ISO 13616; the SWIFT IBAN registry.
 * Near-misses: part numbers, VAT numbers, an IBAN with a mistyped digit, a longer code that contains one.
 */
export const iban: Detector = {
  id: 'iban',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text, context) {
    const findings: Finding[] = [];
    const columnKind = columnKinds(text, context);
    for (const match of text.matchAll(START)) {
      const start = match.index;
      const end = ibanEnd(text, start);
      if (end < 0) continue;
      const reasons = [REASONS['check-digits-hold']];
      const { before, after } = localContext(text, start, end);
      if (columnKind(start) === 'account') reasons.push(REASONS['column-names-it']);
      else if (before?.kind === 'account' || after?.kind === 'account')
        reasons.push(REASONS['context-names-it']);
      const { confidence, evidence } = weigh(PRIOR, reasons);
      findings.push({ type: 'IBAN_CODE', category: 'confidential', start, end, confidence, evidence });
    }
    return findings;
  },
};

/** Log odds: structure, length and modulus 97 together leave little chance. */
const PRIOR = 3.5;

const REASONS = reasonsOf('iban', { 'check-digits-hold': 0, 'context-names-it': 2, 'column-names-it': 2 });

const START = /(?<![A-Za-z0-9\u00c0-\u024f])[A-Za-z]{2}\d{2}(?=[ \u00a0-]?[A-Za-z0-9])/g;
const LENGTHS = new Map(
  Object.entries(getCountrySpecifications()).map(([country, { chars }]) => [country, chars ?? 0]),
);

/** Reads exactly the country's number of characters from `start`; the end of a valid IBAN there, or -1. */
function ibanEnd(text: string, start: number): number {
  const wanted = LENGTHS.get(text.slice(start, start + 2).toUpperCase()) ?? 0;
  if (wanted === 0) return -1;
  let at = start + 4;
  for (let read = 4; read < wanted; read += 1) {
    if (isSeparator(text.charCodeAt(at))) at += 1;
    if (!isCodeUnit(text.charCodeAt(at))) return -1;
    at += 1;
  }
  const code = text.slice(start, at).replace(SEPARATORS, '');
  const capitals = code.toUpperCase();
  if ((code !== capitals && code !== code.toLowerCase()) || /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2)))
    return -1;
  return isValidIBAN(capitals) ? at : -1;
}

const SEPARATORS = /[ \u00a0-]/g;

function isSeparator(unit: number): boolean {
  return unit === 0x20 || unit === 0x2d || unit === 0xa0;
}

/** A digit or a letter of ASCII; NaN, past the end of the text, is neither. */
function isCodeUnit(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
}
