import type { Readable } from 'node:stream';

/**
 * The first line of a stream, without its newline; what comes behind it is ignored.
 * @param longest most bytes that a line may have
 * @param withinMs how long to wait for all of it; null: as long as the stream lasts
 * @returns null if no whole line came: too long, too slow, ended before, or broken.
 */
export function readLine(stream: Readable, longest: number, withinMs: number | null): Promise<string | null> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    const timer = withinMs === null ? null : setTimeout(() => end(null), withinMs);
    const end = (line: string | null): void => {
      if (timer !== null) clearTimeout(timer);
      stream.off('data', take).off('end', fail).off('close', fail);
      // Left unread, the rest would keep the stream from ever ending.
      stream.resume();
      resolve(line);
    };
    const fail = (): void => end(null);
    const take = (chunk: Buffer): void => {
      const newline = chunk.indexOf(NEWLINE);
      const part = newline === -1 ? chunk : chunk.subarray(0, newline);
      length += part.length;
      chunks.push(part);
      if (length > longest) end(null);
      else if (newline !== -1) end(Buffer.concat(chunks).toString('utf8'));
    };
    stream.on('data', take).on('end', fail).on('close', fail);
  });
}

const NEWLINE = 0x0a;
