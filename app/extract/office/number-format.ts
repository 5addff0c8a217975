/**
 * A number as a spreadsheet shows it under a format code (ECMA-376 part 1, 18.8.31): leading zeros and the hyphen of
 * 000000-0000, decimals, thousands, percent, dates and times. Dates are as the format has them, with numbers for months'
 * names. Without a format, and for fractions, the number is shown in full, never as 1E+09. Conditions and colours of
 * formats are passed over, and formats that hide a number do not hide it here.
 */
export function shownNumber(value: number, code: string, date1904: boolean): string {
  if (!Number.isFinite(value)) return '';
  const sections = split(code.slice(0, MAX_CODE));
  const section = (value < 0 ? sections[1] : value === 0 ? sections[2] : undefined) ?? sections[0] ?? [];
  const ownNegative = value < 0 && sections[1] !== undefined;
  if (section.some(({ kind }) => kind === 'date')) return shownDate(value, section, date1904);
  if (value === 0 && sections[2] !== undefined && !section.some(({ kind }) => kind === 'digit'))
    return section.map(({ text }) => text).join('');
  if (!section.some(({ kind }) => kind === 'digit') || section.some(({ kind }) => kind === 'plain'))
    return plainNumber(value);
  return shownDigits(ownNegative ? -value : value, section);
}

/** All digits of a number, as it was typed: 15 significant ones, which is what a spreadsheet keeps. */
function plainNumber(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  const rounded = Number(value.toPrecision(15));
  return Number.isInteger(rounded) && Math.abs(rounded) < 1e21 ? BigInt(rounded).toString() : String(rounded);
}

interface Token {
  readonly kind: 'digit' | 'point' | 'comma' | 'percent' | 'literal' | 'date' | 'plain';
  readonly text: string;
}

const PIECES =
  /"([^"]*)"?|\\(.)|_.|\*.|\[(h+|m+|s+)\]|\[[^\]]*\]|General|[Ee][+-][0#?]+|[#?0]+\s*\/\s*[#?0-9]+|AM\/PM|A\/P|([yY]+|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?)|([0#?])|(.)/gs;

/** Excel allows 255 characters. */
const MAX_CODE = 500;

const parsed = new Map<string, Token[][]>();

