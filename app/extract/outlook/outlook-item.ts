import type { ByteSource } from '#kernel/bytes.ts';
import type { Reading, Segment } from '../format.ts';

/**
 * The properties of an Outlook item, a recipient or an attachment (MS-OXPROPS), by the number of the property: of a mail
 * file and of a mail store alike. Strings are decoded; what is of another kind is not given.
 */
export interface OutlookProperties {
  text(id: number): string | undefined;
  binary(id: number): Uint8Array | undefined;
  number(id: number): number | undefined;
  /** All strings, several values of one property included. */
  texts(): Iterable<readonly [id: number, text: string]>;
}

export interface OutlookAttachment {
  readonly properties: OutlookProperties;
  /** A file; or the item that was attached, already as what is read of it. */
  content(reading: Reading): ByteSource | AsyncGenerator<Segment> | null;
}

/** A mail, an appointment, a contact, a task or a note. */
export interface OutlookItem {
  readonly properties: OutlookProperties;
  readonly recipients: readonly OutlookProperties[];
  readonly attachments: readonly OutlookAttachment[];
}

/** Numbers of properties that are asked for by name. */
export const PROPERTY = {
  subject: 0x0037,
  senderName: 0x0c1a,
  senderAddress: 0x0c1f,
  senderSmtp: 0x5d01,
  originName: 0x0042,
  originAddress: 0x0065,
  originSmtp: 0x5d02,
  recipientType: 0x0c15,
  name: 0x3001,
  address: 0x3003,
  smtp: 0x39fe,
  headers: 0x007d,
  body: 0x1000,
  rtf: 0x1009,
  html: 0x1013,
  fileName: 0x3707,
  shortFileName: 0x3704,
  internetCodePage: 0x3fde,
  codePage: 0x3ffd,
} as const;
