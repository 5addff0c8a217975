import { Worker } from 'node:worker_threads';
import { Failure } from '#kernel/errors.ts';

export interface HashOrder {
  readonly password: string;
  readonly salt: string;
  readonly rounds: number;
}

export interface HashAnswer {
  readonly hash: string;
}

/** Hashes passwords in a thread of its own, one after another, so that pages go on while it works. */
export interface PasswordHasher {
  /**
   * @throws Failure `too-many-attempts` when too many wait already: guessing must not take the machine down;
   *   `unavailable` when the thread died.
   */
  hash(order: HashOrder): Promise<string>;
  close(): Promise<void>;
}

/** @param longestQueue how many orders there may be at once, the one at work included */
export function createPasswordHasher(longestQueue = 16): PasswordHasher {
  let worker: Worker | null = null;
  const orders: { order: HashOrder; done: (hash: string) => void; failed: (error: Failure) => void }[] = [];

  const start = (): Worker => {
    const started = new Worker(new URL('./password.worker.ts', import.meta.url), { env: {} });
    started.on('message', ({ hash }: HashAnswer) => {
      orders.shift()?.done(hash);
      next();
    });
    started.on('error', (error: unknown) => {
      worker = null;
      orders.shift()?.failed(unavailable(error));
      next();
    });
    return started;
  };

  const next = (): void => {
    const first = orders[0];
    if (first === undefined) {
      // Waiting for work must not keep the process alive; work under way does.
      worker?.unref();
      return;
    }
    worker ??= start();
    worker.ref();
    worker.postMessage(first.order);
  };

  return {
    hash(order) {
      if (orders.length >= longestQueue) return Promise.reject(tooMany());
      return new Promise((done, failed) => {
        orders.push({ order, done, failed });
        if (orders.length === 1) next();
      });
    },
    async close() {
      const closing = worker;
      worker = null;
      for (const { failed } of orders.splice(0)) failed(unavailable(null));
      await closing?.terminate();
    },
  };
}

function tooMany(): Failure {
  return new Failure('too-many-attempts', 'too many passwords wait to be checked', 'Try again in a minute.');
}

function unavailable(cause: unknown): Failure {
  return new Failure('unavailable', 'the password check stopped', 'Try again.', { cause });
}
