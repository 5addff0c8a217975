import iconv from 'iconv-lite';
import PostalMime from 'postal-mime';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import yauzl from 'yauzl';

/**
 * The text of a demo file, read by other means than those that wrote it and than the appliance's own: crude, but
 * it owes nothing to either. Cells and paragraphs end in a newline.
 */
export async function independentText(bytes: Uint8Array): Promise<string> {
  const buffer = Buffer.from(bytes);
  const start = buffer.subarray(0, 5).toString('latin1');
  if (start.startsWith('%PDF')) return await pdfText(buffer);
  if (start.startsWith('PK')) return await packedText(buffer);
  if (/^From:/.test(start)) return await mailText(buffer);
  const text = decoded(buffer);
  return text.startsWith('<!DOCTYPE html') ? htmlText(text) : text;
}

function decoded(buffer: Buffer): string {
  if (buffer[0] === 0xff && buffer[1] === 0xfe) return buffer.subarray(2).toString('utf16le');
  const utf8 = buffer.toString('utf8').replace(/^\uFEFF/, '');
  // Which of the old charsets it is makes no difference to digits and addresses.
  return utf8.includes('\uFFFD') ? iconv.decode(buffer, 'windows-1252') : utf8;
}

function htmlText(page: string): string {
  return unescaped(page.replace(/<(style|script)>.*?<\/\1>/gs, '').replace(/<[^>]+>/g, '\n'));
}

function unescaped(text: string): string {
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
}

/** Started once: it takes longer to start than to read a file. */
let pdfium: ReturnType<typeof PDFiumLibrary.init> | undefined;

async function pdfText(buffer: Buffer): Promise<string> {
  pdfium ??= PDFiumLibrary.init();
  const document = await (await pdfium).loadDocument(buffer);
  const text = [...document.pages()].map((page) => page.getText()).join('\n');
  document.destroy();
  return text;
}

async function mailText(buffer: Buffer): Promise<string> {
  const mail = await PostalMime.parse(buffer, { forceRfc822Attachments: true });
  const addresses = [mail.from, ...(mail.to ?? []), ...(mail.cc ?? [])].map((one) => one?.address ?? '');
  const attached = mail.attachments.map(async (one) => {
    const content =
      typeof one.content === 'string' ? Buffer.from(one.content) : Buffer.from(new Uint8Array(one.content));
    return await independentText(content);
  });
  const body = mail.text ?? htmlText(mail.html ?? '');
  return [...addresses, mail.subject ?? '', body, ...(await Promise.all(attached))].join('\n');
}

async function packedText(buffer: Buffer): Promise<string> {
  const parts = await entriesOf(buffer);
  const workbook = parts.get('xl/sharedStrings.xml');
  if (workbook) return sheetText(parts, workbook.toString());
  const office = parts.has('[Content_Types].xml') || parts.has('mimetype');
  const texts = [...parts].map(async ([name, bytes]) => {
    if (!office) return await independentText(bytes);
    return name.endsWith('.xml') ? xmlText(bytes.toString()) : '';
  });
  return (await Promise.all(texts)).join('\n');
}

function xmlText(xml: string): string {
  return unescaped(
    xml
      .replace(/<\/(w|a|text):(p|h)>/g, '\n')
      .replace(/<text:s [^>]*>/g, ' ')
      .replace(/<[^>]+>/g, ''),
  );
}

function sheetText(parts: ReadonlyMap<string, Buffer>, shared: string): string {
  const strings = [...shared.matchAll(/<si><t[^>]*>(.*?)<\/t><\/si>/gs)].map((match) =>
    unescaped(match[1] ?? ''),
  );
  const sheets = [...parts]
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .map(([, bytes]) => bytes.toString());
  return sheets
    .flatMap((sheet) => [...sheet.matchAll(/<c r="[A-Z]+\d+"( t="s")?( s="\d+")?><v>(.*?)<\/v>/g)])
    .map(([, isText, isFormatted, value = '']) => {
      if (isText) return strings[Number(value)] ?? '';
      return isFormatted ? value.padStart(10, '0') : value;
    })
    .join('\n');
}

async function entriesOf(buffer: Buffer): Promise<Map<string, Buffer>> {
  const archive = await yauzl.fromBufferPromise(buffer, { lazyEntries: true });
  const parts = new Map<string, Buffer>();
  for await (const entry of archive.eachEntry()) {
    if (entry.isEncrypted()) continue;
    const stream = await archive.openReadStreamPromise(entry);
    parts.set(entry.fileName, Buffer.concat(await stream.toArray()));
  }
  return parts;
}
