import { detect } from '#detect/index.ts';
import { detectors } from '#detect/detectors.ts';

/**
 * How fast one text was searched: megabytes of UTF-8 a second on one core, by the thread's own time, so that what else
 * the machine does is not counted.
 */
export interface Speed {
  readonly name: string;
  readonly megabytesPerSecond: number;
  readonly findings: number;
}

/** Searches normal text, with every detector and with each alone, and texts made to be slow. `megabytes` of each. */
export function benchDetection(megabytes = 10): Speed[] {
  const normal = normalText(megabytes * MEGABYTE, 7);
  return [
    speedOf('normal text', normal, countFindings),
    ...detectors.map((detector) =>
      speedOf(`  ${detector.id} alone`, normal, (text) => detector.detect(text, {}).length),
    ),
    ...Object.entries(SLOW).map(([name, piece]) =>
      speedOf(name, piece.repeat(Math.ceil((megabytes * MEGABYTE) / piece.length)), countFindings),
    ),
  ];
}

function countFindings(text: string): number {
  return detect(text).length;
}

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
  return { name, megabytesPerSecond: Math.round(bytes / MEGABYTE / Math.max(seconds, 0.001)), findings };
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

if (import.meta.main)
  for (const { name, megabytesPerSecond, findings } of benchDetection())
    console.log(`${name.padEnd(22)} ${String(megabytesPerSecond).padStart(5)} MB/s ${findings} findings`);
