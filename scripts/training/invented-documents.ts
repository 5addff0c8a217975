import type { GoldSpan, GoldText, Language } from './corpus.ts';
import type { People } from './invented-people.ts';
import { FRAMES } from './frames.ts';

export interface Places {
  readonly towns: readonly string[];
  readonly streets: readonly string[];
}

/**
 * Invented letters, mails, minutes, chats, forms and lists, since the corpora have running text only. Frames with
 * `{slots}` are filled; a slot's kind decides whether it is marked.
 */
export function inventDocuments(
  count: number,
  people: People,
  places: Places,
  random: () => number,
): GoldText[] {
  const frames = FRAMES.flatMap(({ language, weight, lines }) =>
    Array.from({ length: weight }, () => ({ language, lines })),
  );
  const texts: GoldText[] = [];
  for (let index = 0; index < count; index += 1) {
    const frame = frames[Math.floor(random() * frames.length)];
    if (frame) texts.push(fill(frame.lines, frame.language, people, places, random));
  }
  return texts;
}

function fill(
  lines: string,
  language: Language,
  people: People,
  { towns, streets }: Places,
  random: () => number,
): GoldText {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const digits = (length: number): string =>
    Array.from({ length }, () => Math.floor(random() * 10))
      .join('')
      .replace(/^0/, '2');
  const kept: { full: string; given: string } = { full: people.full(), given: people.given() };
  const values: Readonly<Record<string, () => readonly [GoldSpan['kind'] | null, string]>> = {
    person: () => ['PER', people.full()],
    same: () => ['PER', kept.full],
    given: () => ['PER', people.given()],
    surname: () => ['PER', people.surname()],
    genitive: () => ['PER', genitive(random() < 0.5 ? people.given() : people.full())],
    initials: () => ['PER', `${people.given().charAt(0)}. ${people.surname()}`],
    nick: () => ['PER', people.given().toLowerCase()],
    smalltown: () => ['LOC', pick(towns).toLowerCase()],
    smallstreet: () => ['LOC', pick(streets).toLowerCase()],
    smallperson: () => ['PER', people.full().toLowerCase()],
    town: () => ['LOC', pick(towns)],
    street: () => ['LOC', pick(streets)],
    company: () => ['ORG', people.company()],
    house: () => [null, String(1 + Math.floor(random() * 199))],
    floor: () => [null, pick(['', '', ', 1. tv.', ', st. th.', ', 3. sal', ', 2. mf'])],
    postcode: () => [null, String(1000 + Math.floor(random() * 8900))],
    date: () => [
      null,
      `${1 + Math.floor(random() * 28)}.${1 + Math.floor(random() * 12)}.20${10 + Math.floor(random() * 16)}`,
    ],
    time: () => [null, `${10 + Math.floor(random() * 12)}:${10 + Math.floor(random() * 49)}`],
    phone: () => [null, digits(8).replace(/(\d\d)(?=\d)/g, '$1 ')],
    number: () => [null, digits(2 + Math.floor(random() * 6))],
    party: () => [null, pick(['S', 'V', 'KF', 'EL', 'RV', 'SF', 'DF', 'LA', 'M'])],
  };
  let text = '';
  const spans: GoldSpan[] = [];
  for (const part of lines.split(/(\{[a-z]+\})/)) {
    const slot = part.startsWith('{') ? values[part.slice(1, -1)] : undefined;
    if (!slot) {
      text += part;
      continue;
    }
    const [kind, value] = slot();
    if (kind) spans.push({ kind, start: text.length, end: text.length + value.length });
    text += value;
  }
  return { text, spans, language };
}

function genitive(name: string): string {
  return /[sxz]$/i.test(name) ? `${name}'` : `${name}s`;
}
