import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { partText, surroundings } from '../office/document-parts.ts';
import type { Part } from '../office/package.ts';
import { partsOf } from '../office/package.ts';
import type { Flow } from '../text/flow.ts';
import type { XmlHandler } from '../text/xml.ts';
import { attribute } from '../text/xml.ts';

/** Visio drawings since 2013: the text of their shapes, page by page, and who made them. */
export const vsdx: SeekingFormat = {
  id: 'vsdx',
  version: 2,
  mimes: ['drawing', 'template', 'stencil'].flatMap((kind) => [
    `application/vnd.ms-visio.${kind}`,
    `application/vnd.ms-visio.${kind}.macroenabled`,
  ]),
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    const parts = await partsOf(file, reading);
    const pages = parts.filter(({ kind }) => kind === 'page');
    if (!parts.some(({ kind }) => kind === 'main')) throw new Unread('corrupt');
    for (const part of pages) yield* page(part, reading);
    for (const part of parts) {
      if (part.kind === 'master') yield* partText(part, reading, { part: 'master' }, shapeText);
      if (part.kind === 'comments') yield* partText(part, reading, { part: 'comments' }, anyText);
    }
    yield* surroundings(parts, reading);
  },
};

function page(part: Part, reading: Reading): AsyncGenerator<Segment> {
  const number = Number(/(\d+)\.xml$/i.exec(part.name)?.[1] ?? 1);
  return partText(part, reading, { page: number }, shapeText);
}

function shapeText(flow: Flow): XmlHandler {
  let texts = 0;
  let section = '';
  return {
    open(element) {
      const { name } = element;
      if (name === 'Section') section = attribute(element, 'N') ?? '';
      if (name === 'Text') texts++;
      if (name === 'Text') flow.line();
      if (name === 'Cell' && SPOKEN[section]?.includes(attribute(element, 'N') ?? '')) {
        flow.line();
        flow.text((attribute(element, 'V') ?? '').replaceAll(/\s+/g, ' ').trim());
        flow.line();
      }
    },
    text(text) {
      if (texts > 0) flow.text(text.replaceAll(/\s+/g, ' '));
    },
    close(name) {
      if (name === 'Section') section = '';
      if (name === 'Text') texts--;
    },
  };
}

/** Shape data, such as the fields of a person in a chart of a firm, and links. */
const SPOKEN: Record<string, readonly string[]> = {
  Property: ['Value', 'Label'],
  Hyperlink: ['Address', 'Description'],
};

function anyText(flow: Flow): XmlHandler {
  return { open: () => flow.line(), text: (text) => flow.text(text.trim()) };
}
