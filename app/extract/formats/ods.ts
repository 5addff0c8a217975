import type { SeekingFormat } from '../format.ts';
import { OPEN_DOCUMENT, openDocument, sheetContent } from '../office/open-document.ts';

/** OpenDocument spreadsheets: cells by sheet and row, hidden ones too, and notes. */
export const ods: SeekingFormat = {
  id: 'ods',
  version: 2,
  mimes: [`${OPEN_DOCUMENT}.spreadsheet`, `${OPEN_DOCUMENT}.spreadsheet-template`],
  withoutText: 'no_text',
  access: 'seeking',
  extract: openDocument(sheetContent),
};
