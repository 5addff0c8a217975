import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { Picture } from '#kernel/picture.ts';
import { restrained } from '#platform/workers/restraints.ts';
import { languageFiles, LANGUAGES } from './languages.ts';

export type PictureReader = (picture: Picture, signal?: AbortSignal) => Promise<string | null>;

/**
 * Debian's tesseract, a process for each picture, or null where it is not installed: workers then read pictures
 * themselves (tesseract-here.ts), at about half the speed. The program gets bare pixels on its standard input, which a worker
 * without rights has made out of the file, so that no parser of a picture format runs outside of one.
 * @param folder where the language models are unpacked to, once: 18 MB
 */
export function createTesseract(folder: string): PictureReader | null {
  if (!existsSync(PROGRAM)) return null;
  let models: Promise<string | null> | null = null;
  // A disk that is full now may have room later: the next picture tries again.
  const unpacked = (): Promise<string | null> =>
    unpackedModels(folder).catch(() => {
      models = null;
      return null;
    });
  return async (picture, signal) => {
    models ??= unpacked();
    const unpackedTo = await models;
    return unpackedTo === null || signal?.aborted === true ? null : await read(picture, unpackedTo, signal);
  };
}

const PROGRAM = '/usr/bin/tesseract';
/** Tells which way up a page is; Debian's tesseract depends on its package. Without it what lies on its head is not read. */
const ORIENTATION_MODEL = '/usr/share/tesseract-ocr/5/tessdata/osd.traineddata';
/** A page takes two or three seconds; a picture of noise may take ten times that. */
const SECONDS = 60;
const ADDRESS_SPACE = 2 * 1024 ** 3;
/** A densely written A3 page has some 20,000 characters. */
const MOST_TEXT = 4 * 1024 * 1024;

function read(
  { width, height, dpi, grey }: Picture,
  models: string,
  signal?: AbortSignal,
): Promise<string | null> {
  const program = [
    ...restrained({ seconds: SECONDS, addressSpace: ADDRESS_SPACE }),
    PROGRAM,
    ...['stdin', 'stdout', '--tessdata-dir', models, '-l', LANGUAGES.join('+')],
    // 1: the neural reader alone. 3: find columns and lines by itself; the default finds fewer numbers. As mode 1 it
    // looks first which way up the page is.
    ...['--oem', '1', '--psm', existsSync(ORIENTATION_MODEL) ? '1' : '3', '--dpi', String(Math.round(dpi))],
  ];
  const [command = PROGRAM, ...args] = program;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      // One core a picture: pictures are read side by side. Node hands the other one on by itself unless it is named.
      env: { OMP_THREAD_LIMIT: '1', NODE_V8_COVERAGE: undefined },
      cwd: '/',
      detached: true,
      stdio: ['pipe', 'pipe', 'ignore'],
      timeout: 2 * SECONDS * 1000,
      killSignal: 'SIGKILL',
      ...(signal === undefined ? {} : { signal }),
    });
    const text: Buffer[] = [];
    let length = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > MOST_TEXT) child.kill('SIGKILL');
      else text.push(chunk);
    });
    // One that ends before it has read its picture says so by how it ends.
    child.stdin.on('error', () => undefined);
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code === 0 ? Buffer.concat(text).toString('utf8') : null));
    child.stdin.write(`P5\n${width} ${height}\n255\n`);
    child.stdin.end(grey);
  });
}

async function unpackedModels(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const language of LANGUAGES) {
    const model = join(folder, `${language}.traineddata`);
    if (existsSync(model)) continue;
    // Whole or not at all: another process may be about the same.
    const half = `${model}.${process.pid}`;
    await writeFile(half, await promisify(gunzip)(await readFile(languageFiles[language])), { mode: 0o600 });
    await rename(half, model);
  }
  const orientation = join(folder, 'osd.traineddata');
  if (existsSync(ORIENTATION_MODEL) && !existsSync(orientation))
    await symlink(ORIENTATION_MODEL, orientation).catch(() => undefined);
  return folder;
}
