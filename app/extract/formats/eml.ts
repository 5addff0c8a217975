import type { Address, Attachment, Email } from 'postal-mime';
import PostalMime, { decodeWords } from 'postal-mime';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { htmlBody, textBody } from '../mail/html-body.ts';
import { lines } from '../text/lines.ts';

/**
 * Mails (RFC 5322 and MIME): who, to whom, about what; both bodies; attachments and forwarded mails as files in it. Web pages
 * saved as one file (MHTML) are the same without a sender; their style sheets and scripts are no text.
 */
export const eml: SeekingFormat = {
  id: 'eml',
  version: 2,
  mimes: ['message/rfc822'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    if (file.size > reading.limits.maxInMemory) throw new Unread('too_large');
    const mail = await PostalMime.parse(withoutLength(file.read(0, file.size)), {
      forceRfc822Attachments: true,
    });
    yield* lines(reading, 'headers', headers(mail));
    yield* textBody(mail.text ?? '', reading);
    yield* htmlBody(mail.html ?? '', mail.text ?? '', reading);
    for (const attachment of mail.attachments) {
      if (isOfPage(attachment)) continue;
      yield* reading.nested(nameOf(attachment), bytesInMemory(bytesOf(attachment)));
    }
  },
};

/** Apple's mail files have the mail's length in front, and its own notes behind it. */
function withoutLength(bytes: Uint8Array): Uint8Array {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 32)).toString('latin1');
  const [line, length] = /^(\d+)\s*\n/.exec(start) ?? [];
  return line === undefined ? bytes : bytes.subarray(line.length, line.length + Number(length));
}

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
  if (!address.address) return address.name;
  return address.name ? `${address.name} <${address.address}>` : address.address;
}

/** What a saved page needs to look right: it has no name of its own and is not meant to be opened. */
function isOfPage({ filename, disposition, mimeType, content }: Attachment): boolean {
  if (filename || disposition === 'attachment') return false;
  if (/^(text\/css|(text|application)\/(x-)?javascript|font\/.*|application\/(x-)?font.*)$/i.test(mimeType))
    return true;
  return (
    mimeType === 'text/xml' && /<o:MainFile\b/.test(Buffer.from(bytesOf({ content })).toString('latin1'))
  );
}

function nameOf({ filename, mimeType }: Attachment): string {
  return filename ?? (mimeType === 'message/rfc822' ? 'message.eml' : 'attachment');
}

function bytesOf({ content }: Pick<Attachment, 'content'>): Uint8Array {
  if (typeof content === 'string') return Buffer.from(content);
  return content instanceof Uint8Array ? content : new Uint8Array(content);
}
