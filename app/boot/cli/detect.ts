import { parseArgs } from 'node:util';
import type { ScannedFinding } from '#detect/index.ts';
import { readNameModel } from '#scan/offline.ts';
import { notUnderstood, UsageError } from './command.ts';
import type { Command, ExitCode } from './command.ts';
import { detectLines } from './detect-lines.ts';
import { presentFinding } from './finding-line.ts';
import { printError, stdout } from './output.ts';
import { readRulesFile } from './rules-file.ts';
import { createTextReader, type TextNeeds } from './text-reader.ts';

export const detectCommand: Command = {
  help: `Finds personal data in text on standard input (UTF-8).

Usage: datamapper detect [--jsonl] [--reveal] [--unsure] [--rules FILE] < TEXT

Without --jsonl the whole input is one text; each finding is one line of JSON:
  {"type","category","start","end","confidence","why"}
With --jsonl each line of input is {"id","text"} and gives one line of output, in order:
  {"id","findings":[...]}
A line that cannot be read gives {"line","error"} in its place (over 64 MB: {"id":null,"error"}),
and the exit code is then 1.

start and end count UTF-16 code units, end exclusive. The input may be of any length.

Options:
  --jsonl    many texts, one a line
  --reveal   add "text", the matched text itself, to each finding
  --unsure   also what was looked at and is not believed: confidence from 0.2 up to the 0.4
             that other findings have at least, with what speaks against it in "why"
  --rules F  a company's own rules, as docs/formats/rules.md has them
  --help     this text

Exit codes: 0 done, 1 done with lines that could not be read, 2 could not start.
`,
  run: async (args) => {
    const options = parse(args);
    if (process.stdin.isTTY) printError('Reading from the keyboard; Ctrl-D ends the text.');
    const rules = options.rules === undefined ? null : readRulesFile(options.rules);
    const needs = { names: readNameModel(), rules, unsure: options.unsure };
    return options.jsonl ? await detectLines(options.reveal, needs) : await detectText(options.reveal, needs);
  },
};

function parse(args: string[]): { jsonl: boolean; reveal: boolean; unsure: boolean; rules?: string } {
  let given;
  try {
    const options = {
      jsonl: { type: 'boolean', default: false },
      reveal: { type: 'boolean', default: false },
      unsure: { type: 'boolean', default: false },
      rules: { type: 'string' },
    } as const;
    given = parseArgs({ args, options, strict: true, allowPositionals: true });
  } catch (error) {
    throw notUnderstood(error);
  }
  if (given.positionals.length > 0)
    throw new UsageError('the text comes on standard input, as in: datamapper detect < FILE');
  return given.values;
}

async function detectText(reveal: boolean, needs: TextNeeds): Promise<ExitCode> {
  const scanner = createTextReader(needs)();
  // A byte order mark is a character of the text like others: offsets count all of it.
  const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const print = async (findings: ScannedFinding[]): Promise<void> => {
    for (const finding of findings)
      await stdout.write(`${JSON.stringify(presentFinding(finding, reveal))}\n`);
  };
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    await print(scanner.push(decoder.decode(chunk, { stream: true })));
  }
  await print(scanner.push(decoder.decode()));
  await print(scanner.finish());
  return 0;
}
