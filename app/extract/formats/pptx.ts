import type { Reading, SeekingFormat, Segment } from '../format.ts';
import { Unread } from '../format.ts';
import { allText, partText, surroundings } from '../office/document-parts.ts';
import { lines } from '../text/lines.ts';
import { OfficeText } from '../office/office-text.ts';
import type { Part } from '../office/package.ts';
import { gathered, partsOf, relationsOf } from '../office/package.ts';
import { attribute } from '../text/xml.ts';

const OFFICE = 'application/vnd.openxmlformats-officedocument.presentationml';

/** PowerPoint presentations since 2007: slides (hidden ones too), notes, comments, charts, and masters but their prompts. */
export const pptx: SeekingFormat = {
  id: 'pptx',
  version: 1,
  mimes: [
    `${OFFICE}.presentation`,
    `${OFFICE}.slideshow`,
    `${OFFICE}.template`,
    'application/vnd.ms-powerpoint.presentation.macroenabled',
    'application/vnd.ms-powerpoint.slideshow.macroenabled',
    'application/vnd.ms-powerpoint.template.macroenabled',
  ],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    yield* presentationText(await partsOf(file, reading), reading);
  },
};

/** The text of a presentation from its parts. Throws `Unread('corrupt')` without a main one. */
export async function* presentationText(parts: readonly Part[], reading: Reading): AsyncGenerator<Segment> {
  const main = parts.find(({ kind }) => kind === 'main');
  if (!main) throw new Unread('corrupt');
  const numbers = await slideNumbers(parts, main, reading);
  for (const [part, slide] of bySlide(parts, numbers)) {
    yield* partText(part, reading, { slide }, (flow) => new OfficeText(flow));
    for (const attached of await attachedTo(part, parts, reading)) {
      const place = { slide, part: ATTACHED[attached.kind] ?? attached.kind };
      yield* partText(attached, reading, place, (flow) =>
        COMMENTS.has(attached.kind) ? allText(flow) : new OfficeText(flow),
      );
    }
  }
  yield* masters(parts, reading);
  yield* surroundings(parts, reading);
}

/** What belongs to a slide: through its relations, so that text and slide stay together. */
const ATTACHED: Record<string, string> = {
  notesslide: 'notes',
  comments: 'comments',
  chart: 'chart',
  diagramdata: 'diagram',
};

const COMMENTS = new Set(['comments']);

async function attachedTo(slide: Part, parts: readonly Part[], reading: Reading): Promise<Part[]> {
  const targets = new Set((await relationsOf(parts, reading, slide)).map(({ target }) => target));
  return parts.filter(({ name, kind }) => kind in ATTACHED && targets.has(name));
}

/** Slides in the order in which they are shown. */
async function slideNumbers(
  parts: readonly Part[],
  main: Part,
  reading: Reading,
): Promise<Map<string, number>> {
  const targets = new Map((await relationsOf(parts, reading, main)).map(({ id, target }) => [id, target]));
  const numbers = new Map<string, number>();
  await gathered(main, reading, {
    open(element) {
      if (element.name !== 'sldId') return;
      const id = Object.entries(element.attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      numbers.set(targets.get(id) ?? '', numbers.size + 1);
    },
  });
  return numbers;
}

/** Slides that the presentation does not list any more come last, under numbers of their own. */
function bySlide(parts: readonly Part[], numbers: ReadonlyMap<string, number>): [Part, number][] {
  let next = numbers.size;
  return parts
    .filter(({ kind }) => kind === 'slide')
    .map((part): [Part, number] => [part, numbers.get(part.name) ?? ++next])
    .toSorted(([, a], [, b]) => a - b);
}

const MASTERS: Record<string, string> = {
  slidemaster: 'master',
  slidelayout: 'layout',
  notesmaster: 'notes master',
  handoutmaster: 'handout master',
};

/** Layouts repeat the footer of their master: the same text is given once. People who commented are listed here too. */
async function* masters(parts: readonly Part[], reading: Reading): AsyncGenerator<Segment> {
  const seen = new Set<string>();
  for (const part of parts) {
    const place = MASTERS[part.kind];
    if (place === undefined) continue;
    const segments = partText(
      part,
      reading,
      { part: place },
      (flow) => new OfficeText(flow, { withoutPrompts: true }),
    );
    for await (const segment of segments) {
      if (seen.has(segment.text)) continue;
      seen.add(segment.text);
      yield segment;
    }
  }
  yield* lines(reading, 'commenters', await commenters(parts, reading));
}

async function commenters(parts: readonly Part[], reading: Reading): Promise<Set<string>> {
  const names = new Set<string>();
  for (const part of parts) {
    if (part.kind !== 'commentauthors' && part.kind !== 'authors') continue;
    await gathered(part, reading, {
      open(element) {
        for (const key of ['name', 'userId']) names.add(attribute(element, key) ?? '');
      },
    });
  }
  return names;
}
