import { isLetterBeyondAscii } from '../characters.ts';
import { evidenceOf, type Reason, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';

/**
 * E-mail addresses.
 *
 * Pattern: local part of at most 64 characters, `@`, a domain of at least two labels whose last is letters (or
 * punycode). Found by jumping from `@` to `@`, which is several times faster than a regular expression; letters of
 * any alphabet are taken (RFC 6531). The sign may be written out in brackets: `anna [at] firma.dk`.
 * Context: what stands right before it (a URL's password, a message id, a git remote).
 * Source: RFC 5321 section 4.5.3.1 for lengths, RFC 1035 for labels.
 * Near-misses: `icon@2x.png`, `package@1.2.3`, `user@host`, `@mention`, message ids, `git@host:repo`.
 */
export const email: Detector = {
  id: 'email',
  version: 2,
  reasons: () => evidenceOf(REASONS),
  detect(text) {
    const findings: Finding[] = [];
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      const start = localStart(text, at);
      const end = start < at ? domainEnd(text, at + 1) : at;
      if (end <= at + 1) continue;
      const { confidence, evidence } = weigh(PRIOR, reasonsFor(text, start, at, end));
      findings.push({ type: 'EMAIL_ADDRESS', category: 'ordinary', start, end, confidence, evidence });
    }
    for (const { start, at, end } of writtenOutPlaces(text)) {
      const reasons = [...reasonsFor(text, start, at, end), REASONS['at-written-out']];
      const { confidence, evidence } = weigh(PRIOR, reasons);
      findings.push({ type: 'EMAIL_ADDRESS', category: 'ordinary', start, end, confidence, evidence });
    }
    return findings;
  },
};

interface WrittenOut {
  readonly start: number;
  readonly at: number;
  readonly end: number;
}

/** "anna [at] firma.dk", "anna(snabel-a)firma.dk": written against collectors of addresses. */
function writtenOutPlaces(text: string): WrittenOut[] {
  const places: WrittenOut[] = [];
  for (const bracket of ['[', '(']) {
    for (let at = text.indexOf(bracket); at >= 0; at = text.indexOf(bracket, at + 1)) {
      const sign = WRITTEN_OUT.exec(text.slice(at, at + 16));
      if (!sign) continue;
      const localEnd = text.charAt(at - 1) === ' ' ? at - 1 : at;
      const start = localStart(text, localEnd);
      const from = at + sign[0].length;
      const end = start < localEnd ? domainEnd(text, from) : from;
      if (end > from) places.push({ start, at: from - 1, end });
    }
  }
  return places;
}

const WRITTEN_OUT = /^[[(] ?(?:at|a|@|snabel-?a) ?[\])] ?/i;

/** Log odds: of what is written as an address, some 97 in 100 are one. */
const PRIOR = 3.5;

const REASONS = reasonsOf('email', {
  'address-form': 0,
  'role-address': -1.5, // info@ and its like: a company's, rarely a person's
  'placeholder-domain': -1.5, // example.com and its like, RFC 2606
  'part-of-url': -4,
  'message-id': -4.5,
  'code-remote': -4.5,
  'at-written-out': -0.8,
});

const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;

/** Where the local part starts that ends before `at`; `at` itself when there is none. */
function localStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && isLocalUnit(text.charCodeAt(start - 1))) {
    start -= 1;
    if (at - start > LONGEST_LOCAL) return at;
  }
  if (start === at) return at;
  const local = text.slice(start, at);
  if (local.endsWith('.')) return at;
  const doubleDot = local.lastIndexOf('..');
  if (doubleDot >= 0) start += doubleDot + 2;
  while (start < at && TRIMMED_FROM_LOCAL.has(text.charAt(start))) start += 1;
  return start;
}

/** Signs that RFC 5321 allows at a local part's start but that are punctuation in running text. */
const TRIMMED_FROM_LOCAL = new Set(['.', "'", '-', '&', '+']);

/** Where the domain ends that starts at `from`; `from` when it is none. */
function domainEnd(text: string, from: number): number {
  let to = from;
  const limit = Math.min(text.length, from + LONGEST_DOMAIN);
  while (to < limit && isDomainUnit(text.charCodeAt(to))) to += 1;
  if (to < text.length && isDomainUnit(text.charCodeAt(to))) return from;
  const domain = text.slice(from, to).replace(/[.-]+$/, '');
  const labels = domain.split('.');
  const last = labels.at(-1) ?? '';
  if (labels.length < 2 || !TOP_LEVEL.test(last) || FILE_ENDINGS.has(last.toLowerCase())) return from;
  const sound = labels.every(
    (label) => label !== '' && label.length <= 63 && !label.startsWith('-') && !label.endsWith('-'),
  );
  return sound ? from + domain.length : from;
}

const TOP_LEVEL = /^(?:\p{L}{2,24}|xn--[a-z0-9-]{2,59})$/iu;
const FILE_ENDINGS = new Set([
  'png',
  'jpg',
  'jpeg',
  'gif',
  'svg',
  'webp',
  'pdf',
  'docx',
  'xlsx',
  'css',
  'js',
  'ts',
  'html',
  'xml',
  'json',
  'txt',
]);

function reasonsFor(text: string, start: number, at: number, end: number): Reason[] {
  const reasons = [REASONS['address-form']];
  const before = text.slice(Math.max(0, start - 60), start);
  if (/message-id:\s*<?$|(?:in-reply-to|references):[^\n]*<$/i.test(before))
    reasons.push(REASONS['message-id']);
  if (/:\/\/[^\s/]*$/.test(before)) reasons.push(REASONS['part-of-url']);
  const local = text.slice(start, at).toLowerCase();
  if ((local === 'git' || local === 'svn') && /^[:/]\w/.test(text.slice(end, end + 2)))
    reasons.push(REASONS['code-remote']);
  if (ROLES.has(local)) reasons.push(REASONS['role-address']);
  if (/(?:^|\.)(?:example\.(?:com|org|net)|(?:invalid|test|example))$/i.test(text.slice(at + 1, end))) {
    reasons.push(REASONS['placeholder-domain']);
  }
  return reasons;
}

const ROLES = new Set([
  'info',
  'kontakt',
  'contact',
  'mail',
  'post',
  'kontor',
  'office',
  'salg',
  'sales',
  'support',
  'hjælp',
  'help',
  'kundeservice',
  'noreply',
  'no-reply',
  'donotreply',
  'webmaster',
  'postmaster',
  'admin',
  'faktura',
  'invoice',
  'bogholderi',
  'job',
  'hr',
]);

// By character code: letters and digits of ASCII, letters beyond ASCII, and those signs of RFC 5321's atoms that people
// have in addresses; the others (/ = ? % and so on) are nearly always a URL or a formula around the address.
function isLocalUnit(unit: number): boolean {
  return unit < 128 ? LOCAL_ASCII[unit] === 1 : isLetterBeyondAscii(unit);
}

function isDomainUnit(unit: number): boolean {
  return unit < 128 ? DOMAIN_ASCII[unit] === 1 : isLetterBeyondAscii(unit);
}

const ALPHANUMERIC = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const LOCAL_ASCII = tableOf(ALPHANUMERIC + ".&'+_-");
const DOMAIN_ASCII = tableOf(ALPHANUMERIC + '.-');

function tableOf(characters: string): Uint8Array {
  const table = new Uint8Array(128);
  for (const character of characters) table[character.charCodeAt(0)] = 1;
  return table;
}
