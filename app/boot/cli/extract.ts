import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { createTesseract } from '#platform/ocr/tesseract.ts';
import { createWorkerPool } from '#platform/workers/pool.ts';
import type { Outcome } from '#platform/workers/pool.ts';
import { notUnderstood, UsageError } from './command.ts';
import type { Command, ExitCode } from './command.ts';
import { parseTextEnding, parseTextPiece } from './extracted-text.ts';
import type { TextEnding } from './extracted-text.ts';
import { interruptible } from './interruption.ts';
import { printError, stdout } from './output.ts';
import { readPasswords } from './passwords-file.ts';
import { privateSpoolFolder } from './spool-folder.ts';
import { targetAt } from './target.ts';
import { limitsFor } from './worker-limits.ts';

export const extractCommand: Command = {
  help: `Prints the text of a file as the scanner sees it (UTF-8): tables with tabs between cells, what is packed
in archives and mails one after the other. The file is read by a process that has no rights.

Usage: datamapper extract FILE [--passwords FILE]

Options:
  --passwords FILE  passwords to try on what is protected, one a line, at most 50; nobody else may be able to read
                    the file; - reads them from standard input
  --help            this text

Exit codes: 0 read to its end; 1 not, or not wholly, read (the reason stands on standard error);
2 could not start, for example because there is no such file.
`,
  run: async (args) => {
    const { path, passwords: passwordFile } = parse(args);
    const passwords = passwordFile === null ? [] : await readPasswords(passwordFile);
    const target = await targetAt(path);
    if (target.kind === 'folder') throw new UsageError('this is a folder; name one file.');
    const spoolFolder = privateSpoolFolder();
    const readPicture = createTesseract(join(spoolFolder, 'languages'));
    const pool = createWorkerPool<{ name: string }, TextEnding, string>({
      entry: new URL('./extract.worker.ts', import.meta.url),
      size: 1,
      spoolFolder,
      limits: limitsFor(target.size, true),
      parseResult: parseTextEnding,
      parsePiece: parseTextPiece,
      ...(readPicture === null ? {} : { readPicture }),
    });
    try {
      const outcome = await interruptible((signal) =>
        pool.run({ name: target.name }, target.source.open([target.name]), {
          signal,
          briefing: { id: 'passwords', body: passwords },
          onPiece: (text) => stdout.write(text.toWellFormed()),
        }),
      );
      return outcome === 'interrupted' ? 130 : report(outcome);
    } finally {
      await pool.close();
    }
  },
};

function parse(args: string[]): { path: string; passwords: string | null } {
  const options = { passwords: { type: 'string' } } as const;
  try {
    const { positionals, values } = parseArgs({ args, options, strict: true, allowPositionals: true });
    const [path, ...more] = positionals;
    if (path !== undefined && more.length === 0) return { path, passwords: values.passwords ?? null };
  } catch (error) {
    throw notUnderstood(error);
  }
  throw new UsageError('name one file.');
}

function report(outcome: Outcome<TextEnding>): ExitCode {
  if (outcome.kind !== 'done') {
    printError(`The file was not read to its end: ${ENDINGS[outcome.kind]}.`);
    return 1;
  }
  const { status, reason, mime } = outcome.result;
  if (status === 'scanned') return 0;
  printError(`${status}: ${reason ?? 'unknown'} (${mime})`);
  return 1;
}

const ENDINGS = {
  'timed-out': 'it took too long',
  'out-of-memory': 'it took too much memory',
  died: 'its parser failed',
  'too-large': 'it is too large',
  unreadable: 'it cannot be opened, or reading it failed',
  cancelled: 'it was cancelled',
} as const;
