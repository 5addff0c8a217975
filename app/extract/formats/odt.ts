import type { SeekingFormat } from '../format.ts';
import { OPEN_DOCUMENT, openDocument, textContent } from '../office/open-document.ts';

/** OpenDocument texts and formulas: body, headers and footers, notes, comments, deleted text, links, properties. */
export const odt: SeekingFormat = {
  id: 'odt',
  version: 4,
  mimes: ['text', 'text-template', 'text-master', 'text-web', 'formula', 'chart', 'database', 'base'].map(
    (kind) => `${OPEN_DOCUMENT}.${kind}`,
  ),
  withoutText: 'no_text',
  access: 'seeking',
  extract: openDocument(textContent),
};
