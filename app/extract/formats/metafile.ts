import { drawnLines } from '../drawings/drawn-text.ts';
import { enhancedTexts } from '../drawings/enhanced-metafile.ts';
import { windowsTexts } from '../drawings/windows-metafile.ts';
import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { lines } from '../text/lines.ts';

const EMF = 'image/emf';
const WMF = 'image/wmf';

/** Drawings of Windows (emf, wmf), as charts and tables are when they are pasted: their words; pictures in them are not read. */
export const metafile: SeekingFormat = {
  id: 'metafile',
  version: 1,
  mimes: [EMF, WMF],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const bytes = Buffer.from(await Promise.resolve(file.read(0, file.size)));
    yield* lines(
      reading,
      'drawing',
      drawnLines(reading.mime === EMF ? enhancedTexts(bytes) : windowsTexts(bytes)),
    );
  },
};
