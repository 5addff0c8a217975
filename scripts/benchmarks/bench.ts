import { parseArgs } from 'node:util';
import { benchAppliance } from './appliance.ts';
import { benchDetection } from './detect.ts';
import { benchExtraction } from './extract.ts';
import { benchLarge } from './extraction/large.ts';
import { largeRows } from './extraction-rows.ts';
import { benchMillion } from './million.ts';
import { benchScan } from './scan.ts';
import { benchSmb } from './smb.ts';
import { benchStream } from './stream.ts';

const HELP = `Measures, on this machine and now:
  detect     text searched for personal data, MB/s on one core: everything, identifiers, names and special categories
             alone; texts made to be slow as well
  scan       the demo share by the command line, files/s from start to exit, and peak memory with all workers
  appliance  the demo share through the appliance's database, and a second scan, when nothing has changed
  stream     detect --jsonl, MB/s and peak memory
  extract    files made for it, read by one worker, beside pdftotext, LibreOffice, docx2txt, tesseract and bsdtar on the
             same files, in turns, where they are installed; and two workers beside one. Some minutes; only when named
  large      memory of a worker with files as large as they come. Only when named; takes minutes and 20 GB of disk
  smb        large files, many small ones and a second scan of a real smbd's shares through the appliance, beside
             smbclient on the same. Only when named: root, smbd, some minutes and 3 GB of disk
  million    what the database costs at a million files, none of them real: scans and pages. Only when named;
             it takes some minutes and 2 GB of disk

Usage: scripts/bench [detect] [scan] [appliance] [stream] [extract] [large] [smb] [million]
       [--megabytes N] [--files N] [--scale X]

Without a name detect, scan, appliance and stream run. --megabytes is what stream and
extract are given (default 200), --files how many files
million makes up (default 1000000), --scale how large large's files are (default 1: their full size).
Times depend on the machine and on what else it does: compare figures of one run only.
`;

interface Given {
  readonly megabytes: number;
  readonly files: number;
  readonly scale: number;
}

const benches: Readonly<
  Record<string, (given: Given) => Promise<string[]> | string[] | AsyncIterable<string>>
> = {
  detect: () =>
    benchDetection().map(({ name, megabytesPerSecond, findings, timesNormal }) =>
      row(
        name,
        `${megabytesPerSecond.toFixed(1)} MB/s`,
        timesNormal === undefined
          ? `${findings} findings`
          : `${timesNormal.toFixed(1)} times as long as normal text, ${findings} findings`,
      ),
    ),
  scan: async () =>
    (await benchScan()).map(({ workers, files, bytes, seconds, peakMemory }) =>
      row(
        `scan, ${workers} worker${workers === 1 ? '' : 's'}`,
        `${(files / seconds).toFixed(0)} files/s`,
        `${files} files, ${mb(bytes)}, ${seconds.toFixed(1)} s, peak memory ${mb(peakMemory)}`,
      ),
    ),
  appliance: async () => {
    const { files, firstSeconds, secondSeconds, peakMemory } = await benchAppliance();
    return [
      row(
        'appliance, first scan',
        `${(files / firstSeconds).toFixed(0)} files/s`,
        `${firstSeconds.toFixed(1)} s, peak memory ${mb(peakMemory)}`,
      ),
      row(
        'appliance, second scan',
        `${((secondSeconds / firstSeconds) * 100).toFixed(1)} %`,
        `of the first scan's time: ${(secondSeconds * 1000).toFixed(0)} ms`,
      ),
    ];
  },
  stream: async ({ megabytes: wanted }) => {
    const { megabytes, seconds, peakMemory } = await benchStream(wanted);
    return [
      row(
        'detect --jsonl',
        `${(megabytes / seconds).toFixed(1)} MB/s`,
        `${megabytes.toFixed(0)} MB, peak memory ${mb(peakMemory)}`,
      ),
    ];
  },
  extract: ({ megabytes }) => benchExtraction(megabytes, row),
  large: ({ scale }) => largeRows(benchLarge(scale), row),
  smb: async () => {
    const { largeBytes, large, largeBySource, smallFiles, small, smallBySource, again } = await benchSmb();
    const megabytes = (seconds: number): string => `${(largeBytes / 1e6 / seconds).toFixed(0)} MB/s`;
    const files = (seconds: number): string => `${(smallFiles / seconds).toFixed(0)} files/s`;
    const times = (part: number, whole: number): string => `${(part / whole).toFixed(2)} times`;
    return [
      row(
        'smb, large files',
        megabytes(large.appliance),
        `${times(large.smbclient, large.appliance)} smbclient's ${megabytes(large.smbclient)}; source alone ${megabytes(largeBySource)}`,
      ),
      row(
        'smb, small files, 2 workers',
        files(small.appliance),
        `${times(small.smbclient, small.appliance)} smbclient's ${files(small.smbclient)}; source alone ${files(smallBySource)}`,
      ),
      ...again.map(({ files: count, appliance, smbclient, peakMemory }) =>
        row(
          `smb, ${count} unchanged files`,
          `${(appliance * 1000).toFixed(0)} ms`,
          `${times(appliance, smbclient)} smbclient's bare listing, peak memory ${mb(peakMemory)}`,
        ),
      ),
    ];
  },
  million: async ({ files }) => {
    const {
      entries,
      firstSeconds,
      secondSeconds,
      removalSeconds,
      peakMemory,
      databaseBytes,
      logBytes,
      pages,
    } = await benchMillion(files);
    return [
      row('first scan', `${(entries / firstSeconds).toFixed(0)} files/s`, `${firstSeconds.toFixed(1)} s`),
      row(
        'second scan',
        `${((secondSeconds / firstSeconds) * 100).toFixed(1)} %`,
        `of the first, ${secondSeconds.toFixed(1)} s`,
      ),
      row('database', mb(databaseBytes), `log at most ${mb(logBytes)}, peak memory ${mb(peakMemory)}`),
      ...Object.entries(pages).map(([name, ms]) => row(name, `${ms.toFixed(0)} ms`, '')),
      row('removal of the source', `${removalSeconds.toFixed(1)} s`, ''),
    ];
  },
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    megabytes: { type: 'string', default: '200' },
    files: { type: 'string', default: '1000000' },
    scale: { type: 'string', default: '1' },
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
  const given = {
    megabytes: Number(values.megabytes),
    files: Number(values.files),
    scale: Number(values.scale),
  };
  const quick = Object.keys(benches).filter((name) => !['extract', 'large', 'smb', 'million'].includes(name));
  for (const name of positionals.length > 0 ? positionals : quick) {
    for await (const line of (await benches[name]?.(given)) ?? []) console.log(line);
  }
}

function row(name: string, speed: string, rest: string): string {
  return `${name.padEnd(34)} ${speed.padStart(14)}  ${rest}`;
}

function mb(bytes: number): string {
  return `${(bytes / 1_000_000).toFixed(0)} MB`;
}
