import { evidenceOf, type Reason, reasonsOf, weigh, WORTH_KEEPING } from '../evidence.ts';
import type { Detector, Finding } from '../finding.ts';
import { localContext, type Named } from '../local-context.ts';
import type { NamedKind } from '../naming-vocabulary.ts';
import { columnKinds, isTable } from '../table-columns.ts';
import { labelledPhonePlaces } from './labelled-phone-places.ts';
import { type PhonePlace, phonePlaces } from './phone-places.ts';

/**
 * Phone numbers, Danish first.
 *
 * Pattern: phone-places.ts has the writings. Eight Danish digits in pairs or with +45 are believed alone; eight in one
 * are also how CVR numbers, dates and order numbers look, so they need a word or a column that says phone.
 * Checksum: none exists; the numbering plan (2-9 first in Denmark, libphonenumber abroad) must hold.
 * Context: the nearest word or the column's header; a unit or currency behind it.
 * Source: the Danish numbering plan (Agency for Digital Government); ITU E.164 through libphonenumber.
 * Near-misses: CVR numbers, order numbers, dates, amounts, account numbers, P-numbers, IP addresses, years.
 */
export const phone: Detector = {
  id: 'phone',
  version: 4,
  reasons: () => evidenceOf(REASONS),
  detect(text, context) {
    const findings: Finding[] = [];
    const columnKind = columnKinds(text, context);
    const inTable = isTable(context);
    for (const place of [...phonePlaces(text), ...labelledPhonePlaces(text)]) {
      const column = columnKind(place.start);
      const { before, after } = localContext(text, place.start, place.end, inTable);
      // Eight digits and nothing that says phone: most numbers of a list are so. Beside an e-mail address it is contacts.
      const silent = place.writing === 'eight-digits' && column === null && before === null && after === null;
      if (silent && !hasEmailInNextCell(text, place)) continue;
      const reasons = [
        REASONS[place.writing],
        ...reasonsOfNumber(text, place),
        ...reasonsOfNames(column, before, after),
        ...(silent ? [REASONS['e-mail-in-next-cell']] : []),
      ];
      const { confidence, evidence } = weigh(PRIOR, reasons);
      if (confidence < WORTH_KEEPING) continue;
      findings.push({
        type: 'PHONE_NUMBER',
        category: 'ordinary',
        start: place.start,
        end: place.end + extensionAfter(text, place.end),
        confidence,
        evidence,
      });
    }
    return findings;
  },
};

/** Whether an e-mail address fills the cell before or behind, in a row parted by tabs, semicolons, bars or commas. */
function hasEmailInNextCell(text: string, { start, end }: PhonePlace): boolean {
  if (!isCellBorder(text.charCodeAt(start - 1)) && !isCellBorder(text.charCodeAt(end))) return false;
  return (
    EMAIL_BEFORE.test(text.slice(Math.max(0, start - 60), start)) ||
    EMAIL_AFTER.test(text.slice(end, end + 70))
  );
}

/** A tab, a semicolon, a bar, a comma, or the quotation mark of a quoted cell. */
function isCellBorder(unit: number): boolean {
  return unit === 9 || unit === 0x3b || unit === 0x7c || unit === COMMA || unit === 0x22;
}

const EMAIL_BEFORE = /@[\w.-]+\.[a-z]{2,}"?[\t;|,]"?$/i;
const EMAIL_AFTER = /^"?[\t;|,]"?[\w.+-]+@[\w-]/;

/** How long the extension behind a number is: " lok. 123", ", ext. 12"; 0 where there is none. */
function extensionAfter(text: string, end: number): number {
  const next = text.charCodeAt(end);
  if (next !== SPACE && next !== COMMA) return 0;
  return EXTENSION.exec(text.slice(end, end + 24))?.[0].length ?? 0;
}

const SPACE = 0x20;
const COMMA = 0x2c;
const EXTENSION = /^,? ?(?:lok(?:al)?(?:nr)?|ext(?:ension)?)[.:]? ?\d{1,5}(?!\d)/i;

/** Log odds of eight digits in one that could be a Danish number, with nothing else known: one in eight. */
const PRIOR = -2;

const REASONS = reasonsOf('phone', {
  'eight-digits': 0,
  'behind-its-label': -1, // other countries' writings, and what people mistype
  'international-writing': 5,
  'international-not-in-use': 2.8,
  'without-plus-or-spaces': -2.6, // 00 and digits in one: as likely any number with zeros in front
  'digits-in-pairs': 3.3,
  'digits-in-fours': 1.7,
  'digits-in-other-groups': 0.8,
  'trunk-zero-writing': 0.9,
  'american-writing': 2.2,
  hyphenated: 0.9,
  'e-mail-in-next-cell': 2.8, // rows of contacts; customer numbers of eight digits stand there as well
  'context-names-it': 4.5,
  'column-names-it': 5.5,
  'context-says-other-number': -4.5,
  'context-may-say-other-number': -2,
  'column-says-other-number': -6,
  'looks-like-date': -2,
  'looks-like-years': -1.5,
  'amount-or-unit-beside': -4,
});

function reasonsOfNumber(text: string, { start, end, writing }: PhonePlace): Reason[] {
  const written = text.slice(start, end);
  const reasons: Reason[] = [];
  if (writing === 'eight-digits' && LIKE_DATE.test(written)) reasons.push(REASONS['looks-like-date']);
  if (/^(?:19|20)\d\d[ -]\d{4}$/.test(written)) reasons.push(REASONS['looks-like-years']);
  if (/^00\d+$/.test(written)) reasons.push(REASONS['without-plus-or-spaces']);
  if (!writing.startsWith('international') && /\d-\d/.test(written)) reasons.push(REASONS.hyphenated);
  if (
    UNIT_AFTER.test(text.slice(end, end + 8)) ||
    CURRENCY_BEFORE.test(text.slice(Math.max(0, start - 5), start))
  ) {
    reasons.push(REASONS['amount-or-unit-beside']);
  }
  return reasons;
}

const LIKE_DATE =
  /^(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])|(?:[0-2]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)$/;
const UNIT_AFTER =
  /^[ \u00a0]?(?:kr\b|dkk\b|eur\b|usd\b|sek\b|nok\b|stk\b|kg\b|m2\b|m²|km\b|liter\b|kwh\b|mb\b|gb\b|[€$£%]|,-|[.,]\d)/i;
const CURRENCY_BEFORE = /(?:\b(?:kr|dkk|eur|usd|sek|nok)\.?|[€$£])[ \u00a0]?$/i;

function reasonsOfNames(column: NamedKind | null, before: Named | null, after: Named | null): Reason[] {
  if (column === 'phone') return [REASONS['column-names-it']];
  if (column) return [REASONS['column-says-other-number']];
  if (before?.kind === 'phone') return [REASONS['context-names-it']];
  const reasons = [before, after].flatMap((named) => (named ? reasonOfName(named) : []));
  return reasons;
}

function reasonOfName({ kind, adjacent }: Named): Reason[] {
  if (kind === 'phone') return [REASONS['context-names-it']];
  if (kind === 'birth' && !adjacent) return [];
  return [REASONS[adjacent ? 'context-says-other-number' : 'context-may-say-other-number']];
}
