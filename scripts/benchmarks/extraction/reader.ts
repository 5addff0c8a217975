import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { createTesseract } from '#platform/ocr/tesseract.ts';
import { createWorkerPool } from '#platform/workers/pool.ts';
import type { Taken } from './paired.ts';
import { parseReading, parseText, type Reading } from './reading.ts';

/** One worker process as a scan has it, with its spool; files go to it one after the other. */
export interface Reader {
  /** Reads files to their ends. `cpu` is the worker's own: the copy into the spool is the parent's, and in `wall`. */
  read(files: readonly string[]): Promise<Taken>;
  /** One file, with what its worker said of itself. @throws Error when the worker ended. */
  readOne(file: string): Promise<Reading>;
  textOf(file: string): Promise<string>;
  close(): Promise<void>;
}

/** @param languages where tesseract's models are unpacked to; null: pictures are read by the worker itself */
export function createReader(spoolFolder: string, languages: string | null = null): Reader {
  const readPicture = languages === null ? null : createTesseract(languages);
  const pool = createWorkerPool<{ name: string; withText: boolean }, Reading, string>({
    entry: new URL('./reader.worker.ts', import.meta.url),
    size: 1,
    spoolFolder,
    limits: { timeMs: 1_800_000, residentBytes: 4 * 1024 ** 3 },
    parseResult: parseReading,
    parsePiece: parseText,
    ...(readPicture === null ? {} : { readPicture }),
  });

  const run = async (file: string, onPiece?: (text: string) => void): Promise<Reading> => {
    const job = { name: basename(file), withText: onPiece !== undefined };
    const ended = await pool.run(job, createReadStream(file, { highWaterMark: 1024 * 1024 }), {
      ...(onPiece === undefined ? {} : { onPiece }),
    });
    if (ended.kind !== 'done') throw new Error(`a file of the benchmark ended as ${ended.kind}`);
    return ended.result;
  };
  return {
    async read(files) {
      const begun = performance.now();
      let cpu = 0;
      for (const file of files) cpu += (await run(file)).cpuSeconds;
      return { wall: (performance.now() - begun) / 1000, cpu };
    },
    readOne: (file) => run(file),
    async textOf(file) {
      const pieces: string[] = [];
      await run(file, (text) => void pieces.push(text));
      return pieces.join('\n');
    },
    close: () => pool.close(),
  };
}
