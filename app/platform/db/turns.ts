import { AsyncLocalStorage } from 'node:async_hooks';

/**
 * Lets things happen one after another, in the order in which they were asked for. One that fails does not hold up
 * the next.
 * @returns a function that runs its argument when its turn has come. Asked for a turn within a turn, which would wait
 *   for itself for ever, it throws.
 */
export function createTurns(): <T>(take: () => Promise<T>) => Promise<T> {
  const current = new AsyncLocalStorage<{ over: boolean }>();
  let last: Promise<unknown> = Promise.resolve();
  return async (take) => {
    if (current.getStore()?.over === false) throw new Error('a turn within a turn would wait for itself');
    const mine = { over: false };
    const turn = last
      .then(() => current.run(mine, take))
      .finally(() => {
        mine.over = true;
      });
    last = turn.catch(() => undefined);
    return turn;
  };
}
