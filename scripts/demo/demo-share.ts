import { parseArgs } from 'node:util';
import { Failure } from '#kernel/errors.ts';
import { makeShare } from './share.ts';
import { truthFileOf, writeShare } from './share-folder.ts';

const HELP = `Usage: scripts/demo-share FOLDER [--seed N]

Makes the share of an invented Danish company, Fjordby Møbler A/S: some 400 files in many formats, with invented
people's data in them and many numbers that only look like such data. What is truly in each file is written beside
the folder, as FOLDER.truth.jsonl (docs/formats/demo-truth.md).

  --seed N   another company's worth of files; the same number always gives the same files (default 1)
  --help     this text

An earlier demo share in FOLDER is replaced. A folder that holds anything else is refused.
Exit codes: 0 done, 2 could not start.
`;

process.exitCode = await main(process.argv.slice(2));

async function main(args: string[]): Promise<number> {
  try {
    const { folder, seed, help } = parsed(args);
    if (help) {
      process.stdout.write(HELP);
      return 0;
    }
    const files = await makeShare(seed);
    await writeShare(folder, files);
    const clean = files.filter(({ truth }) => truth.values.length === 0).length;
    process.stdout.write(`${files.length} files, ${clean} of them without personal data, seed ${seed}\n`);
    process.stdout.write(`share: ${folder}\ntruth: ${truthFileOf(folder)}\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    process.stderr.write(`demo-share: ${error.message}. ${error.hint}\n`);
    return 2;
  }
}

function parsed(args: string[]): { folder: string; seed: number; help: boolean } {
  const options = {
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', default: false },
  } as const;
  let read;
  try {
    read = parseArgs({ args, options, allowPositionals: true });
  } catch {
    throw new Failure('invalid-input', 'there is an option that is not known', 'See --help.');
  }
  const { values, positionals } = read;
  const [folder] = positionals;
  if (values.help) return { folder: '', seed: 1, help: true };
  if (folder === undefined || folder === '' || positionals.length > 1)
    throw new Failure('invalid-input', 'one folder is needed', 'For example: scripts/demo-share /tmp/demo');
  if (!/^\d{1,9}$/.test(values.seed))
    throw new Failure('invalid-input', 'the seed has to be a whole number', 'For example: --seed 7');
  return { folder, seed: Number(values.seed), help: false };
}
