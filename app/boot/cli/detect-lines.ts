import { isUtf8 } from 'node:buffer';
import { createTextScanner } from '#detect/index.ts';
import type { ExitCode } from './command.ts';
import { presentFinding } from './finding-line.ts';
import { parseRecord } from './json-record.ts';
import { readLines } from './lines.ts';
import { stdout } from './output.ts';

/** The longest line that is read, in bytes. */
const LONGEST_LINE = 64 * 1024 * 1024;
/** How much of a text is looked at before its findings are written, in UTF-16 code units. */
const STEP = 256 * 1024;

/** Texts as JSON lines on standard input, findings as JSON lines on standard output: one for each, in order. */
export async function detectLines(reveal: boolean): Promise<ExitCode> {
  let failures = 0;
  let number = 0;
  const refuse = async (record: Record<string, unknown>): Promise<void> => {
    failures++;
    await stdout.write(`${JSON.stringify(record)}\n`);
  };
  for await (const line of readLines(process.stdin as AsyncIterable<Buffer>, LONGEST_LINE)) {
    number++;
    if (line === null) await refuse({ id: null, line: number, error: 'the line is longer than 64 MB' });
    else if (!isUtf8(line)) await refuse({ line: number, error: 'not UTF-8' });
    else await answer(line.toString('utf8'), number, reveal, refuse);
  }
  return failures > 0 ? 1 : 0;
}

async function answer(
  line: string,
  number: number,
  reveal: boolean,
  refuse: (record: Record<string, unknown>) => Promise<void>,
): Promise<void> {
  const record = parseRecord(line);
  if (record === null) {
    await refuse({ line: number, error: 'not a JSON object' });
  } else if (typeof record.text !== 'string') {
    await refuse({ id: record.id, line: number, error: '"text" is missing or is not a string' });
  } else {
    await findings(record.id, record.text, reveal);
  }
}

/** Written piece by piece: the findings of a text of 64 MB need not stand in memory together. */
async function findings(id: unknown, text: string, reveal: boolean): Promise<void> {
  const scanner = createTextScanner();
  await stdout.write(`{"id":${JSON.stringify(id)},"findings":[`);
  let separator = '';
  const print = async (found: ReturnType<typeof scanner.push>): Promise<void> => {
    for (const finding of found) {
      await stdout.write(separator + JSON.stringify(presentFinding(finding, reveal)));
      separator = ',';
    }
  };
  for (let at = 0; at < text.length; at += STEP) await print(scanner.push(text.slice(at, at + STEP)));
  await print(scanner.finish());
  await stdout.write(']}\n');
}
