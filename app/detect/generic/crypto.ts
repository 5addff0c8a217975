import { createHash } from 'node:crypto';
import { evidenceOf, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';
import { holdsBech32 } from './bech32.ts';

/**
 * Addresses of crypto coins: of Bitcoin with their checksum, and those of Ethereum, which need a word beside them as
 * other hashes look the same. What is paid to an address is public; who has it is not.
 *
 * Pattern: 1 or 3 and 25-34 characters of base 58; bc1 and 11-71 of base 32; 0x and 40 hex digits.
 * Checksum: base 58 with double SHA-256 (BIP 13); bech32 and bech32m (BIP 173, BIP 350).
 * Source: the BIPs named; EIP-55.
 * Near-misses: a mistyped letter, git hashes, other random words.
 */
export const crypto: Detector = {
  id: 'crypto',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text) {
    const findings: Finding[] = [];
    for (const match of text.matchAll(PATTERN)) {
      const address = match[0];
      const start = match.index;
      const ether = address.startsWith('0x');
      if (!ether && !(/^bc1/i.test(address) ? holdsBech32(address) : holdsBase58Check(address))) continue;
      const reasons = [REASONS[ether ? 'form-of-ether' : 'checksum-holds']];
      if (ether && NAMED.test(text.slice(Math.max(0, start - 40), start)))
        reasons.push(REASONS['context-names-it']);
      const { confidence, evidence } = weigh(PRIOR, reasons);
      const end = start + address.length;
      findings.push({ type: 'CRYPTO', category: 'confidential', start, end, confidence, evidence });
    }
    return findings;
  },
};

const PRIOR = 0;

const REASONS = reasonsOf('crypto', {
  'checksum-holds': 4.5,
  'form-of-ether': -0.8,
  'context-names-it': 3,
});

const PATTERN =
  /(?<![A-Za-z0-9])(?:[13][1-9A-HJ-NP-Za-km-z]{25,34}|bc1[02-9ac-hj-np-z]{11,71}|BC1[02-9AC-HJ-NP-Z]{11,71}|0x[\dA-Fa-f]{40})(?![A-Za-z0-9])/g;
const NAMED = /ether|eth\b|wallet|tegnebog|crypto|krypto|usdt|usdc|metamask|address/i;
const BASE_58 = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';

/** 21 bytes and the first four of their double SHA-256. */
function holdsBase58Check(address: string): boolean {
  let value = 0n;
  for (const character of address) value = value * 58n + BigInt(BASE_58.indexOf(character));
  if (value >> 200n !== 0n) return false;
  const bytes = Buffer.from(value.toString(16).padStart(50, '0'), 'hex');
  return sha256(sha256(bytes.subarray(0, 21)))
    .subarray(0, 4)
    .equals(bytes.subarray(21));
}

function sha256(bytes: Uint8Array): Buffer {
  return createHash('sha256').update(bytes).digest();
}
