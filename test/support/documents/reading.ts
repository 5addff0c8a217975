import { bytesInMemory } from '#kernel/bytes.ts';
import type { ReadPicture } from '#kernel/picture.ts';
import type { ExtractLimits, Outcome, Segment } from '#extract/index.ts';
import { DEFAULT_LIMITS, extract } from '#extract/index.ts';
import { decodeWebp } from '#platform/ocr/decode-webp.ts';

export interface Read {
  readonly mime: string;
  readonly format: string | null;
  readonly segments: readonly Segment[];
  /** All segments' text, a newline between two. */
  readonly text: string;
  /** "scanned", or status and reason as in "partial/encrypted". */
  readonly ended: string;
  readonly picturesLeft: number;
}

/** Reads a file from memory to its end, as the scanner would. */
export async function read(
  name: string,
  content: string | Uint8Array,
  limits: Partial<ExtractLimits> = {},
  readPicture: ReadPicture | null = null,
): Promise<Read> {
  const file = bytesInMemory(Buffer.from(content));
  const extraction = await extract(name, file, {
    limits: { ...DEFAULT_LIMITS, ...limits },
    pictures: readPicture === null ? null : { read: readPicture, decodeWebp },
  });
  const segments: Segment[] = [];
  for await (const segment of extraction.segments) segments.push(segment);
  return {
    mime: extraction.mime,
    format: extraction.format,
    segments,
    text: segments.map(({ text }) => text).join('\n'),
    ended: ended(extraction.outcome()),
    picturesLeft: extraction.picturesLeft(),
  };
}

/** The segments' text that stands in a part ("header", "links"). */
export function partOf(read: Read, part: string): string {
  return read.segments
    .filter(({ place }) => place.part === part)
    .map(({ text }) => text)
    .join('');
}

function ended({ status, reason }: Outcome): string {
  return reason === null ? status : `${status}/${reason}`;
}
