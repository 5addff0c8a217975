import { archivedText } from '../iwork/archived-text.ts';
import { archivesOf } from '../iwork/archives.ts';
import { IWORK_MAIN, KEYNOTE, NUMBERS, PAGES } from '../iwork/iwork-type.ts';
import { IworkXmlText } from '../iwork/xml-text.ts';
import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { isPasted } from '../office/document-parts.ts';
import type { Part } from '../office/package.ts';
import { partBytes, partsOf } from '../office/package.ts';
import { reasonOf } from '../reason.ts';
import { lines } from '../text/lines.ts';
import { parsedXml } from '../text/xml.ts';

/**
 * Apple's Pages, Numbers and Keynote since 2005: their own XML up to 2009, archives of objects since 2013; the picture or
 * PDF of the first pages, which they keep for the file manager, only where there is nothing else. Charts, and the formats
 * of numbers, are not read.
 */
export const iwork: SeekingFormat = {
  id: 'iwork',
  version: 1,
  mimes: [PAGES, NUMBERS, KEYNOTE],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const parts = await partsOf(file, reading);
    // A document with a password keeps how to check it beside files that are enciphered.
    if (parts.some(({ name }) => /(^|\/)\.iwpv\d*$/.test(name))) throw new Unread('encrypted');
    const main = parts.find(({ name }) => IWORK_MAIN.test(name) && !name.endsWith('.iwa'));
    let any = false;
    for await (const segment of main ? xmlText(main, reading) : objectText(parts, reading)) {
      any = true;
      yield segment;
    }
    for (const part of parts) {
      const preview = !any && /^QuickLook\/Preview\.pdf$/.test(part.name);
      if (preview || isOwn(part, main !== undefined)) yield* beside(part, reading);
    }
  },
};

async function* objectText(parts: readonly Part[], reading: Reading): AsyncGenerator<Segment> {
  yield* archivedText(await archivesOf(parts, reading), reading);
}

async function* xmlText(main: Part, reading: Reading): AsyncGenerator<Segment> {
  const text = new IworkXmlText(reading.path);
  try {
    yield* parsedXml(partBytes(main, reading), text, () => text.take());
  } catch (error) {
    yield* text.take();
    reading.leftOut(reasonOf(error));
  }
  yield* lines(reading, 'properties', text.properties);
  yield* lines(reading, 'links', text.links);
}

/** What was put into the document: pictures that are more than a logo, and files. Thumbnails and themes are not. */
function isOwn({ name, entry }: Part, isXml: boolean): boolean {
  if (
    isXml
      ? /^(thumbs|QuickLook|theme-files|Contents)\/|^[^/]*\.(xml|apxl|plist)$/i.test(name)
      : !/^Data\//.test(name)
  )
    return false;
  if (/-small-?\d*\.\w+$|(^|\/)(mt|st)\d*-[^/]*$|\.(plist|tiff?fill|otf|ttf|m4[av]|mov|mp[34])$/i.test(name))
    return false;
  return PICTURE.test(name)
    ? isPasted(entry.size)
    : /\.(pdf|docx?|xlsx?|pptx?|txt|rtf|csv|html?)$/i.test(name);
}

const PICTURE = /\.(png|jpe?g|gif|bmp|webp|tiff?)$/i;

async function* beside(part: Part, reading: Reading): AsyncGenerator<Segment> {
  let content;
  try {
    content = await part.entry.content();
  } catch (error) {
    reading.leftOut(reasonOf(error));
    return;
  }
  yield* reading.nested(part.name.slice(part.name.lastIndexOf('/') + 1), content);
}
