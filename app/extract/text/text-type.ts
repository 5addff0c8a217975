import { EXCEL_2003, FLAT_POWERPOINT, FLAT_WORD, WORD_2003 } from '../office-2003/office-2003-types.ts';
import { markedCharset, wideCharset } from './charset.ts';
import iconv from 'iconv-lite';

/**
 * The kind of text that a file's beginning is, or null when it is binary. Mails, HTML and XML are known by their
 * content; the name's ending tells csv and the like from other text.
 */
export function textType(name: string, head: Uint8Array): string | null {
  const wide = markedCharset(head) ?? wideCharset(head);
  if (!wide && !looksLikeText(head)) return null;
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 8192));
  const start = wide ? iconv.decode(bytes.subarray(wide.skip), wide.name) : bytes.toString('latin1');
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const card = /^\s*BEGIN:(VCARD|VCALENDAR)\b/i.exec(start)?.[1]?.toUpperCase();
  if (card) return card === 'VCARD' ? 'text/vcard' : 'text/calendar';
  if (isMailbox(start)) return 'application/mbox';
  if (isMail(start, ending)) return 'message/rfc822';
  if (isHtml(start, ending)) return 'text/html';
  if (start.startsWith('{\\rtf')) return 'application/rtf';
  const xml = xmlType(start);
  if (xml !== null) return xml;
  return BY_ENDING[ending] ?? 'text/plain';
}

/** The office documents that are one XML file, also without XML's own first line; any other XML is read as it stands. */
function xmlType(start: string): string | null {
  const root = /^\s*(?:<[?!][^>]*>\s*)*<(?:\w+:)?(wordDocument|Workbook|package)\s([^>]*)/.exec(start);
  const [, name = '', attributes = ''] = root ?? [];
  if (name === 'wordDocument' && attributes.includes('/office/word/2003/wordml')) return WORD_2003;
  if (name === 'Workbook' && attributes.includes('schemas-microsoft-com:office:spreadsheet'))
    return EXCEL_2003;
  if (name === 'package' && attributes.includes('/office/2006/xmlPackage'))
    return /progid="PowerPoint\.|name="\/ppt\//.test(start) ? FLAT_POWERPOINT : FLAT_WORD;
  if (!/^\s*<\?xml\s/.test(start)) return null;
  const flat = /office:mimetype\s*=\s*["']application\/vnd\.oasis\.opendocument\.([a-z]+)/.exec(start)?.[1];
  if (flat && /<office:document\s/.test(start)) return `application/vnd.oasis.opendocument.${flat}-flat-xml`;
  return 'application/xml';
}

const BY_ENDING: Record<string, string> = {
  csv: 'text/csv',
  tsv: 'text/tab-separated-values',
  tab: 'text/tab-separated-values',
  md: 'text/markdown',
  json: 'application/json',
  jsonl: 'application/json',
  ndjson: 'application/json',
  geojson: 'application/json',
  ipynb: 'application/json',
  har: 'application/json',
  xml: 'application/xml',
  ini: 'text/plain',
  log: 'text/plain',
  yaml: 'application/yaml',
  yml: 'application/yaml',
};

/** Text has next to no control characters; random and compressed bytes have some 10 per cent. */
function looksLikeText(head: Uint8Array): boolean {
  let control = 0;
  let zeros = 0;
  for (const byte of head) {
    if (byte === 0) zeros++;
    else if (
      (byte < 0x20 && !(byte >= 0x08 && byte <= 0x0d) && byte !== 0x1a && byte !== 0x1b) ||
      byte === 0x7f
    )
      control++;
  }
  // A log that was being written at a power cut has a run of NUL bytes in it; a binary file has them everywhere.
  return control <= head.length * 0.02 && zeros <= head.length * 0.1;
}

/** The most bytes of a file that is taken for text although some of it is not. */
const SHORT = 4096;

/**
 * Whether a short file of no known kind has more words than anything else in it: a note with some control characters, a
 * record with fixed fields. Text that is read as text at worst gives noise; skipped, it gives false comfort.
 */
export function holdsWords(bytes: Uint8Array): boolean {
  if (bytes.length > SHORT) return false;
  let printable = 0;
  for (const byte of bytes)
    if ((byte >= 0x20 && byte < 0x7f) || byte === 0x0a || byte === 0x0d || byte === 9) printable++;
  return printable >= bytes.length * 0.7;
}

const MAIL_HEADERS =
  /^(from|to|cc|bcc|subject|date|message-id|mime-version|received|return-path|delivered-to|reply-to|sender|content-type|x-[\w-]+|dkim-signature|authentication-results|arc-[\w-]+|in-reply-to|references|thread-[\w-]+)\s*:/i;

/** Each mail in it comes after a line that says from whom and when. */
function isMailbox(start: string): boolean {
  return /^\s*From \S+ .*\d{4}[^\n]*\r?\n(>?[!-9;-~]+\s*:|\s*$)/.test(start);
}

function isMail(start: string, ending: string): boolean {
  const lines = start.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  // Apple's mail files begin with the length of the mail.
  if (ending === 'emlx' && /^\d+\s*$/.test(lines[0] ?? '')) lines.shift();
  let known = 0;
  let telling = false;
  const isArchive = /^MIME-Version\s*:/i.test(lines[0] ?? '');
  let parts = false;
  for (const line of lines.slice(0, 60)) {
    if (line === '') break;
    if (/^[ \t]/.test(line)) continue;
    if (!/^[!-9;-~]+\s*:/.test(line)) {
      if (known === 0 && /^From \S+/.test(line)) continue;
      return false;
    }
    if (MAIL_HEADERS.test(line)) known++;
    if (/^content-type\s*:\s*multipart\//i.test(line)) parts = true;
    if (/^(message-id|mime-version|received|return-path|content-type|delivered-to)\s*:/i.test(line))
      telling = true;
  }
  // Web pages that Word and reporting programs save as one file have no sender, and often another ending.
  if (isArchive && parts) return true;
  return /^(emlx?|mht|mhtml)$/.test(ending) ? known >= 1 : known >= 3 && telling;
}

function isHtml(start: string, ending: string): boolean {
  const plain = start
    .replace(/^[\uFEFF\s]+|^ï»¿\s*/, '')
    .replace(/^(<\?xml[^>]*>\s*|<!--[\s\S]*?-->\s*)+/, '');
  if (/^<(!doctype\s+html|html|head|body)[\s>]/i.test(plain)) return true;
  return /^x?html?$/.test(ending) && /<[a-z][a-z0-9]*[\s/>]/i.test(start);
}
