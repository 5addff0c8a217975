import type { ByteSource } from '#kernel/bytes.ts';
import { IWORK_MAIN, iworkType } from '../iwork/iwork-type.ts';
import { decodedText } from '../text/decoding.ts';
import { chunksOf, collected, peeked } from '../text/chunks.ts';
import type { ArchiveEntry } from './archive-entry.ts';
import { archiveEntries } from './archive.ts';

const MAX_PART = 1024 * 1024;
/** A document names its kind among its first entries; of an archive of a million files no more are looked at. */
const MAX_ENTRIES = 5000;

/**
 * What a zip file is: the document that its `[Content_Types].xml` (Office) or `mimetype` (OpenDocument, EPUB) names,
 * else by Office's customary names for the main part, else application/zip, also when it is too broken to tell.
 */
export async function zipType(file: ByteSource): Promise<string> {
  let looked = 0;
  let guess = 'application/zip';
  try {
    for await (const entry of archiveEntries(file, Infinity)) {
      if (entry.name === 'mimetype') return (await textOf(entry)).trim().toLowerCase() || guess;
      if (entry.name === '[Content_Types].xml') {
        const named = officeType(await textOf(entry));
        if (named) return named;
      }
      if (IWORK_MAIN.test(entry.name)) {
        const apple = iworkType(entry.name, await headOf(entry));
        if (apple) return apple;
      }
      if (/\.fdseq$/i.test(entry.name)) return 'application/vnd.ms-xpsdocument';
      const customary = CUSTOMARY.find(([part]) => part === entry.name.toLowerCase());
      if (customary) guess = customary[1];
      if (++looked > MAX_ENTRIES) break;
    }
  } catch {
    // The format that reads it will say what is wrong with it.
  }
  return guess;
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';

const CUSTOMARY: readonly (readonly [string, string])[] = [
  ['word/document.xml', `${OFFICE}wordprocessingml.document`],
  ['xl/workbook.xml', `${OFFICE}spreadsheetml.sheet`],
  ['ppt/presentation.xml', `${OFFICE}presentationml.presentation`],
];

function officeType(contentTypes: string): string | null {
  const main = /ContentType\s*=\s*["']([^"']+)\.main\+xml["']/i.exec(contentTypes)?.[1];
  if (main) return main.toLowerCase();
  return contentTypes.includes('application/vnd.ms-excel.sheet.binary')
    ? 'application/vnd.ms-excel.sheet.binary'
    : null;
}

async function textOf(entry: ArchiveEntry): Promise<string> {
  const content = await entry.content();
  const bytes = await collected('read' in content ? chunksOf(content) : content, MAX_PART);
  return await decodedText(bytes.read(0, bytes.size));
}

async function headOf(entry: ArchiveEntry): Promise<Buffer> {
  const content = await entry.content();
  const { head, whole } = await peeked('read' in content ? chunksOf(content) : content, MAX_PART);
  await whole.return(undefined);
  return Buffer.from(head);
}
