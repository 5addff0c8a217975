import type { SeekingFormat } from '../format.ts';
import { StoreFile } from '../outlook/store/store-file.ts';
import { storeItems } from '../outlook/store/store-items.ts';

/**
 * Outlook's mail stores (pst, ost; from 97 on), of any size, for they are read where they stand: mails, appointments,
 * contacts and tasks with their attachments, in their folders. A store's password keeps nobody out, nor does it us.
 */
export const pst: SeekingFormat = {
  id: 'pst',
  version: 1,
  mimes: ['application/vnd.ms-outlook-pst'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    yield* storeItems(new StoreFile(file, (bytes) => reading.unpacked(bytes)), reading);
  },
};
