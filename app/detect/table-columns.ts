import type { TextContext } from './finding.ts';
import { type NamedKind, namingWords } from './naming-words.ts';

/**
 * Says what the header above a place names it. Places are asked for in rising order: it walks the text once, counting
 * tabs and newlines. Null when the text is no table or the header names no kind that we know.
 */
export function columnKinds(text: string, context: TextContext): (place: number) => NamedKind | null {
  const headers = context.columns;
  if (!headers || headers.length === 0) return () => null;
  const kinds = headers.map(kindOfHeader);
  let cell = context.firstCell ?? 0;
  let at = 0;
  return (place) => {
    for (; at < place; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit === TAB) cell += 1;
      else if (unit === NEWLINE) cell = 0;
    }
    return kinds[cell] ?? null;
  };
}

const TAB = 9;
const NEWLINE = 10;
const HEADER = 80;

/**
 * The last naming word of a header decides: "Kundens CPR-nr." is a CPR number. A header that says number or id of
 * something that we do not know ("Emne-id") is a reference, unless that something is a person.
 */
function kindOfHeader(header: string): NamedKind | null {
  const short = header.slice(0, HEADER).toLowerCase().trim();
  const kind = namingWords(short).at(-1)?.kind ?? null;
  return kind ?? (OF_SOMETHING.test(short) && !PERSON.test(short) ? 'case-number' : null);
}

const OF_SOMETHING = /[a-zæøå].*[\s.\-_]?(?:nr|nummer|number|no|id)\.?$/;
const PERSON =
  /person|borger|patient|klient|elev|barn|medarbejder|ansat|citizen|employee|child|pupil|student/;
