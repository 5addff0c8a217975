/** Runs something that Ctrl-C (or a polite kill) ends in good order: the signal is aborted, the rest cleans up. */
export async function interruptible<T>(
  deed: (signal: AbortSignal) => Promise<T>,
): Promise<T | 'interrupted'> {
  const controller = new AbortController();
  const abort = (): void => controller.abort();
  process.on('SIGINT', abort).on('SIGTERM', abort);
  try {
    const result = await deed(controller.signal);
    return controller.signal.aborted ? 'interrupted' : result;
  } finally {
    process.off('SIGINT', abort).off('SIGTERM', abort);
  }
}
