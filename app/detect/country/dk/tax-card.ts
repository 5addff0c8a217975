import { evidenceOf, type Reason, reasonsOf, weigh } from '../../evidence.ts';
import type { Detector, Finding } from '../../finding.ts';

/**
 * What a Danish tax card (skattekort) says of a person: the rate that is withheld, and the deduction. The card has no
 * number but the CPR number; these two are what gives somebody's tax away.
 *
 * Pattern: "trækprocent" or "trækpct." with a rate of 8 to 60 behind it, or "månedsfradrag" with an amount.
 * Checksum: none.
 * Source: kildeskatteloven §§ 48-49; Skattestyrelsen, "Skattekort og forskudsopgørelse".
 * Near-misses: a guide to tax that explains the rate without one; other percentages.
 */
export const dkTaxCard: Detector = {
  id: 'dk-tax-card',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text) {
    const findings: Finding[] = [];
    for (const match of text.matchAll(PATTERN)) {
      const start = match.index;
      const end = start + match[0].length;
      const reasons: Reason[] = [REASONS[match[1] === undefined ? 'deduction' : 'rate']];
      if (GENERAL.test(text.slice(end, end + 30))) reasons.push(REASONS['said-in-general']);
      const { confidence, evidence } = weigh(PRIOR, reasons);
      findings.push({ type: 'DK_TAX_CARD', category: 'confidential', start, end, confidence, evidence });
    }
    return findings;
  },
};

const PRIOR = 0;
const REASONS = reasonsOf('dk-tax-card', { rate: 1.6, deduction: 1.4, 'said-in-general': -3 });

const PATTERN =
  /[Tt]r(?:æ|ae)k(?:procent|pct\.?)(?:en)?(?: (?:er|på))?[\s:.]{1,6}((?:[1-5]\d|60|[89])(?:[.,]\d{1,2})?)(?![\d.])\s?%?|(?<!\p{L})[Mm]ånedsfradrag[\s:.]{1,6}(?:kr\.? )?\d[\d.]{2,8}(?:,\d\d)?/gu;
const GENERAL = /typisk|normalt|gennemsnit|for de fleste|eksempel/i;
