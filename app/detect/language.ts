import { LANGUAGE_TRIGRAMS } from './language-trigrams.ts';

/** The languages that we tell apart; null when the text gives no clue. */
export type TextLanguage = 'da' | 'en' | 'sv' | 'nb' | 'de';

/**
 * The language of a text, from its most common words and from runs of three letters in its words. Words that only one
 * language has (Danish `af`, Norwegian `av`) count five times those that neighbours share. Reads the first 20,000
 * characters. Null when too few such words are met or no language is clearly ahead: better no answer than a wrong one.
 */
export function languageOf(text: string): TextLanguage | null {
  const scores = LANGUAGES.map((language) => (language === 'da' ? HOME : 0));
  let met = 0;
  let letters = 0;
  const read = text.slice(0, READ).toLowerCase();
  for (let at = 0; at < read.length;) {
    if (letterAt(read, at) === 0) {
      at += 1;
      continue;
    }
    const start = at;
    // The letter before, and the one before that: a word begins and ends with none (0).
    let [one, two] = [0, 0];
    for (let letter = letterAt(read, at); ; letter = letterAt(read, at)) {
      if (at > start) addTrigram(scores, (one * LETTERS + two) * LETTERS + letter);
      if (letter === 0) break;
      [one, two] = [two, letter];
      at += 1;
    }
    letters += at - start;
    const languages = at - start > LONGEST_WORD ? undefined : WORDS.get(read.slice(start, at));
    if (languages === undefined) continue;
    met += 1;
    const points = languages.length === 1 ? 2.5 : 0.5;
    for (const language of languages) addTo(scores, LANGUAGES.indexOf(language), points);
  }
  const [first = 0, second = 0] = scores.toSorted((a, b) => b - a);
  if (met < FEWEST_WORDS || letters < FEWEST_LETTERS || first - second < CLEARLY) return null;
  return LANGUAGES[scores.indexOf(first)] ?? null;
}

/** A paragraph of a text: UTF-16 code units, `end` exclusive. */
export interface ParagraphLanguage {
  readonly start: number;
  readonly end: number;
  readonly language: TextLanguage | null;
}

/**
 * The language of each paragraph: what stands between empty lines, or a line of its own where it is long. Short ones
 * (a heading, an address) have none by themselves.
 */
export function languagesOf(text: string): ParagraphLanguage[] {
  return [...text.matchAll(PARAGRAPH)].map(({ 0: paragraph, index }) => ({
    start: index,
    end: index + paragraph.length,
    language: languageOf(paragraph),
  }));
}

/** The language that most of a text is in, paragraph by paragraph; of the whole when no paragraph says. */
export function mainLanguageOf(text: string): TextLanguage | null {
  const lengths = new Map<TextLanguage, number>();
  for (const { start, end, language } of languagesOf(text.slice(0, READ)))
    if (language !== null) lengths.set(language, (lengths.get(language) ?? 0) + end - start);
  const [most] = [...lengths].sort((one, other) => other[1] - one[1]);
  return most?.[0] ?? languageOf(text);
}

const LANGUAGES: readonly TextLanguage[] = ['da', 'nb', 'sv', 'en', 'de'];
/** Up to an empty line, or to the end of a line of at least 80 code units. */
const PARAGRAPH = /\S(?:[^\n]{80,}|[^\n]*(?:\n(?!\s*\n)[^\n]{0,79}(?=\n|$))*)/g;
const READ = 20_000;
const FEWEST_WORDS = 2;
const FEWEST_LETTERS = 20;
const CLEARLY = 2;
/** Between neighbours so alike a Danish company's papers are Danish, unless something says otherwise. */
const HOME = 2;
const LONGEST_WORD = 16;

function addTo(scores: number[], index: number, points: number): void {
  scores[index] = (scores[index] ?? 0) + points;
}

function addTrigram(scores: number[], gram: number): void {
  const row = ROWS[gram] ?? 0;
  if (row === 0) return;
  for (let index = 0; index < scores.length; index++)
    addTo(scores, index, (WEIGHTS[row * LANGUAGES.length + index] ?? 0) / 4);
}

/** The number of a letter, 0 for all that is none. */
function letterAt(text: string, at: number): number {
  return at < text.length ? (LETTER_NUMBERS[text.charCodeAt(at)] ?? 0) : 0;
}

const ALPHABET = '_abcdefghijklmnopqrstuvwxyzæøåäöüß';
const LETTERS = ALPHABET.length;
const LETTER_NUMBERS = new Uint8Array(0x100);
for (const [number, letter] of Array.from(ALPHABET).entries())
  if (number > 0) LETTER_NUMBERS[letter.charCodeAt(0)] = number;

/** Three letters as a number lead to a row of weights, in quarters, for each language; 0: they tell nothing. */
const ENTRIES = LANGUAGE_TRIGRAMS.trim().split(/\s+/);
const ROWS = new Uint16Array(LETTERS ** 3);
const WEIGHTS = new Int8Array((ENTRIES.length + 1) * LANGUAGES.length);
for (const [index, entry] of ENTRIES.entries()) {
  const [a = 0, b = 0, c = 0] = Array.from(entry.slice(0, 3), (letter) => ALPHABET.indexOf(letter));
  ROWS[(a * LETTERS + b) * LETTERS + c] = index + 1;
  for (let language = 0; language < LANGUAGES.length; language++)
    WEIGHTS[(index + 1) * LANGUAGES.length + language] = entry.charCodeAt(3 + language) - 'm'.charCodeAt(0);
}

const LISTS: Readonly<Record<TextLanguage, string>> = {
  da: `af og er det ikke en et jeg vi til med på for den der som blev efter også hvor nogle meget mig være været kan skal
    hvad hun sagde mod uden hvis eller han fra har venlig hilsen dig kunne ville skulle når nu være måde sådan bliver ingen
    gennem dansk tak vedrørende hermed mellem siden lidt mange over lige igen kære ønsker oplysninger omkring
    de år under hans alle ved man sin havde eneste andre
    sig gik fik kendt samt blandt kun flere hed tog bruges findes spillede deltog selskab hvilket består begyndte danske`,
  nb: `av og er det ikke en et jeg vi til med på for den som ble etter også hvor noen mye meg være vært kan skal
    hva hun sa mot uten hvis eller han fra har vennlig hilsen deg kunne ville skulle når nå måte slik blir ingen
    gjennom norsk takk vedrørende herved mellom siden litt mange over igjen kjære ønsker opplysninger ei eit frå ein
    de år under hans alle ved man sin hadde eneste andre
    seg gikk fikk kjent samt blant kun flere het tok brukes finnes spilte deltok selskap består begynte norske hos ikkje ho`,
  sv: `av och är det inte en ett jag vi till med på för den som blev efter också var några mycket mig vara varit kan ska
    vad hon sade mot utan om eller han från har vänlig hälsning dig kunde ville skulle när nu sätt så blir ingen
    genom svensk tack angående härmed mellan sedan lite många över igen att de detta under år alla hans`,
  en: `the of and to in is that it was for on are with as his they be at one have this from or had by but not what all were
    we when your can said there an which she do their if will would about out many then them these so some her him has been`,
  de: `der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie
    nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch wurde`,
};

const WORDS = new Map<string, TextLanguage[]>();
for (const language of ['da', 'nb', 'sv', 'en', 'de'] as const) {
  for (const word of new Set(LISTS[language].split(/\s+/)))
    WORDS.set(word, [...(WORDS.get(word) ?? []), language]);
}
