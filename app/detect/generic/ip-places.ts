import { isDigit, isLetter } from '../characters.ts';

export interface IpPlace {
  readonly start: number;
  readonly end: number;
  readonly version: 'version-4' | 'version-6';
}

/** Four numbers up to 255 with dots between, and a prefix length of at most 32 behind a slash. */
export function ipv4Places(text: string): IpPlace[] {
  const places: IpPlace[] = [];
  for (const match of text.matchAll(VERSION_4)) {
    const start = match.index;
    if (isLetter(text.charCodeAt(start - 1)) || !isVersion4(match[1] ?? '')) continue;
    const end = start + match[0].length;
    if (isLetter(text.charCodeAt(end)) && !match[0].includes('/')) continue;
    places.push({ start, end, version: 'version-4' });
  }
  return places;
}

/**
 * Version 6. Jumps from colon to colon and looks closer only where another colon stands within five characters, as in
 * every such address; a run of hex digits, colons and dots is read once.
 */
export function ipv6Places(text: string): IpPlace[] {
  const places: IpPlace[] = [];
  for (let at = text.indexOf(':'); at >= 0; at = text.indexOf(':', at + 1)) {
    let end = at + 1;
    while (end - at < LONGEST_RUN && isRunUnit(text.charCodeAt(end))) end += 1;
    const next = text.indexOf(':', at + 1);
    if (next < 0) break;
    if (next < end) {
      let start = at;
      while (at - start < 5 && isRunUnit(text.charCodeAt(start - 1))) start -= 1;
      const place = placeIn(text, start, end);
      if (place) places.push(place);
    }
    at = end - 1;
  }
  return places;
}

const VERSION_4 = /(?<![\d.])(\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3})(?!\d)(?:\/(?:3[0-2]|[12]?\d)(?!\d))?/g;
const LONGEST_RUN = 60;

function isRunUnit(unit: number): boolean {
  return (
    isDigit(unit) ||
    (unit >= 0x61 && unit <= 0x66) ||
    (unit >= 0x41 && unit <= 0x46) ||
    unit === 0x3a ||
    unit === 0x2e
  );
}

function placeIn(text: string, start: number, runEnd: number): IpPlace | null {
  if (runEnd - start >= LONGEST_RUN || isLetter(text.charCodeAt(start - 1))) return null;
  let end = runEnd;
  while (text.charAt(end - 1) === '.') end -= 1;
  if (isLetter(text.charCodeAt(end)) || !isVersion6(text.slice(start, end))) return null;
  const suffix = /^(?:%\w{1,15})?(?:\/(?:12[0-8]|1[01]\d|[1-9]?\d)(?!\d))?/.exec(text.slice(end, end + 24));
  return { start, end: end + (suffix?.[0].length ?? 0), version: 'version-6' };
}

/** Eight groups of hex digits, or fewer with one `::`; the last two may be a version 4 address. */
function isVersion6(written: string): boolean {
  const halves = written.split('::');
  if (halves.length > 2 || !/\d/.test(written) || !/^(?:::|[0-9a-f]{3,4}:|64:)/i.test(written)) return false;
  const embedded = /:(\d+\.[\d.]+)$/.exec(written)?.[1] ?? '';
  if (embedded !== '' && !isVersion4(embedded)) return false;
  const plain = embedded === '' ? written : `${written.slice(0, -embedded.length)}0:0`;
  const groups = plain.split('::').flatMap((half) => (half === '' ? [] : half.split(':')));
  if (!groups.every((group) => /^[0-9a-f]{1,4}$/i.test(group))) return false;
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8;
}

function isVersion4(written: string): boolean {
  const parts = written.split('.');
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255);
}
