import { parseArgs } from 'node:util';
import { Failure } from '#kernel/errors.ts';
import { UsageError } from './command.ts';
import type { ExitCode } from './command.ts';
import { commands } from './commands.ts';
import { OutputClosed, printError, stdout } from './output.ts';

process.exitCode = await main(process.argv.slice(2));

/** The command line `datamapper`: finds the command and turns whatever happens into an exit code. */
async function main([name, ...args]: string[]): Promise<ExitCode> {
  try {
    const code = await dispatch(name, args);
    await stdout.flush();
    return code;
  } catch (error) {
    return await exitCodeOf(error, name);
  }
}

async function dispatch(name: string | undefined, args: string[]): Promise<ExitCode> {
  if (name === undefined) {
    printError(overview());
    return 2;
  }
  if (name === '--help' || name === '-h' || name === 'help') return await help(args[0]);
  const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (entry === undefined) {
    printError(`datamapper: there is no command "${name}".\n\n${overview()}`);
    return 2;
  }
  const command = await entry.load();
  if (!asksForHelp(args)) return await command.run(args);
  await stdout.write(command.help);
  return 0;
}

async function help(name: string | undefined): Promise<ExitCode> {
  if (name !== undefined) return await dispatch(name, ['--help']);
  await stdout.write(overview());
  return 0;
}

/** What stands after `--` is a file's name, however it looks. */
function asksForHelp(args: string[]): boolean {
  const { tokens } = parseArgs({ args, strict: false, tokens: true });
  return tokens.some(
    (token) => token.kind === 'option' && (token.rawName === '--help' || token.rawName === '-h'),
  );
}

function overview(): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length));
  const list = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`);
  return `DataMapper finds personal data in files. It reads; it changes nothing and sends nothing.

Usage: datamapper <command> [options]

Commands:
${list.join('\n')}

datamapper <command> --help tells more about one of them.
Exit codes: 0 done, 1 done with failures listed, 2 could not start.
`;
}

async function exitCodeOf(error: unknown, name = ''): Promise<ExitCode> {
  // Whoever reads our output has seen enough, as `head` has; that is no fault.
  if (error instanceof OutputClosed) return 0;
  await stdout.flush().catch(() => undefined);
  if (error instanceof UsageError) {
    printError(`datamapper ${name}: ${error.message}\nTry: datamapper ${name} --help`);
    return 2;
  }
  if (error instanceof Failure) {
    printError(`datamapper ${name}: ${error.message}\n${error.hint}`);
    return error.code === 'invalid-input' || error.code === 'invalid-settings' ? 2 : 1;
  }
  // An error that nobody foresaw may quote a file: its place is told, its words are not.
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.split('\n').filter((line) => /^ {4}at /.test(line));
  const kind = error instanceof Error ? error.name : typeof error;
  printError(
    `datamapper ${name}: an unexpected ${kind}. Please report it with these lines:\n${places.join('\n')}`,
  );
  return 1;
}
