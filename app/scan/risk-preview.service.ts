import { setImmediate as breath } from 'node:timers/promises';
import type { Audit } from '#audit/index.ts';
import type { RiskWeights } from '#detect/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { By, Folder, FolderStore, SourceRecord, SourceStore } from '#sources/index.ts';
import { ageOf, riskOfFile } from './file-risk.ts';
import type { RiskBand } from './file.ts';
import type { FileStore } from './files.store.ts';
import { riskFileStore, type WeighedFile } from './risk-files.store.ts';

/** What other weights would do to the files that are there, told before they are laid down. */
export interface RiskPreview {
  /** Files that something was found in. */
  readonly files: number;
  /** How many of them go from one band to another; bands that no file is in or comes to are counted as 0. */
  readonly moves: readonly {
    readonly from: FoundBand;
    readonly to: FoundBand;
    readonly files: number;
  }[];
  /** Those whose score rises the most, and those whose falls the most; of equals, by points. */
  readonly risen: readonly MovedFile[];
  readonly fallen: readonly MovedFile[];
}

/** A file that something was found in is never without risk. */
export type FoundBand = Exclude<RiskBand, 'none'>;

export interface MovedFile {
  readonly publicId: string;
  readonly name: string;
  readonly folder: Folder | null;
  readonly source: SourceRecord | null;
  readonly from: Pick<WeighedFile, 'band' | 'score'>;
  readonly to: Pick<WeighedFile, 'band' | 'score'>;
}

/** Looks through all that was found, some hundred files at a time, and writes the record's line before it answers. */
export type PreviewRisk = (by: By, weights: RiskWeights) => Promise<RiskPreview>;

export function createRiskPreview(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  files: Pick<FileStore, 'findings' | 'byIds'>;
  folders: FolderStore;
  sources: SourceStore;
}): PreviewRisk {
  const { db, audit, clock, files, folders, sources } = needs;

  const named = async (moved: readonly Move[]): Promise<MovedFile[]> => {
    const byId = await files.byIds(
      db.read,
      moved.map(({ id }) => id),
    );
    const places = await folders.byIds(
      db.read,
      [...byId.values()].map(({ folderId }) => folderId),
    );
    const all = new Map((await sources.all(db.read)).map((source) => [source.id, source]));
    return moved.flatMap(({ id, from, to }) => {
      const file = byId.get(id);
      if (file === undefined) return [];
      const { publicId, name, folderId, sourceId } = file;
      return {
        publicId,
        name,
        folder: places.get(folderId) ?? null,
        source: all.get(sourceId) ?? null,
        from,
        to,
      };
    });
  };

  return async (by, weights) => {
    await db.write((tx) =>
      audit.append(tx, {
        ...by,
        what: 'scan.weights-previewed',
        on: null,
        purpose: null,
        outcome: 'done',
        details: {},
      }),
    );
    const now = clock.now();
    const moves = movesBetween();
    const [risen, fallen] = [createFirst(MOST_SHOWN), createFirst(MOST_SHOWN)];
    let count = 0;
    for (let ids = await files.findings.fileIdsAfter(db.read, 0, FILES_AT_A_TIME); ids.length > 0;) {
      const rows = await riskFileStore.byIds(db.read, ids);
      const counts = await files.findings.countsOf(db.read, ids);
      for (const file of rows.filter(({ gone }) => !gone)) {
        const { id, documentType, modifiedAtMs } = file;
        const ageYears = ageOf(modifiedAtMs, now);
        const after = riskOfFile({ counts: counts.get(id) ?? [], documentType, ageYears }, weights);
        count++;
        moves.add(file.band, after.band);
        const more = after.points - file.points;
        const move = {
          id,
          from: file,
          to: after,
          by: [Math.abs(after.score - file.score), Math.abs(more)],
        } as const;
        if (more > 0) risen.offer(move);
        if (more < 0) fallen.offer(move);
      }
      // Other pages and the scan get their turn.
      await breath();
      ids = await files.findings.fileIdsAfter(db.read, ids.at(-1) ?? 0, FILES_AT_A_TIME);
    }
    return {
      files: count,
      moves: moves.all(),
      risen: await named(risen.all()),
      fallen: await named(fallen.all()),
    };
  };
}

const FILES_AT_A_TIME = 300;
const MOST_SHOWN = 10;

interface Move {
  readonly id: number;
  readonly from: Pick<WeighedFile, 'band' | 'score'>;
  readonly to: Pick<WeighedFile, 'band' | 'score'>;
  /** How far: in whole points of the score, and then in points. */
  readonly by: readonly [number, number];
}

const BANDS: readonly FoundBand[] = ['high', 'medium', 'low'];

function movesBetween() {
  const counts = new Map(BANDS.flatMap((from) => BANDS.map((to) => [`${from} ${to}`, 0])));
  return {
    add: (from: RiskBand, to: RiskBand) => {
      const key = `${from} ${to}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    all: () =>
      BANDS.flatMap((from) => BANDS.map((to) => ({ from, to, files: counts.get(`${from} ${to}`) ?? 0 }))),
  };
}

/** Keeps the files that move the furthest, and no more of them than are shown. */
function createFirst(most: number) {
  let first: Move[] = [];
  return {
    offer: (move: Move) => {
      const last = first.length === most ? first.at(-1) : undefined;
      if (last !== undefined && furtherFirst(last, move) <= 0) return;
      first = [...first, move].sort(furtherFirst).slice(0, most);
    },
    all: (): readonly Move[] => first,
  };
}

function furtherFirst(one: Move, other: Move): number {
  return other.by[0] - one.by[0] || other.by[1] - one.by[1];
}
