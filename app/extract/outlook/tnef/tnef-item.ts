import { bytesInMemory } from '#kernel/bytes.ts';
import { Unread } from '../../format.ts';
import type { OutlookAttachment, OutlookItem } from '../outlook-item.ts';
import { PROPERTY } from '../outlook-item.ts';
import { TnefProperties } from './tnef-properties.ts';

/** One attribute of a TNEF stream: of the mail, or of the attachment that began last. */
interface Attribute {
  readonly id: number;
  readonly data: Buffer;
}

const SIGNATURE = 0x223e9f78;
const HEADER = 6;
const ATTRIBUTE_HEADER = 9;
const MAX_ATTRIBUTES = 100_000;
const MAX_RECIPIENTS = 50_000;

/** The attributes that are read (MS-OXTNEF 2.1.2), with the kind of their value in the upper half. */
const FROM = 0x00008000;
const SUBJECT = 0x00018004;
const BODY = 0x0002800c;
const ATTACHED_DATA = 0x0006800f;
const ATTACHED_TITLE = 0x00018010;
const ATTACHMENT_BEGINS = 0x00069002;
const ITEM_PROPERTIES = 0x00069003;
const RECIPIENTS = 0x00069004;
const ATTACHMENT_PROPERTIES = 0x00069005;
const CODE_PAGE = 0x00069007;
/** The property that holds an attachment's bytes, or the item that is attached. */
const CONTENT = 0x3701;

/**
 * The Outlook item in a TNEF stream (MS-OXTNEF), which Outlook and Exchange put around a mail as winmail.dat: who, to whom,
 * the body, other properties and attachments. Checksums are not verified. Throws `Unread('corrupt')` when it is no TNEF;
 * what is cut off counts as far as it goes, and `damaged` is called.
 */
export function tnefItem(bytes: Buffer, damaged: () => void): OutlookItem {
  if (bytes.length < HEADER || bytes.readUInt32LE(0) !== SIGNATURE) throw new Unread('corrupt');
  const attributes = attributesOf(bytes, damaged);
  const codePage = attributes.find(({ id }) => id === CODE_PAGE)?.data;
  const page = codePage && codePage.length >= 4 ? codePage.readUInt32LE(0) : 1252;
  const list = (id: number, from: readonly Attribute[]): TnefProperties => {
    const data = from.find((attribute) => attribute.id === id)?.data;
    const properties = new TnefProperties(data ?? Buffer.alloc(4), page);
    if (!properties.isWhole) damaged();
    return properties;
  };
  const begins = attributes.flatMap(({ id }, i) => (id === ATTACHMENT_BEGINS ? [i] : []));
  const own = attributes.slice(0, begins[0] ?? attributes.length);
  const properties = list(ITEM_PROPERTIES, own);
  for (const { id, data } of own) {
    if (id === SUBJECT) properties.add(PROPERTY.subject, 'narrow', data);
    if (id === BODY) properties.add(PROPERTY.body, 'narrow', data);
    if (id === FROM) addSender(properties, data);
  }
  return {
    properties,
    recipients: recipientsOf(own.find(({ id }) => id === RECIPIENTS)?.data, page),
    attachments: begins.map((from, i) => {
      const of = attributes.slice(from, begins[i + 1] ?? attributes.length);
      return attachmentOf(of, list(ATTACHMENT_PROPERTIES, of));
    }),
  };
}

function attributesOf(bytes: Buffer, damaged: () => void): Attribute[] {
  const attributes: Attribute[] = [];
  let at = HEADER;
  while (at + ATTRIBUTE_HEADER <= bytes.length && attributes.length < MAX_ATTRIBUTES) {
    const length = bytes.readUInt32LE(at + 5);
    const data = bytes.subarray(at + ATTRIBUTE_HEADER, at + ATTRIBUTE_HEADER + length);
    attributes.push({ id: bytes.readUInt32LE(at + 1), data });
    // A checksum of two bytes comes behind each.
    at += ATTRIBUTE_HEADER + length + 2;
  }
  if (at > bytes.length) damaged();
  return attributes;
}

/** The sender in the older way: four lengths, then name and address one behind the other, as "SMTP:ida@example.com". */
function addSender(properties: TnefProperties, data: Buffer): void {
  if (data.length < 8) return;
  const nameEnd = 8 + data.readUInt16LE(4);
  properties.add(PROPERTY.senderName, 'narrow', data.subarray(8, nameEnd));
  const address = data.subarray(nameEnd, nameEnd + data.readUInt16LE(6));
  const colon = address.indexOf(':');
  properties.add(PROPERTY.senderAddress, 'narrow', address.subarray(colon + 1));
}

function recipientsOf(data: Buffer | undefined, codePage: number): TnefProperties[] {
  const recipients: TnefProperties[] = [];
  if (!data || data.length < 4) return recipients;
  const count = Math.min(data.readUInt32LE(0), MAX_RECIPIENTS);
  for (let i = 0, at = 4; i < count && at < data.length; i++) {
    const recipient = new TnefProperties(data.subarray(at), codePage);
    recipients.push(recipient);
    if (!recipient.isWhole) break;
    at += recipient.length;
  }
  return recipients;
}

function attachmentOf(attributes: readonly Attribute[], properties: TnefProperties): OutlookAttachment {
  const title = attributes.find(({ id }) => id === ATTACHED_TITLE)?.data;
  if (title) properties.add(PROPERTY.fileName, 'narrow', title);
  const data = attributes.find(({ id }) => id === ATTACHED_DATA)?.data;
  const content = properties.binary(CONTENT) ?? data;
  return { properties, content: () => (content ? bytesInMemory(content) : null) };
}
