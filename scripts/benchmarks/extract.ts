import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareArchives } from './extraction/archives.ts';
import { makeFiles } from './extraction/made-files.ts';
import { compareOffice } from './extraction/office.ts';
import { comparePdf } from './extraction/pdf.ts';
import { comparePictures } from './extraction/pictures.ts';
import { createReader } from './extraction/reader.ts';
import { compareWorkers } from './extraction/side-by-side.ts';
import {
  archiveRows,
  loadRow,
  officeRows,
  pdfRows,
  pictureRows,
  workerRows,
  type Row,
} from './extraction-rows.ts';

/**
 * Makes files as offices have them in a temporary folder, and reads the same ones with us and with other programs that do the
 * same, in turns. Gives lines for people as they come; a program that is not installed is named in one of them.
 */
export async function* benchExtraction(megabytes: number, row: Row): AsyncGenerator<string> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-extract-'));
  const spool = join(folder, 'spool');
  mkdirSync(spool);
  const reader = createReader(spool);
  try {
    const made = makeFiles(folder);
    yield loadRow(row);
    yield* pdfRows(await comparePdf(made, reader), row);
    yield* officeRows(await compareOffice(made, reader, folder), row);
    yield* archiveRows(await compareArchives(megabytes, reader, folder), row);
    yield* workerRows(await compareWorkers(made, folder), row);
    yield* pictureRows(await comparePictures(made, folder), row);
    yield loadRow(row);
  } finally {
    await reader.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
