import { Failure } from '#kernel/errors.ts';

/** Standard output was closed by its reader, as `| head` does. */
export class OutputClosed extends Error {
  constructor() {
    super('standard output was closed');
    this.name = 'OutputClosed';
  }
}

/** Standard output with a bounded buffer: whoever writes waits until the reader has kept up. */
export interface Output {
  /** Keeps small texts together for as long as there is something to do without waiting. @throws OutputClosed */
  write(text: string): Promise<void>;
  /** @throws OutputClosed */
  flush(): Promise<void>;
}

const TOGETHER = 64 * 1024;

export const stdout: Output = createOutput();

/** A line for the person at the screen. If nobody can see it, that is no fault of the command. */
export function printError(text: string): void {
  try {
    process.stderr.write(text.endsWith('\n') ? text : `${text}\n`);
  } catch {
    return;
  }
}

function createOutput(): Output {
  let held: string[] = [];
  let length = 0;
  let waiting: NodeJS.Immediate | null = null;
  let listening = false;
  let fault: Error | null = null;
  let lastWritten: Promise<unknown> = Promise.resolve();

  /** From the first writing on, so that importing this does nothing. */
  const listen = (): void => {
    if (listening) return;
    listening = true;
    process.stdout.on('error', (error: Error) => (fault ??= faultOf(error)));
    process.stderr.on('error', () => undefined);
  };

  const throwFault = (): void => {
    if (fault !== null) throw fault;
  };

  const flush = async (): Promise<void> => {
    if (waiting !== null) clearImmediate(waiting);
    waiting = null;
    throwFault();
    if (held.length === 0) {
      await lastWritten;
      throwFault();
      return;
    }
    const text = held.join('');
    held = [];
    length = 0;
    listen();
    const { promise: written, resolve } = Promise.withResolvers<Error | null | undefined>();
    lastWritten = written;
    process.stdout.write(text, resolve);
    const error = await written;
    if (error) throw (fault ??= faultOf(error));
  };

  return {
    flush,
    async write(text) {
      held.push(text);
      length += text.length;
      if (length >= TOGETHER) await flush();
      // Whoever asks line by line gets an answer line by line. A fault is met again by the next flush.
      else waiting ??= setImmediate(() => void flush().catch(() => undefined));
    },
  };
}

function faultOf(error: Error): Error {
  if ('code' in error && error.code === 'EPIPE') return new OutputClosed();
  return new Failure('unavailable', 'The output cannot be written.', 'Check that its disk has room.', {
    cause: error,
  });
}
