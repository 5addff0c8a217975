import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A process of a test's own, that says something by lines. */
export interface Child {
  /** The next line that it prints. */
  line(): Promise<string>;
  /** SIGKILL: it has no time to tidy up. Waits until it is gone. */
  kill(): Promise<void>;
}

/** Starts a TypeScript file of the tests under the same Node. */
export function startChild(entry: URL, args: readonly string[]): Child {
  const child: ChildProcess = spawn(process.execPath, [entry.pathname, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (child.stdout === null) throw new Error('the child has no output');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const exited = once(child, 'exit');
  return {
    async line() {
      const { value, done } = await lines.next();
      if (done) throw new Error('the child ended without a word');
      return value;
    },
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
  };
}
