import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Entry } from 'yauzl';

const INFO_ZIP_UNICODE_PATH = 0x7075;

/**
 * An entry's name as text. The format's flag for UTF-8 is often missing, so the bytes decide; a name that is not UTF-8
 * is in the charset of the packer's machine: what its letters look like if that is East Asian, else DOS' (850, which
 * Danish Windows packs with). Backslashes of careless packers become slashes. Names are shown, never opened, so
 * "../" and drive letters are left as they are.
 */
export async function entryName(entry: Pick<Entry, 'fileNameRaw' | 'extraFields'>): Promise<string> {
  const raw = entry.fileNameRaw;
  const unicode = entry.extraFields.find((field) => field.id === INFO_ZIP_UNICODE_PATH)?.data;
  const name = unicode && unicode.length > 5 ? unicode.subarray(5).toString('utf8') : await decodedName(raw);
  return name.replaceAll('\\', '/').replaceAll('\0', '');
}

async function decodedName(raw: Buffer): Promise<string> {
  if (isUtf8(raw)) return raw.toString('utf8');
  const { chardet } = await import('jschardet');
  const { encoding } = chardet.detect(raw);
  const eastAsian = encoding !== null && /^(gb|big5|euc|shift|cp9[34])/i.test(encoding);
  const letters = raw.filter((byte) => byte > 0x7f).length;
  // Two letters such as "ø" in a Danish name also make one in Chinese: only a mostly foreign name is taken for it.
  const charset =
    eastAsian && letters > raw.length / 3 && iconv.encodingExists(encoding) ? encoding : 'cp850';
  return iconv.decode(raw, charset);
}
