import { evidenceOf, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';

/**
 * Hardware addresses of network cards (MAC, EUI-48): they name a device, and a device its owner.
 *
 * Pattern: six pairs of hex digits with `:` or `-` throughout, or three groups of four with dots.
 * Checksum: none. All ones (broadcast) and all zeros are nobody's.
 * Source: IEEE 802; Presidio's MacAddressRecognizer for the writings.
 * Near-misses: five or seven pairs, times, GUIDs, other letters.
 */
export const macAddress: Detector = {
  id: 'mac-address',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text) {
    const findings: Finding[] = [];
    for (const { sign, first, second, pattern } of WRITINGS) {
      for (let at = text.indexOf(sign); at >= 0; at = text.indexOf(sign, at + 1)) {
        if (at < first || text.charAt(at + second) !== sign) continue;
        const start = at - first;
        pattern.lastIndex = start;
        const written = pattern.exec(text)?.[0];
        if (written === undefined || NOBODYS.test(written)) continue;
        const end = start + written.length;
        const { confidence, evidence } = weigh(PRIOR, [REASONS['six-pairs']]);
        findings.push({ type: 'MAC_ADDRESS', category: 'ordinary', start, end, confidence, evidence });
        at = end - 1;
      }
    }
    return findings.sort((a, b) => a.start - b.start);
  },
};

/** Log odds: twelve hex digits grouped so are nearly always one. */
const PRIOR = 2.5;

const REASONS = reasonsOf('mac-address', { 'six-pairs': 0 });

/** Where the first sign stands in the address, and how far the second from it: most signs are dismissed by these. */
const WRITINGS = [
  {
    sign: ':',
    first: 2,
    second: 3,
    pattern: /(?<![\w:-])[\dA-Fa-f]{2}(?::[\dA-Fa-f]{2}){5}(?![\w]|[:-]\w)/y,
  },
  {
    sign: '-',
    first: 2,
    second: 3,
    pattern: /(?<![\w:-])[\dA-Fa-f]{2}(?:-[\dA-Fa-f]{2}){5}(?![\w]|[:-]\w)/y,
  },
  {
    sign: '.',
    first: 4,
    second: 5,
    pattern: /(?<![\w.])[\dA-Fa-f]{4}\.[\dA-Fa-f]{4}\.[\dA-Fa-f]{4}(?![\w]|\.\w)/y,
  },
] as const;

const NOBODYS = /^(?:[f:.-]+|[0:.-]+)$/i;
