import { evidenceOf, type Reason, reasonsOf, weigh } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';
import { standsAlone } from '../identifiers/identifier-reasons.ts';
import { words } from '../identifiers/words.ts';
import { ownWordIn, textBeside } from '../local-context.ts';
import { columnsOf, isTable } from '../table-columns.ts';

/**
 * Business identifier codes of banks (BIC, SWIFT), as they stand beside account numbers.
 *
 * Pattern: four letters, a country, two and perhaps three letters or digits, in capitals.
 * Checksum: none; the country must exist. A word or a column must name it: DOKUMENT has the form too.
 * Source: ISO 9362; ISO 3166-1 (and XK, which banks of Kosovo have).
 * Near-misses: words in capitals, item codes.
 */
export const bic: Detector = {
  id: 'bic',
  version: 1,
  reasons: () => evidenceOf(REASONS),
  detect(text, context) {
    const findings: Finding[] = [];
    const columnAt = columnsOf(text, context);
    for (const match of text.matchAll(PATTERN)) {
      const start = match.index;
      const end = start + match[0].length;
      if (!COUNTRIES.has(match[0].slice(4, 6))) continue;
      const title = columnAt(start)?.title ?? '';
      const reasons: Reason[] = [REASONS.form];
      const own = ownWordIn(textBeside(text, start, end, isTable(context)), WORDS);
      if (title.search(WORDS) >= 0) reasons.push(REASONS['column-names-it']);
      else if (own) reasons.push(REASONS[own.adjacent ? 'context-names-it' : 'context-may-name-it']);
      else if (standsAlone(text, start, end)) reasons.push(REASONS['nothing-else-in-text']);
      const { confidence, evidence } = weigh(PRIOR, reasons);
      findings.push({ type: 'BIC', category: 'ordinary', start, end, confidence, evidence });
    }
    return findings;
  },
};

/** Log odds of eight or eleven capitals with a country in the right place. */
const PRIOR = -4;

const REASONS = reasonsOf('bic', {
  form: 0,
  'context-names-it': 6,
  'context-may-name-it': 4,
  'column-names-it': 7,
  'nothing-else-in-text': 3.75,
});

const PATTERN = /(?<![A-Za-z0-9])[A-Z]{6}[A-Z2-9][A-NP-Z0-9](?:[A-Z0-9]{3})?(?![A-Za-z0-9])/g;
const WORDS = words('bic', 'swift');
const COUNTRIES = new Set(
  'AD AE AF AG AI AL AM AN AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW'.split(
    ' ',
  ),
);
