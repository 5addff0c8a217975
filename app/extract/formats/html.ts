import type { StreamedFormat } from '../format.ts';
import { htmlSegments } from '../text/html-segments.ts';

/** Web pages, saved or made by office programs, with the pictures in them. What counts as text is said at HtmlText. */
export const html: StreamedFormat = {
  id: 'html',
  version: 2,
  mimes: ['text/html', 'application/xhtml+xml'],
  withoutText: 'scanned',
  access: 'streamed',
  extract: (bytes, reading) => htmlSegments(bytes, { path: reading.path }, reading),
};
