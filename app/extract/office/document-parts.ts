import type { Place, Reading, Segment } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { Flow } from '../text/flow.ts';
import { lines } from '../text/lines.ts';
import { SegmentWriter } from '../text/segments.ts';
import type { XmlHandler } from '../text/xml.ts';
import { attribute, parsedXml } from '../text/xml.ts';
import type { Part } from './package.ts';
import { partBytes, relationsOf } from './package.ts';

/** A part's text. Damage is noted as left out, and what came before it counts. */
export async function* partText(
  part: Part,
  reading: Reading,
  place: Omit<Place, 'path'>,
  handlerOf: (flow: Flow) => XmlHandler,
): AsyncGenerator<Segment> {
  const writer = new SegmentWriter({ path: reading.path, ...place });
  const flow = new Flow(writer);
  try {
    yield* parsedXml(partBytes(part, reading), handlerOf(flow), () => writer.take());
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
  flow.end();
  yield* writer.end();
}

/**
 * What an Office document says beside its content: properties (who made it and who saved it last, its title, the
 * company, custom fields), the targets of its links, data bound to it, and the files embedded in it.
 */
export async function* surroundings(parts: readonly Part[], reading: Reading): AsyncGenerator<Segment> {
  for (const part of parts) {
    if (/^(core|extended|custom)-properties$/.test(part.kind))
      yield* partText(part, reading, { part: 'properties' }, properties);
    else if (/^customXml\/item\d*\.xml$/i.test(part.name))
      yield* partText(part, reading, { part: 'data' }, allText);
  }
  const targets = (await relationsOf(parts, reading))
    .filter(({ external }) => external)
    .map(({ target }) => target);
  yield* lines(reading, 'links', new Set(targets.map(unescaped)));
  yield* embedded(parts, reading);
}

/** All text of a part, and the values of its attributes named, each on a line. */
export function allText(flow: Flow, attributes: readonly string[] = []): XmlHandler {
  return {
    open(element) {
      flow.line();
      for (const name of attributes) {
        flow.text(attribute(element, name) ?? '');
        flow.line();
      }
    },
    text: (text) => flow.text(text.replaceAll(/\s+/g, ' ').trim()),
    close: () => flow.line(),
  };
}

/** What is written in VML's text boxes; the rest of such a part is about the shapes. */
export function boxText(flow: Flow): XmlHandler {
  let boxes = 0;
  return {
    open(element) {
      if (element.name === 'textbox') boxes++;
      if (boxes > 0) flow.line();
    },
    text(text) {
      if (boxes > 0) flow.text(text.replaceAll(/\s+/g, ' ').trim());
    },
    close(name) {
      if (name === 'textbox') boxes--;
    },
  };
}

const PROPERTIES =
  /^(title|subject|creator|keywords|description|lastModifiedBy|category|contentStatus|manager|company|hyperlinkBase|lpwstr|lpstr|bstr|initial-creator|author)$/i;

function properties(flow: Flow): XmlHandler {
  let name = '';
  let custom = '';
  return {
    open(element) {
      name = element.name;
      if (name === 'property') custom = attribute(element, 'name') ?? '';
    },
    text(text) {
      if (text.trim() === '' || !PROPERTIES.test(name)) return;
      const variant = /^(lpw?str|bstr)$/.test(name);
      // Without a name of their own, variants are lists of fonts and headings.
      if (variant && custom === '') return;
      flow.line();
      flow.text(`${variant ? custom : name}: ${text.replaceAll(/\s+/g, ' ').trim()}`);
    },
  };
}

/** What is embedded is a file like any other, a picture too when it is more than a logo. */
async function* embedded(parts: readonly Part[], reading: Reading): AsyncGenerator<Segment> {
  for (const part of parts) {
    if (!EMBEDDED.test(part.name) && !isPicture(part)) continue;
    let content;
    try {
      content = await part.entry.content();
    } catch (error) {
      reading.leftOut(reasonOf(error));
      continue;
    }
    yield* reading.nested(part.name.slice(part.name.lastIndexOf('/') + 1), content);
  }
}

const EMBEDDED = /(^|\/)embeddings\/[^/]+$/i;

/** A pasted page or screenshot has more bytes than the logo of every letter. */
const PASTED = 20 * 1024;

function isPicture(part: Part): boolean {
  return (
    /(^|\/)(media|pictures)\/[^/]+\.(png|jpe?g|tiff?|gif|bmp|webp|emf|wmf)$/i.test(part.name) &&
    isPasted(part.entry.size)
  );
}

/** Whether a picture has as many bytes (its size) as a page that was pasted in, and not as few as a logo. */
export function isPasted(size: number): boolean {
  return size >= PASTED;
}

function unescaped(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch {
    return target;
  }
}
