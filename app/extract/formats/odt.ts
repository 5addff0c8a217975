import type { Reading, SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { partText, surroundings } from '../office/document-parts.ts';
import { OpenDocumentText } from '../office/open-document-text.ts';
import type { Part } from '../office/package.ts';
import { gathered, partsOf } from '../office/package.ts';
import { allText } from '../office/document-parts.ts';

const ODF = 'application/vnd.oasis.opendocument';

/** OpenDocument texts: body, headers and footers, notes, comments, deleted text, links, properties. */
export const odt: SeekingFormat = {
  id: 'odt',
  version: 1,
  mimes: [`${ODF}.text`, `${ODF}.text-template`, `${ODF}.text-master`, `${ODF}.text-web`],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const parts = await partsOf(file, reading);
    const content = parts.filter(({ name }) => /(^|\/)content\.xml$/.test(name));
    if (content.length === 0) throw new Unread('corrupt');
    if (await isEncrypted(parts, reading)) throw new Unread('encrypted');
    for (const part of content) {
      const place = { part: part.name === 'content.xml' ? 'body' : 'object' };
      yield* partText(part, reading, place, (flow) => new OpenDocumentText(flow));
    }
    for (const part of parts) {
      if (part.name === 'styles.xml')
        yield* partText(part, reading, { part: 'header and footer' }, (flow) => new OpenDocumentText(flow));
      if (part.name === 'meta.xml') yield* partText(part, reading, { part: 'properties' }, allText);
    }
    yield* surroundings(parts, reading);
  },
};

async function isEncrypted(parts: readonly Part[], reading: Reading): Promise<boolean> {
  let encrypted = false;
  const manifest = parts.find(({ name }) => name === 'META-INF/manifest.xml');
  if (!manifest) return false;
  await gathered(manifest, reading, {
    open(element) {
      if (element.name === 'encryption-data') encrypted = true;
    },
  });
  return encrypted;
}
