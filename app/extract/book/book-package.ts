import type { Reading } from '../format.ts';
import type { Part } from '../office/package.ts';
import { gathered, resolvedPath } from '../office/package.ts';
import { attribute } from '../text/xml.ts';

/** What an electronic book says of itself (EPUB 2 and 3: container.xml, the package document, encryption.xml). */
export interface BookPackage {
  /** The chapters in the order in which they are read; then what the book lists beside them, such as notes. */
  readonly chapters: readonly Part[];
  /** Parts that only describe the book or its looks: no text of it. */
  readonly silent: ReadonlySet<Part>;
  /** "creator: …" for each that the package document gives. */
  readonly properties: readonly string[];
  /** Parts that are enciphered; fonts that are only obscured do not count. */
  readonly enciphered: ReadonlySet<string>;
}

/** Damage gives less: without a package document, the pages are the chapters, by their names. */
export async function bookPackage(parts: readonly Part[], reading: Reading): Promise<BookPackage> {
  const byName = new Map(parts.map((part) => [part.name, part]));
  const roots = await packageDocuments(byName, reading);
  const found = roots.length > 0 ? roots : parts.filter(({ name }) => /\.opf$/i.test(name));
  const properties: string[] = [];
  const chapters = new Set<Part>();
  const silent = new Set<Part>(found);
  for (const root of found) {
    const listed = await listing(root, reading);
    properties.push(...listed.properties);
    const partAt = (href: string): Part | undefined => byName.get(resolvedPath(folderOf(root.name), href));
    for (const id of listed.spine) {
      const item = listed.items.get(id);
      const part = item && partAt(item.href);
      if (part) chapters.add(part);
    }
    for (const { href, type } of listed.items.values()) {
      const part = partAt(href);
      if (part && PAGE_TYPE.test(type)) chapters.add(part);
      else if (part && SILENT_TYPE.test(type)) silent.add(part);
    }
  }
  if (chapters.size === 0)
    for (const part of parts.toSorted((a, b) => (a.name < b.name ? -1 : 1)))
      if (/\.x?html?$/i.test(part.name)) chapters.add(part);
  return { chapters: [...chapters], silent, properties, enciphered: await encipheredIn(byName, reading) };
}

const PAGE_TYPE = /^(application\/xhtml\+xml|text\/html|application\/x-dtbook\+xml|text\/x-oeb1-document)$/i;
const SILENT_TYPE =
  /(^font\/|^audio\/|^video\/|font|\/css$|javascript|dtbncx|smil|oeb1-css|page-map|pls\+xml)/i;
const MAX_ITEMS = 20_000;

interface Listing {
  readonly items: Map<string, { href: string; type: string }>;
  readonly spine: string[];
  readonly properties: string[];
}

async function listing(root: Part, reading: Reading): Promise<Listing> {
  const listed: Listing = { items: new Map(), spine: [], properties: [] };
  let inMetadata = 0;
  let property = '';
  let text = '';
  await gathered(root, reading, {
    open(element) {
      if (/^(metadata|dc-metadata)$/.test(element.name)) inMetadata++;
      property = inMetadata > 0 && SPOKEN.has(element.name.toLowerCase()) ? element.name.toLowerCase() : '';
      text = '';
      const id = attribute(element, 'id') ?? attribute(element, 'idref') ?? '';
      if (element.name === 'item' && listed.items.size < MAX_ITEMS)
        listed.items.set(id, {
          href: unescaped(attribute(element, 'href') ?? ''),
          type: attribute(element, 'media-type') ?? '',
        });
      if (element.name === 'itemref' && listed.spine.length < MAX_ITEMS)
        listed.spine.push(attribute(element, 'idref') ?? '');
    },
    text(words) {
      if (property !== '') text += words;
    },
    close(name) {
      if (/^(metadata|dc-metadata)$/.test(name)) inMetadata--;
      const words = text.replaceAll(/\s+/g, ' ').trim();
      if (property !== '' && words !== '') listed.properties.push(`${property}: ${words}`);
      property = '';
    },
  });
  return listed;
}

/** Dublin Core's elements that tell of people and content; language, date and format do not. */
const SPOKEN = new Set(
  'title creator contributor publisher subject description rights source relation coverage identifier'.split(
    ' ',
  ),
);

async function packageDocuments(parts: ReadonlyMap<string, Part>, reading: Reading): Promise<Part[]> {
  const found: Part[] = [];
  const container = parts.get('META-INF/container.xml');
  if (!container) return found;
  await gathered(container, reading, {
    open(element) {
      if (element.name !== 'rootfile') return;
      const part = parts.get(unescaped(attribute(element, 'full-path') ?? ''));
      if (part && /oebps-package/.test(attribute(element, 'media-type') ?? 'oebps-package')) found.push(part);
    },
  });
  return found;
}

/** Fonts are obscured by two known ways, which hide no text. */
const OBSCURED = /(2008\/embedding|pdf\/enc#RC)$/i;

async function encipheredIn(parts: ReadonlyMap<string, Part>, reading: Reading): Promise<Set<string>> {
  const names = new Set<string>();
  const list = parts.get('META-INF/encryption.xml');
  if (!list) return names;
  let isObscured = false;
  await gathered(list, reading, {
    open(element) {
      if (element.name === 'EncryptedData') isObscured = false;
      // Of several methods the first is the data's own; the key's comes within it.
      if (element.name === 'EncryptionMethod')
        isObscured ||= OBSCURED.test(attribute(element, 'Algorithm') ?? '');
      if (element.name === 'CipherReference' && !isObscured)
        names.add(unescaped(attribute(element, 'URI') ?? ''));
    },
  });
  return names;
}

function folderOf(name: string): string {
  return name.slice(0, name.lastIndexOf('/') + 1);
}

function unescaped(href: string): string {
  try {
    return decodeURIComponent(href.replace(/#.*$/, ''));
  } catch {
    return href;
  }
}
