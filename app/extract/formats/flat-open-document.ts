import type { StreamedFormat } from '../format.ts';
import { OPEN_DOCUMENT, sheetContent, slideContent, textContent } from '../office/open-document.ts';

/** OpenDocument in one XML file instead of a zip file. Pictures in it are not read. */
export const flatOpenDocument: StreamedFormat = {
  id: 'flat-odf',
  version: 2,
  mimes: ['text', 'spreadsheet', 'presentation', 'graphics'].map(
    (kind) => `${OPEN_DOCUMENT}.${kind}-flat-xml`,
  ),
  withoutText: 'no_text',
  access: 'streamed',
  async *extract(bytes, reading) {
    if (reading.mime.includes('spreadsheet')) yield* sheetContent(bytes, reading);
    else if (/presentation|graphics/.test(reading.mime)) yield* slideContent(bytes, reading);
    else yield* textContent(bytes, reading);
  },
};
