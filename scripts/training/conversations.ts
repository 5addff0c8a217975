import type { GoldSpan, GoldText } from './corpus.ts';
import type { People } from './invented-people.ts';
import { inSmall } from './variants.ts';

/**
 * Sentences of the corpora said by invented people: chats, debates, interviews and threads, in the ways in which
 * programs and stenographers write who speaks. The frames teach only their own few words; here each text is another.
 */
export function asConversation(
  sentences: readonly GoldText[],
  people: People,
  random: () => number,
): GoldText {
  const pick = <T>(list: readonly T[], otherwise: T): T =>
    list[Math.floor(random() * list.length)] ?? otherwise;
  const style = pick(STYLES, PLAIN);
  const small = random() < SMALL;
  const speakers = Array.from({ length: 2 + Math.floor(random() * 3) }, () =>
    speakerOf(style.name, people, random),
  );
  let text = '';
  const spans: GoldSpan[] = [];
  sentences.forEach((original, index) => {
    const sentence = small ? inSmall(original) : original;
    const speaker = pick(speakers, '');
    const name = small && style.name === 'given' ? speaker.toLowerCase() : speaker;
    const [before, after] = style.around(index, random);
    text += before;
    if (style.name !== 'initials')
      spans.push({ kind: 'PER', start: text.length, end: text.length + name.length });
    text += name + after;
    const at = text.length;
    for (const { start, end, kind } of sentence.spans) spans.push({ start: start + at, end: end + at, kind });
    text += `${sentence.text}\n`;
  });
  return { text, spans, language: sentences[0]?.language ?? 'da' };
}

interface Style {
  readonly name: 'given' | 'full' | 'surname' | 'short' | 'initials';
  /** What stands before and after the speaker's name. */
  readonly around: (line: number, random: () => number) => readonly [string, string];
}

const digits = (value: number): string => String(value).padStart(2, '0');
const clock = (line: number, random: () => number): string =>
  `${digits(8 + Math.floor(line / 6))}:${digits((line * 7 + Math.floor(random() * 7)) % 60)}`;
const PARTIES = ['V', 'S', 'A', 'KF', 'C', 'SF', 'EL', 'Ø', 'DF', 'O', 'RV', 'B', 'LA', 'M', 'Å', 'NB'];
const party = (random: () => number): string => PARTIES[Math.floor(random() * PARTIES.length)] ?? 'V';
const CHAIRS = [
  'Formanden',
  'Første næstformand',
  'Ministeren',
  'Borgmesteren',
  'Ordføreren',
  'Finansministeren',
  'Dirigenten',
];

/** So many of them are written without capitals. */
const SMALL = 0.45;
const PLAIN: Style = { name: 'given', around: () => ['', ': '] };
const STYLES: readonly Style[] = [
  PLAIN,
  { name: 'given', around: () => ['', ': '] },
  { name: 'given', around: (line, random) => [`[${clock(line, random)}] `, ': '] },
  { name: 'given', around: (line, random) => [`${clock(line, random)} `, ': '] },
  { name: 'given', around: (line, random) => [`${clock(line, random)} – `, ': '] },
  { name: 'given', around: () => ['', ' skrev: '] },
  { name: 'given', around: () => ['@', ' '] },
  { name: 'full', around: (line, random) => [`${clock(line, random)} - `, ': '] },
  { name: 'full', around: (line, random) => ['', ` ${clock(line, random)}\n`] },
  { name: 'full', around: (_, random) => ['', ` (${party(random)}):\n`] },
  { name: 'full', around: (_, random) => ['', ` (${party(random)}): `] },
  {
    name: 'full',
    around: (_, random) => [`${CHAIRS[Math.floor(random() * CHAIRS.length)] ?? ''} (`, '):\n'],
  },
  { name: 'full', around: (_, random) => [`${CHAIRS[Math.floor(random() * CHAIRS.length)] ?? ''} `, ': '] },
  { name: 'surname', around: (_, random) => ['', ` (${party(random)}): `] },
  { name: 'short', around: (line, random) => [`${clock(line, random)} – `, ': '] },
  { name: 'short', around: () => ['', ': '] },
  { name: 'initials', around: () => ['', ': '] },
];

function speakerOf(style: Style['name'], people: People, random: () => number): string {
  if (style === 'full') return people.full();
  if (style === 'surname') return people.surname();
  if (style === 'short') return `${people.given()} ${people.surname().charAt(0)}${random() < 0.5 ? '.' : ''}`;
  if (style === 'initials') return people.given().charAt(0) + people.surname().charAt(0).toUpperCase();
  return people.given();
}