/** A format's sections: for positive numbers, negative ones, zero, text. Formats are few, so they are kept. */
function split(code: string): Token[][] {
  const known = parsed.get(code);
  if (known) return known;
  const sections: Token[][] = [[]];
  for (const match of code.matchAll(PIECES)) {
    const [piece, quoted, escaped, elapsed, date, digit, other] = match;
    const section = sections.at(-1) ?? [];
    if (other === ';') sections.push([]);
    else if (quoted !== undefined) section.push({ kind: 'literal', text: quoted });
    else if (escaped !== undefined) section.push({ kind: 'literal', text: escaped });
    else if (elapsed !== undefined) section.push({ kind: 'date', text: `[${elapsed.toLowerCase()}` });
    else if (date !== undefined) section.push({ kind: 'date', text: date.toLowerCase() });
    else if (/^A(M\/PM|\/P)$/.test(piece)) section.push({ kind: 'date', text: 'ap' });
    else if (piece === 'General' || (/^[Ee]|\//.test(piece) && piece.length > 1))
      section.push({ kind: 'plain', text: '' });
    else if (digit !== undefined) section.push({ kind: 'digit', text: digit });
    else if (piece === '.') section.push({ kind: 'point', text: '.' });
    else if (piece === ',') section.push({ kind: 'comma', text: ',' });
    else if (piece === '%') section.push({ kind: 'percent', text: '%' });
    else if (piece.startsWith('[$'))
      section.push({ kind: 'literal', text: /^\[\$([^\]-]*)/.exec(piece)?.[1] ?? '' });
    else if (other !== undefined && other !== '@') section.push({ kind: 'literal', text: other });
  }
  if (parsed.size < 10_000) parsed.set(code, sections);
  return sections;
}

function shownDigits(value: number, section: readonly Token[]): string {
  const point = section.findIndex(({ kind }) => kind === 'point');
  const whole = point < 0 ? section : section.slice(0, point);
  const fraction = point < 0 ? [] : section.slice(point + 1);
  const scaled = value * (section.some(({ kind }) => kind === 'percent') ? 100 : 1);
  const decimals = fraction.filter(({ kind }) => kind === 'digit').length;
  const [integers = '0', rest = ''] = decimalText(Math.abs(scaled), decimals).split('.');
  const digits = integers === '0' ? '' : integers;
  const text = wholeDigits(digits, whole) + (decimals > 0 ? '.' : '') + fractionDigits(rest, fraction);
  return value < 0 ? `-${text}` : text;
}

function decimalText(value: number, decimals: number): string {
  if (decimals === 0) return plainNumber(Math.round(value));
  return value < 1e21 ? Number(value.toPrecision(15)).toFixed(Math.min(decimals, 30)) : plainNumber(value);
}

/** Fills the places from the right; digits that are left go before the first place. */
function wholeDigits(digits: string, tokens: readonly Token[]): string {
  const places = tokens.filter(({ kind }) => kind === 'digit').length;
  let left = digits.length;
  let place = places;
  let text = '';
  for (const token of tokens.toReversed()) {
    if (token.kind !== 'digit') {
      if (token.kind === 'literal' || token.kind === 'percent') text = token.text + text;
      continue;
    }
    place--;
    if (place === 0) {
      text = (left > 0 ? digits.slice(0, left) : token.text === '0' ? '0' : '') + text;
    } else if (left > 0) {
      left--;
      text = (digits[left] ?? '') + text;
    } else if (token.text === '0') text = '0' + text;
  }
  return text;
}

function fractionDigits(digits: string, tokens: readonly Token[]): string {
  let at = 0;
  let text = '';
  for (const token of tokens) {
    if (token.kind === 'digit') text += digits[at++] ?? '';
    else if (token.kind === 'literal' || token.kind === 'percent') text += token.text;
  }
  return text;
}

const DAY = 86_400_000;

function shownDate(serial: number, section: readonly Token[], date1904: boolean): string {
  // Day 60 of the 1900 calendar is a 29 February that never was: from there on, days count from one day earlier.
  const epoch = date1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const time = new Date(epoch + Math.round((serial * DAY) / 1000) * 1000);
  if (Number.isNaN(time.getTime()) || serial < 0) return plainNumber(serial);
  const half = section.some(({ text }) => text === 'ap');
  return section
    .map((token, at) => {
      if (token.kind !== 'date') return token.kind === 'digit' ? '' : token.text;
      return datePiece(token.text, time, { half, minutes: isMinutes(section, at), serial });
    })
    .join('');
}

/** "m" is minutes next to hours or seconds, else months. */
function isMinutes(section: readonly Token[], at: number): boolean {
  const dates = section.map(({ kind, text }, i) => ({ kind, text, i })).filter(({ kind }) => kind === 'date');
  const here = dates.findIndex(({ i }) => i === at);
  return /^\[?h/.test(dates[here - 1]?.text ?? '') || /^\[?s/.test(dates[here + 1]?.text ?? '');
}

function datePiece(
  piece: string,
  time: Date,
  of: { half: boolean; minutes: boolean; serial: number },
): string {
  const two = (value: number): string => String(value).padStart(Math.min(piece.length, 2), '0');
  switch (piece.charAt(0)) {
    case 'y':
      return piece.length <= 2
        ? String(time.getUTCFullYear() % 100).padStart(2, '0')
        : String(time.getUTCFullYear());
    case 'm':
      return two(of.minutes ? time.getUTCMinutes() : time.getUTCMonth() + 1);
    case 'd':
      return piece.length <= 2 ? two(time.getUTCDate()) : '';
    case 'h':
      return two(of.half ? time.getUTCHours() % 12 || 12 : time.getUTCHours());
    case 's':
      return String(time.getUTCSeconds()).padStart(Math.min(/^s+/.exec(piece)?.[0].length ?? 1, 2), '0');
    case 'a':
      return time.getUTCHours() < 12 ? 'AM' : 'PM';
    default:
      return String(Math.floor(of.serial * (piece[1] === 'h' ? 24 : piece[1] === 'm' ? 1440 : 86_400)));
  }
}
