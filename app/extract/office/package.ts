import type { ByteSource } from '#kernel/bytes.ts';
import type { Reading } from '../format.ts';
import { Unread } from '../format.ts';
import { reasonOf } from '../reason.ts';
import { chunksOf } from '../text/chunks.ts';
import type { XmlHandler } from '../text/xml.ts';
import { attribute, gatheredXml } from '../text/xml.ts';
import type { ArchiveEntry } from '../zip/archive-entry.ts';
import { archiveEntries } from '../zip/archive.ts';

/** A file within a document that is a zip file: Office Open XML's parts, OpenDocument's streams. */
export interface Part {
  /** Its path in the zip, without a slash in front. */
  readonly name: string;
  /** What it is: the last word of its content type, in lower case ("main", "worksheet", "footnotes"); '' if unknown. */
  readonly kind: string;
  readonly entry: ArchiveEntry;
}

/** A link from a part: to another part by its path, or out of the document. */
export interface Relation {
  readonly id: string;
  readonly target: string;
  readonly external: boolean;
}

/** No document is known to have more; a million entries would be an attack on memory and time. */
const MAX_PARTS = 20_000;

/** The parts of a document. Throws `Unread`: 'corrupt', 'too_large'. */
export async function partsOf(file: ByteSource, reading: Reading): Promise<readonly Part[]> {
  const entries: ArchiveEntry[] = [];
  try {
    for await (const entry of archiveEntries(file, reading.limits.maxRatio, reading.passwords)) {
      if (entries.push(entry) > MAX_PARTS) throw new Unread('too_large');
    }
  } catch (error) {
    // Of a document that is damaged, what was found is read.
    if (entries.length === 0 || reasonOf(error) !== 'corrupt') throw error;
    reading.leftOut('corrupt');
  }
  const types = await contentTypes(entries, reading);
  return entries.map((entry) => ({ name: entry.name, kind: kindOf(entry.name, types), entry }));
}

/** A part's bytes, counted against the limits. Throws, or the stream does, `Unread`. */
export async function* partBytes(
  part: { readonly entry: ArchiveEntry },
  reading: Reading,
): AsyncGenerator<Uint8Array> {
  const content = await part.entry.content();
  for await (const chunk of 'read' in content ? chunksOf(content) : content) {
    reading.unpacked(chunk.length);
    yield chunk;
  }
}

/** The relations that start from a part (or, without one, from all parts of the document). Damage gives fewer. */
export async function relationsOf(
  parts: readonly Part[],
  reading: Reading,
  from?: Part,
): Promise<Relation[]> {
  const relations: Relation[] = [];
  const wanted = from ? relationsName(from.name) : null;
  for (const part of parts) {
    if (wanted === null ? !part.name.endsWith('.rels') : part.name !== wanted) continue;
    const base = part.name.replace(/_rels\/[^/]*$/, '');
    await gathered(part, reading, {
      open(element) {
        if (element.name !== 'Relationship') return;
        const target = attribute(element, 'Target') ?? '';
        const external = attribute(element, 'TargetMode') === 'External';
        relations.push({
          id: attribute(element, 'Id') ?? '',
          target: external ? target : resolvedPath(base, target),
          external,
        });
      },
    });
  }
  return relations;
}

/** Reads a part for what its handler gathers. Damage is noted as left out and does not stop the rest of the document. */
export async function gathered(
  part: { readonly entry: ArchiveEntry },
  reading: Reading,
  handler: XmlHandler,
): Promise<void> {
  try {
    await gatheredXml(partBytes(part, reading), handler);
  } catch (error) {
    reading.leftOut(reasonOf(error));
  }
}

async function contentTypes(
  entries: readonly ArchiveEntry[],
  reading: Reading,
): Promise<Map<string, string>> {
  const types = new Map<string, string>();
  const entry = entries.find(({ name }) => name === '[Content_Types].xml');
  if (!entry) return types;
  await gathered({ entry }, reading, {
    open(element) {
      const type = attribute(element, 'ContentType') ?? '';
      const part = attribute(element, 'PartName')?.replace(/^\//, '').toLowerCase();
      const extension = attribute(element, 'Extension')?.toLowerCase();
      if (element.name === 'Override' && part) types.set(part, type);
      if (element.name === 'Default' && extension) types.set(`.${extension}`, type);
    },
  });
  return types;
}

function kindOf(name: string, types: ReadonlyMap<string, string>): string {
  const lower = name.toLowerCase();
  return partKind(name, types.get(lower) ?? types.get(/\.[^./]*$/.exec(lower)?.[0] ?? '') ?? '');
}

/** What a part is, by its content type; for want of one, by what parts of its name customarily are. */
export function partKind(name: string, type: string): string {
  const lower = name.toLowerCase();
  const kind = /([\w-]+?)(\+xml)?$/.exec(type.slice(-200))?.[1]?.toLowerCase() ?? '';
  if (kind !== '' && kind !== 'xml') return kind;
  const base = /([a-z]+)\d*\.xml$/.exec(lower.slice(-100))?.[1] ?? '';
  return CUSTOMARY[base] ?? base;
}

/** For documents whose list of types is lost: what parts are customarily called. */
const CUSTOMARY: Record<string, string> = {
  document: 'main',
  workbook: 'main',
  presentation: 'main',
  sheet: 'worksheet',
  sharedstrings: 'sharedstrings',
  core: 'core-properties',
  app: 'extended-properties',
  custom: 'custom-properties',
};

function relationsName(part: string): string {
  const slash = part.lastIndexOf('/') + 1;
  return `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`;
}

/** A path in a document as its parts are named, from what a part in the folder `base` ("word/") refers to. */
export function resolvedPath(base: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : base + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}
