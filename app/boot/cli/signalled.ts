/** The first of these signals. A second one ends the process at once, as the shell's user expects. */
export function signalled(signals: readonly NodeJS.Signals[]): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of signals) process.once(signal, () => resolve());
  });
}
