/** How far a command has come, on standard error and never anywhere else. Numbers only, no names. */
export interface Progress {
  /** @param size bytes */
  readonly file: (size: number) => void;
  readonly end: () => void;
}

export function createProgress(wanted: boolean): Progress {
  if (!wanted) return { file: () => undefined, end: () => undefined };
  const begun = performance.now();
  const terminal = process.stderr.isTTY;
  let files = 0;
  let bytes = 0;
  const print = (): void => {
    const seconds = (performance.now() - begun) / 1000;
    const rate = seconds > 0 ? Math.round(files / seconds) : 0;
    const text = `${files} files, ${(bytes / 1e6).toFixed(1)} MB, ${rate} files/s`;
    // On a terminal the line is written over itself.
    process.stderr.write(terminal ? `\r${text}\x1b[K` : `${text}\n`);
  };
  const timer = setInterval(print, terminal ? 200 : 2000);
  timer.unref();
  return {
    file(size) {
      files++;
      bytes += size;
    },
    end() {
      clearInterval(timer);
      print();
      if (terminal) process.stderr.write('\n');
    },
  };
}
