/** What the shell sees. 0: done. 1: done, with failures listed. 2: could not start. 130: ended by Ctrl-C. */
export type ExitCode = 0 | 1 | 2 | 130;

export interface Command {
  /** The text of `datamapper <name> --help`. */
  readonly help: string;
  /** @param args what stands after the command's name. */
  readonly run: (args: string[]) => Promise<ExitCode>;
}

/** A command line that cannot be understood; `message` says what is wrong with it. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** What `parseArgs` says of a command line, without its advice on names that begin with a hyphen. */
export function notUnderstood(error: unknown): UsageError {
  const said = error instanceof Error ? error.message : 'these arguments make no sense';
  return new UsageError(said.replace(/\. To specify a positional argument [^]*$/, '.'));
}
