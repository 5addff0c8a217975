import type { TextContext } from '../finding.ts';

/** What a column's header or a form's label says that its values are; null when it says nothing of names. */
export type NamedContent = 'person' | 'perhaps-person' | 'place' | 'other';

/** One cell that a header names: its trimmed text stands from `start` to `end`. */
export interface NamedCell {
  readonly start: number;
  readonly end: number;
  readonly content: NamedContent;
}

/** The cells of a table whose headers are in the context, as far as a header says what they hold. In order. */
export function namedCells(text: string, { columns, firstCell }: TextContext): NamedCell[] {
  const contents = (columns ?? []).map(contentOf);
  if (contents.every((content) => content === null)) return [];
  const cells: NamedCell[] = [];
  let cell = firstCell ?? 0;
  let from = 0;
  for (let at = 0; at <= text.length; at += 1) {
    const unit = at < text.length ? text.charCodeAt(at) : NEWLINE;
    if (unit !== TAB && unit !== NEWLINE) continue;
    const content = contents[cell] ?? null;
    if (content !== null && at - from <= LONGEST_CELL) {
      const written = text.slice(from, at);
      const start = from + (written.length - written.trimStart().length);
      const end = from + written.trimEnd().length;
      // The row of headers itself is no name, and stands in the text as well.
      if (start < end && written.trim() !== columns?.[cell]?.trim()) cells.push({ start, end, content });
    }
    cell = unit === TAB ? cell + 1 : 0;
    from = at + 1;
  }
  return cells;
}

/** By the words of the header; Danish first, then the neighbours. */
export function contentOf(header: string): NamedContent | null {
  const words = header.slice(0, 60).toLowerCase().trim();
  if (OTHER.test(words)) return 'other';
  if (PERSON.test(words)) return 'person';
  if (PLACE.test(words)) return 'place';
  return PERHAPS_PERSON.test(words) ? 'perhaps-person' : null;
}

const TAB = 9;
const NEWLINE = 10;
const LONGEST_CELL = 120;

const OTHER =
  /firma|virksomhed|selskab|company|organi[sz]ation|företag|foretak|unternehmen|produkt|product|vare(?!tægt)|artikel|article|item|beskrivelse|description|titel|title|mail|afdeling|department|fil(?:navn|name)|brugernavn|user ?name|login|nummer|nr\b|\bno\b|\bid\b|dato|date|bank(?!rådgiver)|projekt|project|status|kategori|category/;
const PERSON =
  /(?:for|efter|mellem|fulde?|kæle|pige|fødsels?|medarbejder|patient|elev|borger|barnets?|ejer|ansat|etter|ekte)[ -]?navn|(?:first|last|given|family|full|middle|maiden|employee|patient|student|sur|fore)[ _-]?name|^(?:vor|nach|familien)name|(?:för|efter)namn|kontaktperson|contact person|ansprechpartner|^(?:medarbejdere?|ansat|employee|sagsbehandler|patient|elev|borger|deltagere?|participant|ejer|lejer|beboer|formand|kasserer|forfatter|author|underskriver|indehaver|pårørende|værge|rådgiver|leder|chef|manager|ansvarlig|kontakt|contact|kunde?kontakt|sælger|konsulent|læge|underviser|lærer|far|mor|forælder)$/;
const PLACE =
  /adresse|address|^(?:vej|gade|street|gate|gatuadress|by|city|town|bynavn|postdistrikt|postort|poststed|stad|ort|land|country|sted|bopæl|fødested)$/;
const PERHAPS_PERSON =
  /^(?:navne?|names?|namn|namen?|kunde|customer|klient|client|medlem|member|person)(?:\s|$)/;
