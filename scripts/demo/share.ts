import { createCompany, type Company } from './company.ts';
import { makeFile } from './make.ts';
import { createRng, type Rng } from './rng.ts';
import { createScene, daysAfter } from './scene.ts';
import { SHARE_PLAN, type Planned } from './share-plan.ts';
import { specialFiles, type Placed } from './specials.ts';
import type { FileTruth } from './truth.ts';

/** A file of the share, ready to be written. `truth.path` is relative to the share, with '/'. */
export interface ShareFile {
  readonly bytes: Uint8Array;
  readonly modified: Date;
  readonly truth: FileTruth;
}

/** The whole share, in memory (a few megabytes), sorted by path: the same seed gives the same bytes. */
export async function makeShare(seed: number): Promise<ShareFile[]> {
  const rng = createRng(`demo share ${seed}`);
  const company = createCompany(rng.fork('company'));
  const placed: Placed[] = [];
  for (const [at, planned] of SHARE_PLAN.entries())
    placed.push(...(await filesOf(planned, company, rng.fork(`plan ${at}`))));
  placed.push(...(await specialFiles(rng.fork('specials'), company)));
  return named(placed);
}

async function filesOf(planned: Planned, company: Company, rng: Rng): Promise<Placed[]> {
  const { folder, kind, count, formats } = planned;
  const files: Placed[] = [];
  for (let at = 0; at < count; at++) {
    const own = rng.fork(String(at));
    const date = dayBetween(own);
    const format = formats[at % formats.length];
    if (!format) throw new Error(`${kind.name} has no format`);
    const draft = kind.write(createScene(own, company, date));
    const modified = new Date(daysAfter(date, own.int(0, 40)).getTime() + own.int(0, 28_000) * 1000);
    const made = await makeFile(kind, draft, { format, modified, rng: own });
    files.push({ folder: folder.replace('{year}', String(date.getUTCFullYear())), made, modified });
  }
  return files;
}

/** Ten years of papers, more of them new than old. */
function dayBetween(rng: Rng): Date {
  const days = Math.max(rng.int(0, 3500), rng.int(0, 3500));
  return daysAfter(new Date(Date.UTC(2016, 5, 1, 8)), days);
}

/** Gives each file its path. Names that only differ by case are one name on a Windows share, so they get a number. */
function named(placed: readonly Placed[]): ShareFile[] {
  const taken = new Set<string>();
  const files = placed.map(({ folder, made, modified }) => {
    const path = free(`${folder}/${made.truth.path}`, taken);
    taken.add(path.toLowerCase());
    return { bytes: made.bytes, modified, truth: { ...made.truth, path } };
  });
  return files.sort((one, other) => (one.truth.path < other.truth.path ? -1 : 1));
}

function free(path: string, taken: ReadonlySet<string>): string {
  const dot = path.lastIndexOf('.');
  for (let number = 2; ; number++) {
    const tried = number === 2 ? path : `${path.slice(0, dot)} (${number - 1})${path.slice(dot)}`;
    if (!taken.has(tried.toLowerCase())) return tried;
  }
}
