/** Pieces of work that go on at the same time, at most so many. The first that fails ends them all, for whoever asks. */
export interface UnderWay {
  /** Waits until there is room for one more. @throws what a piece of work threw */
  room(): Promise<void>;
  begin(work: () => Promise<void>): void;
  /** Waits until nothing is under way; never throws. */
  settled(): Promise<void>;
  /** @throws what a piece of work threw */
  throwIfFailed(): void;
}

export function createUnderWay(most: number): UnderWay {
  const running = new Set<Promise<void>>();
  let fault: { readonly error: unknown } | null = null;

  const throwIfFailed = (): void => {
    if (fault !== null) throw fault.error;
  };

  return {
    throwIfFailed,
    async room() {
      while (running.size >= most) await Promise.race(running);
      throwIfFailed();
    },
    begin(work) {
      const task: Promise<void> = work()
        .catch((error: unknown) => {
          fault ??= { error };
        })
        .finally(() => running.delete(task));
      running.add(task);
    },
    async settled() {
      await Promise.all(running);
    },
  };
}
