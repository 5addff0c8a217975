import { createHash } from 'node:crypto';
import type { Picture } from '#kernel/picture.ts';
import type { PictureReader } from './tesseract.ts';

/**
 * A reader that reads the same pixels once, however many files hold them: the letterhead of a thousand scans, one scan
 * in a PDF and by itself. Whoever comes while a picture is being read waits for its text. In memory only, of the last
 * pictures: some megabytes of text, which end with the process.
 */
export function rememberingPictures(read: PictureReader): PictureReader {
  const underWay = new Map<string, Promise<string | null>>();
  const known = new Map<string, string>();
  let length = 0;

  const remember = (print: string, text: string): void => {
    known.set(print, text);
    length += text.length;
    for (const [oldest, theirs] of known) {
      if (known.size <= MOST_PICTURES && length <= MOST_TEXT) return;
      known.delete(oldest);
      length -= theirs.length;
    }
  };

  return async (picture, signal) => {
    const print = printOf(picture);
    for (let other = underWay.get(print); other !== undefined; other = underWay.get(print)) {
      await other;
      // What came to nothing may have been called off by its own signal: the next in turn reads it.
      if (signal?.aborted === true) return null;
    }
    const before = known.get(print);
    if (before !== undefined) return before;
    const reading = read(picture, signal).catch(() => null);
    underWay.set(print, reading);
    const text = await reading;
    underWay.delete(print);
    if (text !== null) remember(print, text);
    return text;
  };
}

const MOST_PICTURES = 2000;
/** In UTF-16 code units. */
const MOST_TEXT = 4_000_000;

function printOf({ width, height, dpi, grey }: Picture): string {
  return createHash('sha256').update(`${width} ${height} ${dpi} `).update(grey).digest('base64');
}
