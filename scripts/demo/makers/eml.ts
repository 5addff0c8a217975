import type { Address, Mail } from '../content.ts';
import { plain } from '../text.ts';
import { encode } from './charset.ts';
import { htmlBody } from './html.ts';

export interface EmlStyle {
  /** `both` gives the same body twice, as text and as HTML: the truth counts it once, as a reader reads it once. */
  readonly body?: 'text' | 'html' | 'both';
  readonly charset?: 'utf-8' | 'windows-1252';
  readonly transfer?: 'base64' | 'quoted-printable';
}

/** A mail (RFC 5322, MIME) with its attachments; a mail as attachment goes in as message/rfc822. */
export function eml(mail: Mail, style: EmlStyle = {}): Uint8Array {
  const attachments = mail.attachments ?? [];
  const body = bodyPart(mail, style);
  const whole =
    attachments.length === 0
      ? body
      : multipart('mixed', [body, ...attachments.map(({ name, bytes }) => attachmentPart(name, bytes))]);
  const head = [
    `From: ${addressHeader(mail.from)}`,
    `To: ${mail.to.map(addressHeader).join(',\r\n ')}`,
    ...(mail.cc ? [`Cc: ${mail.cc.map(addressHeader).join(',\r\n ')}`] : []),
    `Subject: ${encodedWords(plain(mail.subject))}`,
    `Date: ${mail.date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: <${mail.date.getTime().toString(36)}.${plain(mail.subject).length}@post.invalid>`,
    'MIME-Version: 1.0',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n${whole}`);
}

function bodyPart(mail: Mail, style: EmlStyle): string {
  const asText = (): string => `${mail.body.map(plain).join('\r\n\r\n')}\r\n`;
  const asHtml = (): string => {
    const blocks = mail.body.map((text) => ({ kind: 'paragraph', text }) as const);
    return `<html><body>${htmlBody({ title: '', blocks })}</body></html>\r\n`;
  };
  switch (style.body ?? 'text') {
    case 'text':
      return textPart('plain', asText(), style);
    case 'html':
      return textPart('html', asHtml(), style);
    case 'both':
      return multipart('alternative', [
        textPart('plain', asText(), style),
        textPart('html', asHtml(), style),
      ]);
  }
}

function textPart(kind: 'plain' | 'html', text: string, style: EmlStyle): string {
  const { charset = 'utf-8', transfer = 'quoted-printable' } = style;
  const bytes = Buffer.from(encode(text, charset));
  const body = transfer === 'base64' ? base64(bytes) : quotedPrintable(bytes);
  return `Content-Type: text/${kind}; charset=${charset}\r\nContent-Transfer-Encoding: ${transfer}\r\n\r\n${body}`;
}

function attachmentPart(name: string, bytes: Uint8Array): string {
  if (name.endsWith('.eml'))
    return `Content-Type: message/rfc822\r\nContent-Disposition: attachment\r\n\r\n${Buffer.from(bytes).toString()}`;
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream';
  const named = `UTF-8''${encodeURIComponent(name)}`;
  return `Content-Type: ${type}\r\nContent-Disposition: attachment; filename*=${named}\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(bytes)}`;
}

function multipart(kind: 'mixed' | 'alternative', parts: readonly string[]): string {
  // A mail inside a mail may have the same kind of part: its boundary has to differ, so the length goes in.
  const boundary = `=_${kind}_${parts.reduce((sum, part) => sum + part.length, 0).toString(36)}`;
  const inner = parts.map((part) => `--${boundary}\r\n${part}\r\n`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"\r\n\r\n${inner}--${boundary}--\r\n`;
}

function addressHeader({ name, mail }: Address): string {
  if (!name) return plain(mail);
  const shown = plain(name);
  return `${/^[\w -]+$/.test(shown) ? shown : quotedName(shown)} <${plain(mail)}>`;
}

function quotedName(name: string): string {
  return /^[\u0020-\u007e]*$/.test(name) ? `"${name.replaceAll('"', '')}"` : encodedWords(name);
}

/** RFC 2047: letters beyond ASCII as encoded words of at most 45 bytes each, cut between letters. */
function encodedWords(text: string): string {
  if (/^[\u0020-\u007e]*$/.test(text)) return text;
  const words: string[] = [];
  let word = '';
  for (const letter of text) {
    if (Buffer.byteLength(word + letter) > 45) {
      words.push(word);
      word = '';
    }
    word += letter;
  }
  return [...words, word].map((one) => `=?utf-8?B?${Buffer.from(one).toString('base64')}?=`).join('\r\n ');
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/.{76}/g, '$&\r\n');
}

/** RFC 2045 6.7: lines of at most 76 characters, which may cut through a value. */
function quotedPrintable(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('latin1');
  return text.split('\r\n').map(quotedLine).join('\r\n');
}

function quotedLine(line: string): string {
  const lines: string[] = [];
  let current = '';
  for (const letter of line) {
    const code = letter.charCodeAt(0);
    const quoted =
      code < 32 || code > 126 || letter === '='
        ? `=${code.toString(16).toUpperCase().padStart(2, '0')}`
        : letter;
    if (current.length + quoted.length > 75) {
      lines.push(`${current}=`);
      current = '';
    }
    current += quoted;
  }
  return [...lines, current].join('\r\n').replace(/ $/, '=20');
}

const TYPES: Record<string, string> = {
  txt: 'text/plain',
  csv: 'text/csv',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  odt: 'application/vnd.oasis.opendocument.text',
  zip: 'application/zip',
};
