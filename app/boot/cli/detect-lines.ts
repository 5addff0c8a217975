import { isUtf8 } from 'node:buffer';
import type { ExitCode } from './command.ts';
import { presentFinding } from './finding-line.ts';
import { parseRecord } from './json-record.ts';
import { readLines } from './lines.ts';
import { parseLongRecord } from './long-record.ts';
import type { LongRecord } from './long-record.ts';
import { stdout } from './output.ts';
import { createTextReader, type TextNeeds, type TextReader } from './text-reader.ts';

/** The longest line that is read, in bytes. */
const LONGEST_LINE = 64 * 1024 * 1024;

/** Texts as JSON lines on standard input, findings as JSON lines on standard output: one for each, in order. */
export async function detectLines(reveal: boolean, needs: TextNeeds): Promise<ExitCode> {
  const newReader = createTextReader(needs);
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
    else await answer(line, { number, reveal, newReader }, refuse);
  }
  return failures > 0 ? 1 : 0;
}

/** From this length on (bytes) a line's text is taken out of it in pieces. */
const LONG = 1024 * 1024;

async function answer(
  line: Buffer,
  asked: { number: number; reveal: boolean; newReader: () => TextReader },
  refuse: (record: Record<string, unknown>) => Promise<void>,
): Promise<void> {
  const { number } = asked;
  const record = line.length < LONG ? shortRecord(line) : parseLongRecord(line);
  if (record === null) await refuse({ line: number, error: 'not a JSON object' });
  else if (record.hasText) await findings(record, asked);
  else await refuse({ id: record.id, line: number, error: '"text" is missing or is not a string' });
}

function shortRecord(line: Buffer): LongRecord | null {
  const record = parseRecord(line.toString('utf8'));
  if (record === null) return null;
  const { id, text } = record;
  return typeof text === 'string'
    ? { id, hasText: true, pieces: () => [text] }
    : { id, hasText: false, pieces: () => [] };
}

/** Written piece by piece: the findings of a text of 64 MB need not stand in memory together. */
async function findings(
  { id, pieces }: LongRecord,
  { reveal, newReader }: { reveal: boolean; newReader: () => TextReader },
): Promise<void> {
  const scanner = newReader();
  await stdout.write(`{"id":${JSON.stringify(id)},"findings":[`);
  let separator = '';
  const print = async (found: ReturnType<typeof scanner.push>): Promise<void> => {
    for (const finding of found) {
      await stdout.write(separator + JSON.stringify(presentFinding(finding, reveal)));
      separator = ',';
    }
  };
  for (const piece of pieces()) await print(scanner.push(piece));
  await print(scanner.finish());
  await stdout.write(']}\n');
}
