/** Text as it is drawn: where it begins, from the top left, in units of the drawing. */
export interface DrawnText {
  readonly y: number;
  readonly text: string;
}

/** Pieces on one height are one line, with blanks between them; in the order in which they are drawn. */
export function drawnLines(texts: Iterable<DrawnText>): string[] {
  const found: string[] = [];
  let height: number | null = null;
  for (const { y, text } of texts) {
    const words = text.replaceAll(/[\u0000-\u001f\ufffd\uffff]+/g, ' ').trim();
    if (words === '') continue;
    if (y === height) found.push(`${found.pop() ?? ''} ${words}`);
    else found.push(words);
    height = y;
    if (found.length >= MAX_LINES) break;
  }
  return found;
}

const MAX_LINES = 200_000;
