import { once } from 'node:events';

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
  let closed: Promise<never> | null = null;
  let waiting: NodeJS.Immediate | null = null;

  /** Listens from the first writing on, so that importing this does nothing. */
  const closing = (): Promise<never> => {
    if (closed !== null) return closed;
    const { promise, reject } = Promise.withResolvers<never>();
    process.stdout.on('error', () => reject(new OutputClosed()));
    promise.catch(() => undefined);
    process.stderr.on('error', () => undefined);
    return (closed = promise);
  };

  const flush = async (): Promise<void> => {
    if (waiting !== null) clearImmediate(waiting);
    waiting = null;
    if (held.length === 0) return;
    const text = held.join('');
    held = [];
    length = 0;
    const gone = closing();
    const { promise: written, resolve } = Promise.withResolvers<undefined>();
    const more = process.stdout.write(text, () => resolve(undefined));
    await Promise.race([more ? written : Promise.all([written, once(process.stdout, 'drain')]), gone]);
  };

  return {
    flush,
    async write(text) {
      held.push(text);
      length += text.length;
      if (length >= TOGETHER) await flush();
      // Whoever asks line by line gets an answer line by line. A fault is met again by the next writer.
      else waiting ??= setImmediate(() => void flush().catch(() => undefined));
    },
  };
}
