import { bytesInMemory } from '#kernel/bytes.ts';
import type { ByteStream, Reading, Segment, StreamedFormat } from '../format.ts';
import { mailsIn } from '../mail/mailbox.ts';

/** Mailboxes (RFC 4155), of any length: each mail in them by itself, with its number in the path. */
export const mbox: StreamedFormat = {
  id: 'mbox',
  version: 1,
  mimes: ['application/mbox'],
  withoutText: 'no_text',
  access: 'streamed',
  async *extract(bytes, reading) {
    yield* mails(bytes, reading);
  },
};

async function* mails(bytes: ByteStream, reading: Reading): AsyncGenerator<Segment> {
  let number = 0;
  for await (const mail of mailsIn(bytes, reading.limits.maxInMemory)) {
    number++;
    if (mail) yield* reading.nested(`mail ${number}.eml`, bytesInMemory(mail));
    else reading.leftOut('too_large');
  }
}
