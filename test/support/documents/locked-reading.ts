import { bytesInMemory } from '#kernel/bytes.ts';
import { extract } from '#extract/extract.ts';

/** The text of a file that is under a password, with how it ended, as the scanner would read it with these passwords. */
export async function readWith(
  passwords: readonly string[],
  name: string,
  content: Uint8Array,
): Promise<{ text: string; ended: string; locked: boolean; mime: string }> {
  const extraction = await extract(name, bytesInMemory(content), { passwords });
  let text = '';
  for await (const segment of extraction.segments) text += `${segment.text}\n`;
  const { status, reason } = extraction.outcome();
  const ended = reason === null ? status : `${status}/${reason}`;
  return { text, ended, locked: extraction.hadLocked(), mime: extraction.mime };
}
