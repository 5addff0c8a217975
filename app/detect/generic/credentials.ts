import { evidenceOf, type Reason, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding, FindingType } from '../finding.ts';
import { labelledValues } from './labelled-values.ts';

/**
 * User names and passwords in clear text, and secrets behind a label: what stands after "Adgangskode:", `password=`,
 * "Brugernavn:" and their like, or in such a column.
 *
 * Pattern: a label, `:` or `=` (or "er", "is" after a word for password), and one word without spaces on the same line.
 * Checksum: none.
 * Context: digits and signs in the word, a user name on the line before a password; words of instructions, types and
 * calls of source code, and placeholders lower or rule out.
 * Source: OWASP ASVS 5.0, chapter 14 (what must not lie in files).
 * Near-misses: "Adgangskode: mindst 8 tegn", `password: string`, `password = getPassword()`, "********".
 */
export const credentials: Detector = {
  id: 'credentials',
  version: 2,
  reasons: () => evidenceOf(REASONS),
  detect(text, context) {
    const findings: Finding[] = [];
    let lastUser = -DISTANCE;
    for (const { label, start, end, inColumn } of labelledValues(text, context)) {
      const value = text.slice(start, end);
      if (PLACEHOLDER.test(value)) continue;
      const reasons = [
        REASONS[inColumn ? 'in-its-column' : 'after-its-label'],
        ...reasonsOfValue(label, value),
      ];
      if (label === 'password' && start - lastUser < DISTANCE) reasons.push(REASONS['user-name-beside']);
      if (label === 'user') lastUser = start;
      const { confidence, evidence } = weigh(PRIORS[label], reasons);
      findings.push({ type: TYPES[label], category: CATEGORIES[label], start, end, confidence, evidence });
    }
    return findings;
  },
};

const TYPES: Readonly<Record<Label, FindingType>> = {
  password: 'PASSWORD',
  user: 'USERNAME',
  secret: 'API_TOKEN',
};
const CATEGORIES = { password: 'confidential', user: 'ordinary', secret: 'confidential' } as const;
type Label = 'password' | 'user' | 'secret';

/** Log odds of a plain word behind such a label. */
const PRIORS: Readonly<Record<Label, number>> = { password: -0.4, user: 0, secret: -1 };
const DISTANCE = 200;

const REASONS = reasonsOf('credentials', {
  'after-its-label': 0,
  'in-its-column': 1,
  'digits-and-letters': 2.2,
  'sign-in-it': 1.2,
  'long-and-mixed': 2,
  'user-name-beside': 1.8,
  'plain-word': -1.2,
  'word-of-instructions': -4,
  'source-code': -4.5,
});

function reasonsOfValue(label: Label, value: string): Reason[] {
  if (CODE.test(value)) return [REASONS['source-code']];
  if (INSTRUCTION.test(value)) return [REASONS['word-of-instructions']];
  const reasons: Reason[] = [];
  const mixed = /\d/.test(value) && /\p{L}/u.test(value);
  if (label === 'secret') {
    return value.length >= 16 && mixed ? [REASONS['long-and-mixed']] : [REASONS['plain-word']];
  }
  if (mixed) reasons.push(REASONS['digits-and-letters']);
  if (/[^\p{L}\d]/u.test(value)) reasons.push(REASONS['sign-in-it']);
  if (/^\p{L}+$/u.test(value) && label === 'password') reasons.push(REASONS['plain-word']);
  return reasons;
}

const PLACEHOLDER =
  /^(?:[*•.xX#_?-]+|[<[{(%$].*|null|none|nil|true|false|undefined|ingen|ja|nej|yes|no|your(?:[-_]\w+)?|dit|din|my.?password|changeme|n\/a|.*:)$/i;
const INSTRUCTION =
  /^(?:skal|må|kan|min|mindst|minimum|at|er|is|must|should|se|see|sendes?|sendt|the|den|det|som|til|for|og|and|or|eller|glemt|forgot|forgotten|nulstil|reset|ændres?|skift|change|required|påkrævet|udløb(?:er|et)?|expired?|oplyses|fås|har|have|has|will|bliver|via|på|i|on|in|a|an|en|et|ikke|not|same|samme|vil|kun|only|with|med|ved|når|if|hvis|bruges?|skriv|indtast|enter|vælg|choose|type|string|text)[.,;:!?]?$/i;
const CODE = /[(){}[\]]|=>|;.|^\w+\.\w+\.|^(?:req|this|self|process|os|env|config)\.|::|^\/\/|<\/?\w/;
