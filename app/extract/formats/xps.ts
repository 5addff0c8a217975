import type { SeekingFormat } from '../format.ts';
import { partText, surroundings } from '../office/document-parts.ts';
import { partsOf } from '../office/package.ts';
import type { Flow } from '../text/flow.ts';
import type { XmlHandler } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';

const XPS = 'application/vnd.ms-xpsdocument';

/** Documents that were printed to a file by Windows (XPS, OpenXPS): the words of each page, and who made them. */
export const xps: SeekingFormat = {
  id: 'xps',
  version: 1,
  mimes: [XPS],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const parts = await partsOf(file, reading);
    const pages = parts
      .filter(({ name }) => /\.fpage$/i.test(name))
      .map((part) => ({ part, number: Number(/(\d+)\.fpage$/i.exec(part.name)?.[1] ?? 1) }));
    for (const { part, number } of pages.toSorted((a, b) => a.number - b.number))
      yield* partText(part, reading, { page: number }, glyphs);
    yield* surroundings(parts, reading);
  },
};

/**
 * Words stand in attributes of what is drawn, and where it links to. Runs on the same height are one line; a run may be a
 * letter, so that only a gap wider than the run before can have been makes two words of them.
 */
function glyphs(flow: Flow): XmlHandler {
  let height = '';
  let end = 0;
  return {
    open(element) {
      const link = attribute(element, 'FixedPage.NavigateUri');
      if (link && /^[a-z]+:/i.test(link)) flow.text(` ${link} `);
      const words = attribute(element, 'UnicodeString');
      if (element.name !== 'Glyphs' || words === undefined) return;
      const [x, y] = [Number(attribute(element, 'OriginX') ?? 0), attribute(element, 'OriginY') ?? ''];
      if (y !== height) flow.line();
      else if (x > end) flow.space();
      height = y;
      end = x + (words.length + 0.5) * Number(attribute(element, 'FontRenderingEmSize') ?? 0);
      // A brace in front is escaped by an empty pair of them.
      flow.text(words.replace(/^\{\}/, ''));
    },
  };
}
