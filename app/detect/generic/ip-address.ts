import { isLetter } from '../characters.ts';
import { evidenceOf, type Reason, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';
import { ipv4Places, ipv6Places } from './ip-places.ts';

/**
 * Internet addresses, version 4 and 6, with their prefix length where one is written. A visitor's or an employee's
 * address is personal data (Court of Justice C-582/14).
 *
 * Pattern: four numbers to 255 with dots; RFC 4291's forms of version 6, zone and embedded version 4 included.
 * Checksum: none; the structure must hold.
 * Context: a word for versions lowers; addresses that are nobody's (private, loopback, all ones) are believed less.
 * Source: RFC 791, RFC 1918, RFC 4291, RFC 6890.
 * Near-misses: version numbers, section numbers, times, `std::vector`, ratios.
 */
export const ipAddress: Detector = {
  id: 'ip-address',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text) {
    const findings: Finding[] = [];
    for (const { start, end, version } of [...ipv4Places(text), ...ipv6Places(text)]) {
      const reasons = [REASONS[version], ...reasonsOfSurroundings(text, start, end)];
      const { confidence, evidence } = weigh(PRIOR, reasons);
      findings.push({ type: 'IP_ADDRESS', category: 'ordinary', start, end, confidence, evidence });
    }
    return findings;
  },
};

/** Log odds of four small numbers with dots: about four in five. */
const PRIOR = 1.5;

const REASONS = reasonsOf('ip-address', {
  'version-4': 0,
  'version-6': 1, // hardly anything else is written so
  'context-names-it': 2,
  'context-says-version': -4,
  'small-numbers-only': -2, // 1.2.3.4 is a section or a version more often than an address
  'nobodys-address': -1.5,
});

function reasonsOfSurroundings(text: string, start: number, end: number): Reason[] {
  const reasons: Reason[] = [];
  const written = text.slice(start, end);
  const before = text.slice(Math.max(0, start - 30), start).toLowerCase();
  if (NAMED.test(before)) reasons.push(REASONS['context-names-it']);
  else if (VERSION.test(before) || isLetter(text.charCodeAt(end)))
    reasons.push(REASONS['context-says-version']);
  if (/^\d{1,2}(?:\.\d{1,2}){3}$/.test(written) && !/^(?:10\.|0\.0\.0\.0)/.test(written)) {
    reasons.push(REASONS['small-numbers-only']);
  } else if (NOBODYS.test(written)) reasons.push(REASONS['nobodys-address']);
  return reasons;
}

const NAMED =
  /(?<![a-zæøå])(?:ip|ipv4|ipv6|host|server|gateway|dns|address|adresse|client|klient|remote|login fra|from)\b[^\n]{0,16}$/;
const VERSION =
  /(?<![a-zæøå])(?:v|ver|version|versions?nr|firmware|build|release|udgave|afsnit|section|§|kapitel|pkt|punkt)\.?[\s:]*$/;
const NOBODYS =
  /^(?:10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|127\.|0\.0\.0\.0|255\.255\.|169\.254\.|::1$|fe80:)/i;
