import type { Address, Attachment, Email } from 'postal-mime';
import PostalMime, { decodeWords } from 'postal-mime';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { lines } from '../text/lines.ts';
import { HtmlText } from '../text/html-text.ts';
import { SegmentWriter } from '../text/segments.ts';

/** Mails (RFC 5322 and MIME): who, to whom, about what; both bodies; attachments and forwarded mails as files in it. */
export const eml: SeekingFormat = {
  id: 'eml',
  version: 1,
  mimes: ['message/rfc822'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const mail = await PostalMime.parse(file.read(0, file.size), { forceRfc822Attachments: true });
    yield* lines(reading, 'headers', headers(mail));
    yield* text(mail.text ?? '', reading);
    yield* html(mail.html ?? '', mail.text ?? '', reading);
    for (const attachment of mail.attachments) {
      yield* reading.nested(nameOf(attachment), bytesInMemory(bytesOf(attachment)));
    }
  },
};

function* headers(mail: Email): Generator<string> {
  if (mail.subject) yield `Subject: ${mail.subject}`;
  const people: readonly (readonly [string, readonly Address[]])[] = [
    ['From', mail.from ? [mail.from] : []],
    ['Sender', mail.sender ? [mail.sender] : []],
    ['Reply-To', mail.replyTo ?? []],
    ['To', mail.to ?? []],
    ['Cc', mail.cc ?? []],
    ['Bcc', mail.bcc ?? []],
  ];
  for (const [header, addresses] of people) {
    const shown = addresses.map(shownAddress).filter((address) => address !== '');
    if (shown.length > 0) yield `${header}: ${shown.join(', ')}`;
  }
  for (const { key, originalKey, value } of mail.headers) {
    if (
      /^(date|delivered-to|organization|thread-topic|keywords|comments|x-originating-ip|x-sender)$/.test(key)
    )
      yield `${originalKey}: ${decodeWords(value)}`;
  }
}

function shownAddress(address: Address): string {
  if (address.group) return [`${address.name}:`, ...address.group.map(shownAddress)].join(' ');
  return address.name ? `${address.name} <${address.address}>` : address.address;
}

function* text(body: string, reading: Reading): Generator<Segment> {
  const writer = new SegmentWriter({ path: reading.path, part: 'text', line: 1 });
  writer.write(body.replaceAll(/\r\n?/g, '\n'));
  yield* writer.end();
}

/** The HTML body's lines, but those that the text body has as well: most mails say all twice. */
function* html(body: string, textBody: string, reading: Reading): Generator<Segment> {
  if (body === '') return;
  const writer = new SegmentWriter({ path: reading.path, part: 'html' });
  const parser = new HtmlText(writer);
  parser.write(body);
  parser.end();
  const segments = writer.end();
  if (textBody.length > COMPARED || body.length > 4 * COMPARED) {
    yield* segments;
    return;
  }
  const said = bare(textBody);
  const rest = segments.flatMap(({ text }) => text.split('\n')).filter((line) => !said.includes(bare(line)));
  yield* lines(reading, 'html', rest);
}

/** Bodies longer than this are not compared, for time. */
const COMPARED = 256 * 1024;

function bare(text: string): string {
  return text.replaceAll(/[\s>]+/g, '');
}

function nameOf({ filename, mimeType }: Attachment): string {
  return filename ?? (mimeType === 'message/rfc822' ? 'message.eml' : 'attachment');
}

function bytesOf({ content }: Attachment): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
