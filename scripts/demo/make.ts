import { zip } from './makers/zip.ts';
import { render, type RenderOptions } from './render.ts';
import type { Draft, Kind } from './scene.ts';
import { truthOf, unread, type Made } from './truth.ts';

/** A document as a file of one format, with its truth. */
export async function makeFile(
  kind: Pick<Kind, 'name' | 'language'>,
  draft: Draft,
  options: Omit<RenderOptions, 'language'>,
): Promise<Made> {
  // A slash in a person's or a company's name would be a folder.
  const name = `${draft.name.replaceAll('/', '-')}.${options.format}`;
  const inside = draft.attachments ?? [];
  const content =
    draft.content.as === 'mail' && inside.length > 0
      ? { ...draft.content, attachments: inside.map(({ truth, bytes }) => ({ name: truth.path, bytes })) }
      : draft.content;
  return {
    bytes: await render(content, { ...options, language: kind.language }),
    truth: truthOf(
      name,
      kind.name,
      kind.language,
      content,
      inside.map((one) => one.truth),
    ),
  };
}

/** An archive of files, some of which may be archives. One with a password hides all but their names. */
export function makeArchive(name: string, files: readonly Made[], modified: Date, password?: string): Made {
  const entries = files.map(({ bytes, truth }) => ({ name: truth.path, bytes }));
  if (password !== undefined)
    return {
      bytes: zip(entries, { modified, password }),
      truth: unread(name, 'archive', 'partial', 'encrypted'),
    };
  const inside = files.map((file) => file.truth);
  return { bytes: zip(entries, { modified }), truth: truthOf(name, 'archive', 'da', undefined, inside) };
}
