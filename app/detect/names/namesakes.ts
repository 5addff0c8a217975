import { isCapital, type Reading } from './reading.ts';
import { INITIAL, LOWER_WORD, MARK } from './token-columns.ts';
import { GIVEN_NAME, PLAIN_WORD, tier } from './word-list.ts';

/**
 * What bears a person's name and is none: a company, a brand, a crowned head of history, a disease, a compound, a word of
 * a program. */
export type Namesake = 'company' | 'brand' | 'sovereign' | 'disease' | 'compound' | 'code';

/**
 * What the tokens of a person's name are named after them, told by what stands in and beside the name; null when
 * nothing says so. Sources: the Danish forms of companies (selskabsloven); brands and eponyms of diseases written down
 * for this project.
 */
export function namesakeOf(reading: Reading, from: number, to: number): Namesake | null {
  if (isCompany(reading, from, to)) return 'company';
  if (isSovereign(reading, from, to)) return 'sovereign';
  if (isCompound(reading, from, to)) return 'compound';
  if (isCode(reading, from, to)) return 'code';
  const whole = textOf(reading, from, to);
  const forms = [whole, whole.replace(/['’]?s$/, '')];
  const isIn = (list: ReadonlySet<string>): boolean => forms.some((form) => list.has(form));
  if (to - from === 1 && isIn(DISEASES)) return 'disease';
  if (isIn(BRANDS)) return 'brand';
  const isBought = from > 0 && isJoined(reading, from) && BUYS.has(wordAt(reading, from - 1));
  return isBought && isIn(NAMES_AND_BRANDS) ? 'brand' : null;
}

function isCompany(reading: Reading, from: number, to: number): boolean {
  const { tokens } = reading;
  const next = wordAt(reading, to);
  if (isFirm(wordAt(reading, from)) && to - from > 1) return true;
  if (to < tokens.count && isJoined(reading, to)) {
    if (COMPANY_AFTER.has(next)) return true;
    if (isCapital(tokens.kinds[to] ?? MARK) && TRADE.test(next)) return true;
    if (next === '&' && pairsSurnames(reading, from, to, to + 1)) return true;
  }
  if (from === 0 || !isJoined(reading, from)) return false;
  const before = wordAt(reading, from - 1);
  if (before === '&') return from > 1 && pairsSurnames(reading, from, to, from - 2);
  // "Hos Lampeland" is a shop, "hos Torben" is a visit.
  if (before === 'hos') return !isGivenName(reading, from);
  return isFirm(before) || (before === '.' && wordAt(reading, from - 2) === 'brdr') || before === 'brdr.';
}

/** "Holm & Krogh", "Møller & Co": two surnames, where couples have given names ("Lene & Tom"). */
function pairsSurnames(reading: Reading, from: number, to: number, other: number): boolean {
  const { tokens, words } = reading;
  const after = Math.max(to, other + 1);
  if (COMPANY_AFTER.has(wordAt(reading, other)) || COMPANY_AFTER.has(wordAt(reading, after))) return true;
  if (tokens.kinds[other] === INITIAL || !isCapital(tokens.kinds[other] ?? MARK)) return false;
  return (
    to - from === 1 &&
    !isGivenName(reading, from) &&
    !isGivenName(reading, other) &&
    tier(words[other] ?? 0, PLAIN_WORD) < 3
  );
}

function isGivenName({ words }: Reading, at: number): boolean {
  return tier(words[at] ?? 0, GIVEN_NAME) >= 2;
}

function isFirm(word: string): boolean {
  return COMPANY_BEFORE.test(word);
}

/** "Frederik VII": long dead, and what is named after them lives on. "Maja V" is a pupil: two letters at least. */
function isSovereign(reading: Reading, from: number, to: number): boolean {
  if (to - from < 2) return false;
  const last = textOf(reading, to - 1, to).replace(/['’]?s$/, '');
  return /^(?=..)x{0,2}(?:ix|iv|v?i{0,3})$/.test(last) && reading.tokens.kinds[to - 1] !== INITIAL;
}

/** "Marie Curie-stipendiet": a small word behind the last hyphen that is longer than the syllables of "Ji-woo". */
function isCompound(reading: Reading, from: number, to: number): boolean {
  return to - from > 1 && /-\p{Ll}{5,}$/u.test(written(reading, to - 1, to));
}

/**
 * "Math.max(", "<name>", "file_name": signs that touch a single word as no sentence has them. Names of files and folders
 * are none of them: "Ida_Holm.pdf" names somebody.
 */
function isCode({ text, tokens }: Reading, from: number, to: number): boolean {
  if (to - from > 1) return false;
  const start = tokens.starts[from] ?? 0;
  const end = tokens.ends[from] ?? 0;
  const before = text.slice(Math.max(0, start - 2), start);
  const after = text.slice(end, end + 6);
  if (CODE_BEFORE.test(before) || (CODE_AFTER.test(after) && !FILE_ENDING.test(after))) return true;
  return tokens.kinds[from] === LOWER_WORD && (before.endsWith('_') || after.startsWith('_'));
}

const CODE_BEFORE = /[\p{L}\d)\]]\.$|[$#<]$/u;
const CODE_AFTER = /^(?:\(|\.\p{Ll}|[=>[{])/u;
const FILE_ENDING = /^\.(?:docx?|xlsx?|pptx?|pdf|txt|rtf|msg|eml|csv|zip|jpe?g|png|tiff?|od[tsp])\b/;

function isJoined({ tokens }: Reading, at: number): boolean {
  return (tokens.begins[at] ?? 0) === 0;
}

function wordAt(reading: Reading, at: number): string {
  return at < 0 || at >= reading.tokens.count ? '' : textOf(reading, at, at + 1);
}

function textOf(reading: Reading, from: number, to: number): string {
  return written(reading, from, to).toLowerCase();
}

function written({ text, tokens }: Reading, from: number, to: number): string {
  return text.slice(tokens.starts[from] ?? 0, tokens.ends[to - 1] ?? 0);
}

const listed = (list: string): ReadonlySet<string> => new Set(list.split(',').map((name) => name.trim()));

const COMPANY_AFTER = listed(
  'a/s,aps,i/s,p/s,k/s,as,ab,asa,gmbh,ag,kg,ltd,limited,inc,inc.,llc,plc,co,corp,corporation,holding,group,gruppen,fonden,entreprise,transport,auto,byg,vvs,maskinfabrik,advokatfirma,søn,sønner',
);
const COMPANY_BEFORE = /firmaet$|^(?:firma|virksomheden|selskabet|fonden|brødrene|brdr\.?)$/;
/** Words that a firm's or an institution's name ends with. */
const TRADE =
  /(?:firma|fabrik|forretning|bageri|trykkeri|entreprise|maskiner|møbler|service|handel|huset|center|centret|skolen|hallen|hospital|fonden|legatet|prisen|museet|museum|gruppen)$/;

/** Nobody is called so but the brand. */
const BRANDS = listed(
  "carlsberg,tuborg,hugo boss,tommy hilfiger,calvin klein,ralph lauren,michael kors,louis vuitton,john deere,jack daniel,johnnie walker,harley davidson,rolls royce,levi strauss,mercedes,mercedes benz,marks spencer,jensens bøfhus,jensen’s bøfhus,jensen's bøfhus,anthon berg,dr. oetker,dr. martens,ben & jerry,marabou,lavazza,haribo,ikea",
);
/** People are called so too: a brand only behind a word of buying and working. */
const NAMES_AND_BRANDS = listed(
  'georg jensen,louis poulsen,carl hansen,johannes fog,harald nyborg,niels brock,peter justesen,bent brandt,ole lynggaard,johan bülow,lars larsen,peter larsen,chr. hansen,fritz hansen,arne jacobsen,kay bojesen,paul hartmann,hans just,carl ras,a. c. bang,philipson',
);
const BUYS = listed('fra,hos,på,i,en,et,ny,nye,nyt,butikken,varehuset,mærket,from,at');

/** Single words only: "Crohns sygdom", "Alzheimer". */
const DISEASES = listed(
  'crohn,parkinson,alzheimer,hodgkin,asperger,tourette,ménière,meniere,sjögren,rett,huntington,bechterew,dupuytren,raynaud,basedow,cushing,addison,scheuermann,creutzfeldt,guillain,barré,hashimoto,marfan,klinefelter',
);
