import { zip, type ZipEntry } from './zip.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
}

/** Packs named XML texts as one office document. */
export function office(
  parts: readonly (readonly [name: string, xml: string])[],
  modified?: Date,
): Uint8Array {
  const entries: ZipEntry[] = parts.map(([name, xml]) => ({
    name,
    bytes: Buffer.from(name === 'mimetype' ? xml : XML_HEAD + xml),
    ...(name === 'mimetype' ? { stored: true } : {}),
  }));
  return zip(entries, modified ? { modified } : {});
}

/** [Content_Types].xml of an Open Packaging package (ECMA-376 part 2). */
export function contentTypes(overrides: readonly (readonly [part: string, type: string])[]): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides
    .map(([part, type]) => `<Override PartName="/${part}" ContentType="${OOXML}${type}+xml"/>`)
    .join('')}</Types>`;
}

/** A .rels part: the first relation is rId1, and so on. */
export function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
    .map(
      ([type, target], at) =>
        `<Relationship Id="rId${at + 1}" Type="${RELATIONSHIPS}/${type}" Target="${target}"/>`,
    )
    .join('')}</Relationships>`;
}

export const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const OOXML = 'application/vnd.openxmlformats-officedocument.';
