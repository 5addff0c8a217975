import { categories } from '#detect/categories/categories.ts';
import { detectors } from '#detect/detectors.ts';
import { createDocumentReader, createTextScanner, detect, type NameModel } from '#detect/index.ts';
import { readNameModel } from '#scan/offline.ts';

/**
 * How fast one text was searched: megabytes of UTF-8 a second on one core, by the thread's own time, so that what else
 * the machine does is not counted. `timesNormal` is how many times as long as normal text a text made to be slow takes.
 */
export interface Speed {
  readonly name: string;
  readonly megabytesPerSecond: number;
  readonly findings: number;
  readonly timesNormal?: number;
}

/**
 * Searches the same normal text with everything and with each part alone, then texts made to be slow with everything, as
 * files are read: in windows, names and special categories included. `megabytes` of each.
 */
export function benchDetection(megabytes = 10): Speed[] {
  const names = readNameModel();
  const normal = normalText(megabytes * MEGABYTE, 7);
  const everything = (text: string): number => scanned(text, names);
  const all = speedOf('everything', normal, everything);
  const numbers = detectors.filter(({ id }) => id !== 'names');
  return [
    all,
    speedOf('identifiers alone', normal, (text) =>
      countOf(text, (piece) => numbers.flatMap((one) => one.detect(piece, {}))),
    ),
    ...detectors.map((one) =>
      speedOf(one.id === 'names' ? 'names alone' : `  ${one.id}`, normal, (text) =>
        countOf(text, (piece) => one.detect(piece, { names })),
      ),
    ),
    categoriesAlone(normal, names),
    speedOf('kinds of documents alone', normal, readAsDocument),
    ...Object.entries(SLOW).map(([name, piece]) => {
      const text = piece.repeat(Math.ceil((megabytes * MEGABYTE) / piece.length));
      return comparedTo(all, speedOf(name, text, everything));
    }),
    comparedTo(all, speedOf('normal text on one line', normal.replaceAll('\n', ' '), everything)),
  ];
}

function scanned(text: string, names: NameModel): number {
  const scanner = createTextScanner({ names });
  let findings = 0;
  for (let at = 0; at < text.length; at += PIECE) findings += scanner.push(text.slice(at, at + PIECE)).length;
  return findings + scanner.finish().length;
}

function countOf(text: string, search: (piece: string) => readonly unknown[]): number {
  let found = 0;
  for (let at = 0; at < text.length; at += PIECE) found += search(text.slice(at, at + PIECE)).length;
  return found;
}

/** The second step has the first one's findings at hand, which are found before the clock runs. */
function categoriesAlone(text: string, names: NameModel): Speed {
  const known = new Map<string, ReturnType<typeof detect>>();
  const piecesOf = (whole: string): string[] =>
    Array.from({ length: Math.ceil(whole.length / PIECE) }, (_, at) =>
      whole.slice(at * PIECE, (at + 1) * PIECE),
    );
  for (const piece of piecesOf(text)) known.set(piece, detect(piece, { names }));
  return speedOf('special categories alone', text, (whole) =>
    countOf(whole, (piece) => categories.detect(piece, {}, known.get(piece) ?? [])),
  );
}

/** Without findings, which reading a file gives it as they come. */
function readAsDocument(text: string): number {
  const reader = createDocumentReader('brev.txt');
  for (let at = 0; at < text.length; at += PIECE) reader.push(text.slice(at, at + PIECE), { path: [] });
  return reader.finish() === null ? 0 : 1;
}

function comparedTo(normal: Speed, slow: Speed): Speed {
  return { ...slow, timesNormal: normal.megabytesPerSecond / slow.megabytesPerSecond };
}

/** Characters handed over at a time, as reading a file does. */
const PIECE = 64 * 1024;

/** Danish office prose of about `length` characters with a number or an address every few lines; same seed, same text. */
export function normalText(length: number, seed: number): string {
  const random = seededRandom(seed);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const digits = (count: number): string =>
    Array.from({ length: count }, () => Math.floor(random() * 10)).join('');
  const paragraphs: string[] = [];
  let made = 0;
  while (made < length) {
    const words = Array.from({ length: 40 + Math.floor(random() * 60) }, () => pick(WORDS));
    words.splice(
      10,
      0,
      pick([
        `010${digits(3)}-${digits(4)}`,
        `tlf. 2${digits(7)}`,
        `${pick(WORDS)}@firma.dk`,
        `ordrenr. ${digits(10)}`,
        `${digits(2)}.${digits(3)},50 kr.`,
        `den ${digits(1)}. maj 20${digits(2)}`,
      ]),
    );
    const paragraph = `${words.join(' ')}.\n`;
    paragraphs.push(paragraph);
    made += paragraph.length;
  }
  return paragraphs.join('');
}

/** Repeated without end, each makes some careless pattern slow. */
const SLOW: Readonly<Record<string, string>> = {
  spaces: ' ',
  digits: '1234567890',
  'at signs': '@',
  'a@ repeated': 'a@',
  capitals: 'ABCDEFGH',
  'one word': 'ord',
  'one and a space': '1 ',
  'country codes': '+45 ',
  'dates of ten digits': '0101801234\n',
  'eight digits': '20304050\n',
  'groups of four': '4571 ',
  'IBAN beginnings': 'DK50 ',
  'eleven digits': '44051401359 ',
  'codes of letters and digits': 'AB12345 ',
  'pairs of digits': '12 34 ',
  dates: '12.03.1980 ',
  labels: 'password: ',
  'colons, half a word each': 'a:',
  'internet addresses': '10.0.0.1 ',
  'lines of a passport': 'P<DNK',
};

const MEGABYTE = 1_000_000;
const WORDS =
  'og i at det er en til på for af med vi har ikke som den de kan skal fra møde aftale rapport afdeling medarbejder projekt budget kunde levering referat sag dokument kontor leder uge måned beslutning ansvar økonomi bestyrelse punkt dagsorden opgave følgende vedrørende København Århus Odense Hansen Nielsen Søren Anne'.split(
    ' ',
  );

function speedOf(name: string, text: string, search: (text: string) => number): Speed {
  search(text.slice(0, MEGABYTE));
  const bytes = Buffer.byteLength(text);
  const before = process.threadCpuUsage();
  const findings = search(text);
  const { user, system } = process.threadCpuUsage(before);
  const seconds = (user + system) / 1_000_000;
  return { name, megabytesPerSecond: bytes / MEGABYTE / Math.max(seconds, 0.001), findings };
}

/** mulberry32: small, seeded, good enough to make text. */
function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
