/** Hands out a fixed number of places, first come first served. */
export interface Turns<Place> {
  /** A place of one's own; null when the wait was cancelled or the doors are closed. */
  take(signal?: AbortSignal): Promise<Place | null>;
  giveBack(place: Place): void;
  /** Sends the waiting away and settles when every place is back. */
  close(): Promise<void>;
}

export function createTurns<Place>(places: readonly Place[]): Turns<Place> {
  const free = [...places].reverse();
  const waiting = new Set<(place: Place | null) => void>();
  const empty = Promise.withResolvers<undefined>();
  let closed = false;

  const checkEmpty = (): void => {
    if (closed && free.length === places.length) empty.resolve(undefined);
  };
  return {
    take(signal) {
      if (closed || signal?.aborted === true) return Promise.resolve(null);
      const place = free.pop();
      if (place !== undefined) return Promise.resolve(place);
      return new Promise((resolve) => {
        const leave = (): void => settle(null);
        const settle = (given: Place | null): void => {
          waiting.delete(settle);
          signal?.removeEventListener('abort', leave);
          resolve(given);
        };
        waiting.add(settle);
        signal?.addEventListener('abort', leave, { once: true });
      });
    },
    giveBack(place) {
      const [first] = waiting;
      if (first === undefined) free.push(place);
      else first(place);
      checkEmpty();
    },
    async close() {
      closed = true;
      for (const settle of waiting) settle(null);
      checkEmpty();
      await empty.promise;
    },
  };
}
