import { isDigit } from './characters.ts';
import { type NamedKind, VOCABULARY } from './naming-vocabulary.ts';

/** A word that names a kind, and where it ends in the text searched. */
export interface NamingWord {
  readonly kind: NamedKind;
  readonly start: number;
  readonly end: number;
}

/**
 * Every naming word of a short, lower-case text, in order. The text is a few dozen characters: a label, a header. Words
 * are looked up where a word begins, by its first letter; a few also inside a compound (hovedordre, arbejdstelefon).
 */
export function namingWords(text: string): NamingWord[] {
  const words: NamingWord[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (!isLetter(text.charCodeAt(at)) || (at > 0 && isLetter(text.charCodeAt(at - 1)))) continue;
    if (beginsCode(text, at)) continue;
    const rule = BY_FIRST_LETTER.get(text.charCodeAt(at));
    if (!rule) continue;
    rule.pattern.lastIndex = at;
    const match = rule.pattern.exec(text);
    const kind =
      match &&
      rule.kinds[match.findIndex((group: string | undefined, index) => index > 0 && group !== undefined) - 1];
    if (kind) {
      words.push({ kind, start: at, end: at + match[0].length });
      at += Math.max(0, match[0].length - 1);
    }
  }
  const inside = wordsInCompounds(text, words);
  return inside.length === 0 ? words : [...words, ...inside].sort((a, b) => a.start - b.start);
}

/** One or two letters with a digit behind them, "ab12345": a code, and shorter than any word of the vocabulary. */
function beginsCode(text: string, at: number): boolean {
  const second = text.charCodeAt(at + 1);
  return isDigit(second) || (isLetter(second) && isDigit(text.charCodeAt(at + 2)));
}

/**
 * The last naming word of a header decides: "Kundens CPR-nr." is a CPR number. A header that says number or id of
 * something that we do not know ("Emne-id") is a reference, unless that something is a person.
 */
export function kindOfHeader(header: string): NamedKind | null {
  const short = header.slice(0, HEADER).toLowerCase().trim();
  const kind = nearestOf(namingWords(short), short)?.kind ?? null;
  return kind ?? (OF_SOMETHING.test(short) && !PERSON.test(short) ? 'case-number' : null);
}

/**
 * The last of the words, in order; where two are given for the reader to choose ("CPR/CVR-nr."), the one that names a
 * person's number, since what it names is told from the other by its form.
 */
export function nearestOf(words: readonly NamingWord[], text: string): NamingWord | null {
  const last = words.at(-1) ?? null;
  const other = words.at(-2);
  if (!last || !other || !NAMES_PERSON.includes(other.kind)) return last;
  return EITHER.test(text.slice(other.end, last.start)) ? { ...last, kind: other.kind } : last;
}

const NAMES_PERSON: readonly NamedKind[] = ['cpr', 'national-id'];
const EITHER = /^(?:[\s.\-_]{0,2}(?:nr|nummer|no))?[.\s-]{0,2}(?:\/|\||eller|or|og|and)\s?$/;

const HEADER = 80;
const OF_SOMETHING = /[a-zæøå].*[\s.\-_]?(?:nr|nummer|number|no|id)\.?$/;
const PERSON =
  /person|borger|patient|klient|elev|barn|medarbejder|ansat|citizen|employee|child|pupil|student/;

function wordsInCompounds(text: string, found: readonly NamingWord[]): NamingWord[] {
  const words: NamingWord[] = [];
  COMPOUND_ENDS.lastIndex = 0;
  for (let match = COMPOUND_ENDS.exec(text); match; match = COMPOUND_ENDS.exec(text)) {
    const kind = COMPOUND_KINDS[match[0]];
    const end = match.index + match[0].length;
    if (kind && !found.some((word) => word.start < end && match.index < word.end))
      words.push({ kind, start: match.index, end });
  }
  return words;
}

// By character code, a to z and what is beyond: \b does not know æ, ø and å.
function isLetter(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || unit >= 0xdf;
}

const COMPOUND_ENDS =
  /cpr|personnummer|telefon|mobil|phone|ordre|faktura|invoice|konto(?!r)|account|cvr|beløb|reservation|bestilling/g;
const COMPOUND_KINDS: Readonly<Record<string, NamedKind>> = {
  cpr: 'cpr',
  personnummer: 'national-id',
  telefon: 'phone',
  mobil: 'phone',
  phone: 'phone',
  ordre: 'order-number',
  faktura: 'order-number',
  invoice: 'order-number',
  konto: 'account',
  account: 'account',
  cvr: 'company-number',
  beløb: 'amount',
  reservation: 'order-number',
  bestilling: 'order-number',
};

interface LetterRule {
  readonly pattern: RegExp;
  readonly kinds: readonly NamedKind[];
}

const BY_FIRST_LETTER: ReadonlyMap<number, LetterRule> = letterRules();

/** One sticky pattern for each first letter, with a group for each kind that has words with it. */
function letterRules(): Map<number, LetterRule> {
  const alternatives = new Map<string, { kind: NamedKind; words: string[] }[]>();
  for (const [kind, words] of Object.entries(VOCABULARY) as [NamedKind, readonly string[]][]) {
    for (const [letter = '', ofLetter] of Object.entries(Object.groupBy(words, (word) => word.charAt(0)))) {
      alternatives.set(letter, [...(alternatives.get(letter) ?? []), { kind, words: ofLetter ?? [] }]);
    }
  }
  const rules = new Map<number, LetterRule>();
  for (const [letter, groups] of alternatives) {
    const sources = groups.map(
      ({ words }) => `(${words.map((word) => word.replace(/(?<!\*)\$$/, '(?![a-zæøåäö])')).join('|')})`,
    );
    rules.set(letter.charCodeAt(0), {
      pattern: new RegExp(sources.join('|'), 'y'),
      kinds: groups.map(({ kind }) => kind),
    });
  }
  return rules;
}
