import { EMPTY, hashUnit } from './hashing.ts';
import { TABLED } from './letters.ts';
import type { Reading } from './reading.ts';

/** Endings of words that are streets, alone or as a word's end, in the six languages; without accents. */
const ENDINGS = [
  ...[
    'vej',
    'vejen',
    'gade',
    'gaden',
    'alle',
    'alleen',
    'stræde',
    'strædet',
    'plads',
    'pladsen',
    'torv',
    'torvet',
  ],
  ...[
    'boulevard',
    'boulevarden',
    'vænge',
    'vænget',
    'parken',
    'stien',
    'bakken',
    'toften',
    'marken',
    'vang',
    'vangen',
  ],
  ...[
    'haven',
    'haverne',
    'skrænten',
    'dalen',
    'lunden',
    'engen',
    'kajen',
    'kaj',
    'brygge',
    'volden',
    'gyden',
    'løkken',
  ],
  ...[
    'agervej',
    'krogen',
    'banen',
    'bakke',
    'gate',
    'gata',
    'gaten',
    'veien',
    'vegen',
    'vei',
    'veg',
    'plass',
    'torget',
  ],
  ...[
    'gatan',
    'vægen',
    'væg',
    'grænd',
    'backen',
    'straße',
    'strasse',
    'str',
    'weg',
    'platz',
    'allee',
    'ufer',
    'gasse',
  ],
  ...['street', 'road', 'avenue', 'lane', 'drive', 'square', 'terrace'],
];

/** Endings that a street's last word may have though shorter words end so as well: only as words of their own. */
const WHOLE_ONLY: ReadonlySet<string> = new Set([
  'str',
  'drive',
  'lane',
  'veg',
  'væg',
  'alle',
  'road',
  'gate',
  'kaj',
]);

const BY_HASH: ReadonlyMap<number, boolean> = new Map(
  ENDINGS.map((word) => {
    let hash = EMPTY;
    for (let at = word.length - 1; at >= 0; at -= 1) hash = hashUnit(hash, foldedSmall(word.charCodeAt(at)));
    return [hash, WHOLE_ONLY.has(word)];
  }),
);

function foldedSmall(unit: number): number {
  return unit === 0xdf ? 0x73 : unit;
}

/** Whether a token ends as streets do ("Nørregade", "Allé", "Boulevard"). Reads it from its end. */
export function endsAsStreet({ text, tokens, letters }: Reading, at: number): boolean {
  const start = tokens.starts[at] ?? 0;
  let place = tokens.ends[at] ?? 0;
  let hash = EMPTY;
  for (let length = 1; place > start && length <= 10; length += 1) {
    place -= 1;
    const unit = text.charCodeAt(place);
    hash = hashUnit(hash, unit < TABLED ? (letters.folded[unit] ?? unit) : unit);
    const wholeOnly = BY_HASH.get(hash);
    if (wholeOnly === undefined) continue;
    if (place === start || (!wholeOnly && length >= 3 && place - start >= 2)) return true;
  }
  return false;
}
