import { parseArgs } from 'node:util';
import { benchDetection } from './detect.ts';
import { benchScan } from './scan.ts';
import { benchStream } from './stream.ts';

const HELP = `Measures, on this machine and now:
  detect   text searched for personal data, MB/s on one core; texts made to be slow as well
  scan     the demo share, files/s from start to exit, and peak memory with all workers
  stream   detect --jsonl, MB/s and peak memory

Usage: scripts/bench [detect] [scan] [stream] [--megabytes N]

Without a name all of them run. --megabytes is what stream is given (default 200).
Times depend on the machine and on what else it does: compare figures of one run only.
`;

const benches: Readonly<Record<string, (megabytes: number) => Promise<string[]> | string[]>> = {
  detect: () =>
    benchDetection().map(({ name, megabytesPerSecond, findings }) =>
      row(name, `${megabytesPerSecond.toFixed(1)} MB/s`, `${findings} findings`),
    ),
  scan: async () =>
    (await benchScan()).map(({ workers, files, bytes, seconds, peakMemory }) =>
      row(
        `scan, ${workers} worker${workers === 1 ? '' : 's'}`,
        `${(files / seconds).toFixed(0)} files/s`,
        `${files} files, ${mb(bytes)}, ${seconds.toFixed(1)} s, peak memory ${mb(peakMemory)}`,
      ),
    ),
  stream: async (megabytes) => {
    const { megabytes: given, seconds, peakMemory } = await benchStream(megabytes);
    return [
      row(
        'detect --jsonl',
        `${(given / seconds).toFixed(1)} MB/s`,
        `${given.toFixed(0)} MB, peak memory ${mb(peakMemory)}`,
      ),
    ];
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    megabytes: { type: 'string', default: '200' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name));
if (values.help) {
  console.log(HELP);
} else if (unknown.length > 0) {
  console.error(`There is no benchmark ${unknown.join(', ')}.\n\n${HELP}`);
  process.exitCode = 2;
} else {
  for (const name of positionals.length > 0 ? positionals : Object.keys(benches)) {
    for (const line of (await benches[name]?.(Number(values.megabytes))) ?? []) console.log(line);
  }
}

function row(name: string, speed: string, rest: string): string {
  return `${name.padEnd(24)} ${speed.padStart(14)}  ${rest}`;
}

function mb(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}
