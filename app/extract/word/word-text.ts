/**
 * Word's text of before 2007 as plain text: its control characters are paragraphs, cells, breaks, fields and anchors
 * (MS-DOC 2.4.1). Codes of fields count as text, for they hold the addresses of links, save those that say nothing.
 */
export function plainWordText(text: string): string {
  return withoutSilentFields(text)
    .replaceAll('\u0007\u0007', '\n')
    .replaceAll(ANCHORS, '')
    .replaceAll(MARKS, (mark) => PLAIN[mark] ?? '\n');
}

/** Page numbers, tables of contents, forms and references within the document. */
const SILENT =
  /^\s*(TOC|PAGE|PAGEREF|NUMPAGES|SEQ|REF|NOTEREF|STYLEREF|SECTION|SECTIONPAGES|FORM\w+|DATE|TIME|SYMBOL|EMBED|SHAPE)\b/;

/** A field is its begin, its code, and then, behind a separator, what it shows. */
function withoutSilentFields(text: string): string {
  const pieces = text.split(/([\u0013\u0014\u0015])/);
  let kept = '';
  const silent: boolean[] = [];
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i] ?? '';
    if (piece === '\u0013') {
      silent.push(SILENT.test(pieces[i + 1] ?? ''));
      kept += ' ';
    } else if (piece === '\u0014') {
      silent[silent.length - 1] = false;
      kept += ' ';
    } else if (piece === '\u0015') silent.pop();
    else if (!silent.includes(true)) kept += piece;
  }
  return kept;
}

/** Where pictures, notes, comments and drawn objects are anchored; a hyphen that only shows at a line's end. */
const ANCHORS = /[\u0000-\u0006\u0008\u000e-\u0012\u0016-\u001d\u001f]/g;
const MARKS = /[\u0007\u000b\u000c\r\u001e\u00a0]/g;
const PLAIN: Record<string, string> = { '\u0007': '\t', '\u001e': '-', '\u00a0': '\u00a0' };
