import type { ByteSource } from '#kernel/bytes.ts';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { Reading, Segment } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { rtf } from '../formats/rtf.ts';
import { htmlBody, textBody } from '../mail/html-body.ts';
import { chunksOf } from '../text/chunks.ts';
import { inCodePage } from '../text/code-page.ts';
import { lines } from '../text/lines.ts';
import { unpackedRtf } from './compressed-rtf.ts';
import type { OutlookAttachment, OutlookItem, OutlookProperties } from './outlook-item.ts';
import { PROPERTY } from './outlook-item.ts';

/** What an Outlook item says: who to whom, about what; its body once; its other properties; its attachments. */
export async function* itemText(item: OutlookItem, reading: Reading): AsyncGenerator<Segment> {
  const said = [...headers(item)];
  yield* lines(reading, 'headers', said);
  yield* body(item.properties, reading);
  yield* lines(reading, 'properties', others(item.properties, said.join('\n')));
  for (const attachment of item.attachments) yield* attached(attachment, reading);
}

function* headers({ properties, recipients }: OutlookItem): Generator<string> {
  const subject = properties.text(PROPERTY.subject);
  // Its first two characters may say how long the "RE:" in front is.
  if (subject) yield `Subject: ${subject.replace(/^\u0001./, '')}`;
  const from = person(properties, [PROPERTY.senderName], [PROPERTY.senderSmtp, PROPERTY.senderAddress]);
  const origin = person(properties, [PROPERTY.originName], [PROPERTY.originSmtp, PROPERTY.originAddress]);
  if (from) yield `From: ${from}`;
  if (origin && origin !== from) yield `On behalf of: ${origin}`;
  for (const recipient of recipients) {
    const kind = KINDS[recipient.number(PROPERTY.recipientType) ?? 1] ?? 'To';
    yield `${kind}: ${person(recipient, [PROPERTY.name], [PROPERTY.smtp, PROPERTY.address])}`;
  }
}

const KINDS: Record<number, string> = { 1: 'To', 2: 'Cc', 3: 'Bcc' };

function person(properties: OutlookProperties, names: number[], addresses: number[]): string {
  const [name] = names.flatMap((id) => properties.text(id) ?? []);
  const [address] = addresses.flatMap((id) => properties.text(id) ?? []).filter((text) => text.includes('@'));
  if (!address || address === name) return name ?? '';
  return name ? `${name} <${address}>` : address;
}

/** Text and HTML as in any mail; RTF when there is nothing else, for Outlook makes it out of either. */
async function* body(properties: OutlookProperties, reading: Reading): AsyncGenerator<Segment> {
  const text = properties.text(PROPERTY.body) ?? '';
  const html = htmlOf(properties);
  yield* textBody(text, reading);
  yield* htmlBody(html, text, reading);
  const packed = properties.binary(PROPERTY.rtf);
  if (!packed || text.trim() !== '' || html !== '') return;
  try {
    const bytes = Buffer.from(packed.buffer, packed.byteOffset, packed.length);
    const document = unpackedRtf(bytes, reading.limits.maxInMemory);
    yield* rtf.extract(chunksOf(bytesInMemory(document)), reading);
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
}

function htmlOf(properties: OutlookProperties): string {
  const bytes = properties.binary(PROPERTY.html);
  if (!bytes) return properties.text(PROPERTY.html) ?? '';
  return inCodePage(bytes, properties.number(PROPERTY.internetCodePage) ?? 1252);
}

/**
 * Everything else that is text: the telephone numbers and addresses of a contact, the place of an appointment, the headers
 * of the way that a mail came. Left out: the kind of the item, addresses within Exchange and names of such kinds.
 */
function others(properties: OutlookProperties, said: string): Set<string> {
  const found = new Set<string>();
  for (const [id, text] of properties.texts()) {
    if (SAID.has(id) || said.includes(text.trim())) continue;
    if (/^(SMTP|EX|UNKNOWN|IPM\..*|\/o=.*|[0-9A-F]{20,}|[a-z]{2}-[A-Z]{2}|en|da)$/i.test(text.trim()))
      continue;
    found.add(text.replaceAll('\0', '').trim());
  }
  return found;
}

const SAID: ReadonlySet<number> = new Set([
  PROPERTY.subject,
  PROPERTY.senderName,
  PROPERTY.originName,
  PROPERTY.body,
  PROPERTY.html,
  0x001a, // the kind of the item
  0x0070, // the subject of the conversation
  0x0e1d, // the subject without "RE:"
  0x003d, // "RE:"
  0x1035, // the mail's id
  0x1042, // the id of the one that is answered
  0x1039, // the ids before that
]);

async function* attached(attachment: OutlookAttachment, reading: Reading): AsyncGenerator<Segment> {
  const { properties } = attachment;
  const name =
    properties.text(PROPERTY.fileName) ??
    properties.text(PROPERTY.shortFileName) ??
    properties.text(PROPERTY.name) ??
    'attachment';
  try {
    const content = attachment.content(within(reading, name));
    if (content) yield* isFile(content) ? reading.nested(name, content) : content;
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
}

function isFile(content: ByteSource | AsyncGenerator<Segment>): content is ByteSource {
  return 'size' in content;
}

/** The same reading for something that is no file of its own and yet has a place of its own: an item in a store. */
export function within(reading: Reading, name: string): Reading {
  const path = [...reading.path, name];
  return {
    ...reading,
    path,
    async *nested(inner, content) {
      for await (const segment of reading.nested(inner, content)) {
        const deeper = segment.place.path.slice(reading.path.length);
        yield { ...segment, place: { ...segment.place, path: [...path, ...deeper] } };
      }
    },
  };
}
