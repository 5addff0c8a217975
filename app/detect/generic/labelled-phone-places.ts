import { isDigit } from '../characters.ts';
import type { PhonePlace } from './phone-places.ts';

/**
 * Numbers right behind a label and its colon ("Mobile: 737 219 628"), in whatever writing: numbers of countries whose
 * national writing we do not know. Six to fourteen digits with single signs between. Goes from colon to colon.
 */
export function labelledPhonePlaces(text: string): PhonePlace[] {
  const places: PhonePlace[] = [];
  for (let colon = text.indexOf(':'); colon >= 0; colon = text.indexOf(':', colon + 1)) {
    const start = beginsNumber(text, colon + 1);
    if (start < 0 || !LABEL.test(text.slice(Math.max(0, colon - LONGEST_LABEL), colon))) continue;
    NUMBER.lastIndex = start;
    const written = NUMBER.exec(text)?.[0];
    if (written === undefined) continue;
    const digits = written.replace(/\D/g, '').length;
    if (digits >= FEWEST && digits <= MOST)
      places.push({ start, end: start + written.length, writing: 'behind-its-label' });
  }
  return places;
}

/** Where a number begins behind at most two blanks; -1 where none does. */
function beginsNumber(text: string, from: number): number {
  for (let at = from; at < from + 3; at += 1) {
    const unit = text.charCodeAt(at);
    if (isDigit(unit) || unit === BRACKET || unit === PLUS) return at;
    if (unit !== SPACE && unit !== NEWLINE && unit !== TAB) return -1;
  }
  return -1;
}

const LONGEST_LABEL = 14;
const LABEL =
  /(?<!\p{L})(?:tlf|tel|telefon|telephone|phone|mobil|mobile|mobilnr|mob|fax|cell|desk|direkte|telefonnr|telefonnummer)\.?(?: ?nr\.?| number)?$/iu;
const NUMBER = /\(?\+?\d(?:[ .\-]?[()]?[ .\-]?\d){5,14}(?![\d\p{L}])/uy;
const FEWEST = 6;
const MOST = 14;
const BRACKET = 0x28;
const PLUS = 0x2b;
const SPACE = 0x20;
const NEWLINE = 0x0a;
const TAB = 0x09;
