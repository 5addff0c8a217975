import type { SeekingFormat } from '../format.ts';
import { OPEN_DOCUMENT, openDocument, slideContent } from '../office/open-document.ts';

/** OpenDocument presentations and drawings: by slide, with their notes. */
export const odp: SeekingFormat = {
  id: 'odp',
  version: 3,
  mimes: ['presentation', 'presentation-template', 'graphics', 'graphics-template'].map(
    (kind) => `${OPEN_DOCUMENT}.${kind}`,
  ),
  withoutText: 'no_text',
  access: 'seeking',
  extract: openDocument(slideContent),
};
