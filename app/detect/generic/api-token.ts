import { evidenceOf, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';

/**
 * Keys and tokens of services, told by the beginnings that their makers gave them so that they can be found.
 *
 * Pattern: GitHub, GitLab, Slack, AWS, Google, Stripe, OpenAI and Anthropic, npm, SendGrid, JSON web tokens, Azure
 * storage keys. Tokens without a beginning of their own are credentials.ts's, by their label.
 * Checksum: none that is published for all; length and letters must hold.
 * Source: the makers' own pages on token formats; RFC 7519 for JSON web tokens.
 * Near-misses: the beginning alone, in a guide; words that begin so; tokens of X only.
 */
export const apiToken: Detector = {
  id: 'api-token',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text) {
    const findings: Finding[] = [];
    for (const { anchor, patterns } of ANCHORS) {
      for (let at = text.indexOf(anchor); at >= 0; at = text.indexOf(anchor, at + 1)) {
        const found = tokenAt(text, at, patterns);
        if (!found) continue;
        const { confidence, evidence } = weigh(PRIOR, [REASONS['makers-beginning']]);
        findings.push({ type: 'API_TOKEN', category: 'confidential', ...found, confidence, evidence });
        at = found.end - 1;
      }
    }
    return findings.sort((a, b) => a.start - b.start);
  },
};

/** Log odds of something with a maker's beginning and the right length. */
const PRIOR = 3.5;
const REASONS = reasonsOf('api-token', { 'makers-beginning': 0 });

interface Maker {
  /** How far before the anchor the token may begin: "ghp" is three before the "_". */
  readonly before: number;
  readonly pattern: RegExp;
}

/**
 * By a sign that is rare in prose, so that most of a text is passed over: what stands before and behind it is looked at
 * only there. Web tokens are cut at 650 characters: a longer one is found by its beginning.
 */
const ANCHORS: readonly { readonly anchor: string; readonly patterns: readonly Maker[] }[] = [
  {
    anchor: '_',
    patterns: [
      { before: 3, pattern: /(?<!\w)gh[pousr]_[A-Za-z0-9]{36,255}(?!\w)/y },
      { before: 3, pattern: /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/y },
      { before: 6, pattern: /(?<!\w)github_pat_\w{60,120}(?!\w)/y },
      { before: 2, pattern: /(?<!\w)[srp]k_live_[A-Za-z0-9]{16,120}(?!\w)/y },
    ],
  },
  {
    anchor: '-',
    patterns: [
      { before: 5, pattern: /(?<!\w)glpat-[\w-]{20,64}(?!\w)/y },
      { before: 4, pattern: /(?<!\w)xox[abeprs]-[\w-]{20,250}(?!\w)/y },
      { before: 2, pattern: /(?<!\w)sk-(?:[a-z]{2,8}-)?[\w-]{32,200}(?![\w-])/y },
    ],
  },
  {
    anchor: 'A',
    patterns: [
      { before: 0, pattern: /(?<!\w)A(?:KI|SI)A[A-Z2-7]{16}(?!\w)/y },
      { before: 0, pattern: /(?<!\w)AIza[\w-]{35}(?![\w-])/y },
      { before: 0, pattern: /(?<!\w)AccountKey=[A-Za-z0-9+/]{80,90}={0,2}/y },
    ],
  },
  { anchor: 'SG.', patterns: [{ before: 0, pattern: /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}(?![\w-])/y }] },
  {
    anchor: 'J',
    patterns: [{ before: 2, pattern: /(?<![\w-])eyJ[\w-]{10,150}\.eyJ[\w-]{10,350}(?:\.[\w-]{10,150})?/y }],
  },
];

function tokenAt(
  text: string,
  at: number,
  patterns: readonly Maker[],
): { start: number; end: number } | null {
  for (const { before, pattern } of patterns) {
    const start = at - before;
    pattern.lastIndex = Math.max(0, start);
    const token = start < 0 ? undefined : pattern.exec(text)?.[0];
    if (token !== undefined && isRandom(token.slice(4))) return { start, end: start + token.length };
  }
  return null;
}

/** Digits and letters, and more than a few of them: no row of X, no word. */
function isRandom(rest: string): boolean {
  return /\d/.test(rest) && /[A-Za-z]/.test(rest) && new Set(rest).size >= 8;
}
