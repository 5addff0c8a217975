import type { ZipMember } from './zip-maker.ts';
import { zipOf } from './zip-maker.ts';

/** An EPUB: what stands in its metadata, its pages in the order of the spine by their names, and other members. */
export function epubOf(
  pages: readonly (readonly [name: string, xhtml: string])[],
  {
    metadata = '',
    others = [],
    items = '',
  }: { metadata?: string; others?: ZipMember[]; items?: string } = {},
): Buffer {
  const manifest = pages
    .map(([name], i) => `<item id="p${i}" href="text/${name}" media-type="application/xhtml+xml"/>`)
    // The manifest lists in another order than the one that is read.
    .toReversed()
    .join('');
  const spine = pages.map((_, i) => `<itemref idref="p${i}"/>`).join('');
  return zipOf([
    { name: 'mimetype', content: 'application/epub+zip', stored: true },
    {
      name: 'META-INF/container.xml',
      content:
        '<container><rootfiles><rootfile full-path="book/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>',
    },
    {
      name: 'book/content.opf',
      content: `<package xmlns:dc="d"><metadata>${metadata}</metadata><manifest>${manifest}${items}</manifest><spine>${spine}</spine></package>`,
    },
    ...pages
      .map(([name, xhtml]) => ({ name: `book/text/${name}`, content: xhtml }))
      .toSorted((a, b) => (a.name < b.name ? -1 : 1)),
    ...others,
  ]);
}

/** A page of a book with a paragraph. */
export function bookPage(text: string, head = ''): string {
  return `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><head>${head}</head><body><p>${text}</p></body></html>`;
}
