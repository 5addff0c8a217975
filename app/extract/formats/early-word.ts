import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { lines } from '../text/lines.ts';
import { earlyWord, earlyWrite } from '../word/early-word.ts';
import { plainWordText } from '../word/word-text.ts';

const WORD_2 = 'application/vnd.ms-word.2';
const WRITE = 'application/vnd.ms-word.write';

/** Word for Windows 1 and 2, Windows Write, and Word for DOS: the text, notes and headers as they follow one another. */
export const earlyWordFormat: SeekingFormat = {
  id: 'early-word',
  version: 1,
  mimes: [WORD_2, WRITE],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const bytes = Buffer.from(file.read(0, file.size));
    const { text, isWhole } = await Promise.resolve(
      reading.mime === WORD_2 ? earlyWord(bytes) : earlyWrite(bytes),
    );
    if (!isWhole) reading.leftOut('unsupported');
    yield* lines(reading, 'body', [plainWordText(text).trimEnd()]);
  },
};
