import { parentPort } from 'node:worker_threads';
import { sha256Crypt } from './core/sha256-crypt.ts';
import type { HashAnswer, HashOrder } from './password-hasher.ts';

/** The thread in which passwords are hashed: an order comes in, a hash goes out, one at a time. */
parentPort?.on('message', ({ password, salt, rounds }: HashOrder) => {
  const answer: HashAnswer = { hash: sha256Crypt(password, salt, rounds) };
  parentPort?.postMessage(answer);
});
