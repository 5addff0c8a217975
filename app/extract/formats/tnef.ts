import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { itemText } from '../outlook/item-text.ts';
import { tnefItem } from '../outlook/tnef/tnef-item.ts';

/** What Outlook puts around a mail for others of its kind (TNEF, winmail.dat): the item and its attachments. */
export const tnef: SeekingFormat = {
  id: 'tnef',
  version: 1,
  mimes: ['application/vnd.ms-tnef'],
  // Often there is nothing in it that the mail around it does not say.
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const item = tnefItem(Buffer.from(file.read(0, file.size)), () => reading.leftOut('corrupt'));
    yield* itemText(item, reading);
  },
};
