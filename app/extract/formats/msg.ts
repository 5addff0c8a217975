import { compoundTree } from '../compound/compound-file.ts';
import type { SeekingFormat } from '../format.ts';
import { itemText } from '../outlook/item-text.ts';
import { itemOf } from '../outlook/mail-file.ts';

/** Items that Outlook saved as files: mails, appointments, contacts, tasks; with what is attached to them. */
export const msg: SeekingFormat = {
  id: 'msg',
  version: 1,
  mimes: ['application/vnd.ms-outlook'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    yield* itemText(itemOf(compoundTree(file), reading.limits.maxInMemory), reading);
  },
};
