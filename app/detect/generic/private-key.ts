import { evidenceOf, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';

/**
 * Private keys in PEM armour and PuTTY's own. The finding is the armour's first line and the first line of the key: a
 * key is longer than anything else that is found, and its beginning is enough to say that it is there.
 *
 * Pattern: "-----BEGIN … PRIVATE KEY-----" with a line of base64 behind it, or "PuTTY-User-Key-File-".
 * Checksum: none.
 * Source: RFC 7468; RFC 4716; PuTTY's key file format.
 * Near-misses: certificates and public keys, a guide that shows the armour without a key.
 */
export const privateKey: Detector = {
  id: 'private-key',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text) {
    const findings: Finding[] = [];
    for (const beginning of BEGINNINGS) {
      for (let at = text.indexOf(beginning); at >= 0; at = text.indexOf(beginning, at + 1)) {
        const match = ARMOUR.exec(text.slice(at, at + LONGEST));
        if (!match) continue;
        const reason = REASONS[match[1] === undefined ? 'armour-alone' : 'key-in-its-armour'];
        const { confidence, evidence } = weigh(PRIOR, [reason]);
        const end = at + match[0].length;
        findings.push({
          type: 'PRIVATE_KEY',
          category: 'confidential',
          start: at,
          end,
          confidence,
          evidence,
        });
      }
    }
    return findings.sort((a, b) => a.start - b.start);
  },
};

const PRIOR = 0;
const REASONS = reasonsOf('private-key', { 'key-in-its-armour': 4.5, 'armour-alone': -1.5 });

const BEGINNINGS = ['-----BEGIN ', 'PuTTY-User-Key-File-'];
const LONGEST = 600;
const ARMOUR =
  /^(?:-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----|PuTTY-User-Key-File-\d: [\w-]+)(?:\s+(?:[\w-]+: [^\n]*\s+){0,5}([A-Za-z0-9+/=]{30,76}))?/;
