import type { Language } from './words.ts';

/** Numbers and times as a reader of one language expects them. Every function takes raw values, never text. */
export interface Formats {
  readonly number: (value: number, decimals?: number) => string;
  /** 0.125 is "12.5%". */
  readonly percent: (ratio: number) => string;
  /** In steps of 1000: 1.2 MB is 1,200,000 bytes. */
  readonly bytes: (value: number) => string;
  readonly date: (value: Date) => string;
  readonly dateTime: (value: Date) => string;
  /** Milliseconds, as the two largest units: "2 h 5 min". */
  readonly duration: (milliseconds: number) => string;
}

/** Costly to make, cheap to use: make one for each language. `timeZone` is an IANA name. @throws RangeError when there is no such zone */
export function createFormats(language: Language, timeZone: string): Formats {
  // en-GB with the month in letters: 02/03/2026 would be read two ways.
  const locale = { da: 'da-DK', en: 'en-GB' }[language];
  const day: Intl.DateTimeFormatOptions =
    language === 'da'
      ? { day: '2-digit', month: '2-digit', year: 'numeric' }
      : { day: 'numeric', month: 'short', year: 'numeric' };
  const date = new Intl.DateTimeFormat(locale, { ...day, timeZone });
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', timeZone });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const plain = new Intl.NumberFormat(locale);
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  return {
    number: (value, decimals) =>
      decimals === undefined ? plain.format(value) : withDecimals(locale, value, decimals),
    percent: (ratio) => percent.format(ratio),
    bytes: (value) => inBytes(locale, value),
    date: (value) => date.format(value),
    dateTime: (value) => `${date.format(value)} ${time.format(value)}`,
    duration: (milliseconds) => inUnits(whole, milliseconds, language),
  };
}

function withDecimals(locale: string, value: number, decimals: number): string {
  return new Intl.NumberFormat(locale, {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
}

function inBytes(locale: string, value: number): string {
  const names = ['B', 'kB', 'MB', 'GB', 'TB', 'PB'];
  const step = value < 1 ? 0 : Math.min(Math.floor(Math.log10(value) / 3), names.length - 1);
  const amount = value / 1000 ** step;
  const maximumFractionDigits = step > 0 && amount < 100 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits }).format(amount)} ${names[step] ?? ''}`;
}

function inUnits(whole: Intl.NumberFormat, milliseconds: number, language: Language): string {
  const names = { da: ['d.', 't.', 'min.', 'sek.'], en: ['d', 'h', 'min', 's'] }[language];
  const seconds = Math.max(0, Math.round(milliseconds / 1000));
  const amounts = [
    Math.floor(seconds / 86400),
    Math.floor(seconds / 3600) % 24,
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  ];
  const first = amounts.findIndex((amount) => amount > 0);
  if (first === -1) return `0 ${names[3] ?? ''}`;
  return amounts
    .map((amount, index) => ({ amount, text: `${whole.format(amount)} ${names[index] ?? ''}`, index }))
    .filter(({ amount, index }) => amount > 0 && (index === first || index === first + 1))
    .map(({ text }) => text)
    .join(' ');
}
