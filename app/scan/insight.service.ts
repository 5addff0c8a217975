import type { Audit, Entry } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { FindingType, Risk } from '#detect/index.ts';
import { Failure } from '#kernel/errors.ts';
import type { Database } from '#platform/db/index.ts';
import type { By, Folder, FolderStore, SourceRecord, SourceStore } from '#sources/index.ts';
import { allowedStore } from './allowed.store.ts';
import { fileListStore, type Cursor, type FileFilter, type Scope } from './file-list.store.ts';
import type { AllowedCount, FileFinding, ScannedFile, TypeCount } from './file.ts';
import type { FileStore } from './files.store.ts';
import { riskOfFile } from './file-risk.ts';
import { overviewOf, type Overview } from './overview.service.ts';
import { overviewStore } from './overview.store.ts';
import type { WeightsStore } from './risk-weights.store.ts';

/**
 * What people are shown of what was found. Each look is on the record before anything is answered, and a file outside
 * the scope is as if it were not there.
 */
export interface Insight {
  overview(by: By, scope: Scope): Promise<Overview>;
  list(by: By, scope: Scope, filter: FileFilter, after: Cursor | null): Promise<FileListPage>;
  /** @throws Failure not-found */
  file(by: By, scope: Scope, publicId: string): Promise<FileInsight>;
  /** One value in clear text. @param reason in the person's own words @throws Failure not-found */
  reveal(
    by: By,
    scope: Scope,
    wanted: { file: string; finding: string; reason: string },
  ): Promise<FileFinding>;
}

const FILES_A_PAGE = 50;
/** A file's page shows at most so many values; the counts by type are of all. */
const FINDINGS_A_PAGE = 500;

export interface ListedFile extends ScannedFile {
  readonly folder: Folder | null;
  readonly source: SourceRecord | null;
  readonly counts: readonly TypeCount[];
}

export interface FileListPage {
  readonly files: readonly ListedFile[];
  readonly total: number;
  readonly next: Cursor | null;
  /** What the list can be narrowed to. */
  readonly types: readonly FindingType[];
}

export interface FileInsight extends ListedFile {
  readonly findings: readonly FileFinding[];
  /** Places that the company allows, by type: no findings. */
  readonly allowed: readonly AllowedCount[];
  /** Distinct values that are not among `findings`, since there are so many. */
  readonly findingsLeftOut: number;
  /** How the risk comes about; null for a file that has yet to be weighed by the weights that are kept. */
  readonly arithmetic: Risk | null;
}

export function createInsight(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  files: FileStore;
  folders: FolderStore;
  sources: SourceStore;
  weights: WeightsStore;
}): Insight {
  const { db, audit, clock, files, folders } = needs;

  const record = (
    by: By,
    entry: Pick<Entry, 'what' | 'on' | 'details'> & { purpose?: string },
  ): Promise<unknown> =>
    db.write((tx) => audit.append(tx, { purpose: null, ...by, ...entry, outcome: 'done' }));

  const seenBy = async (scope: Scope, publicId: string): Promise<ScannedFile> => {
    const file = await files.byPublicId(db.read, publicId);
    if (file === null || !(await fileListStore.isWithin(db.read, scope, file.id))) throw notFound();
    return file;
  };

  const listed = async (some: readonly ScannedFile[]): Promise<ListedFile[]> => {
    const counts = await files.findings.countsOf(
      db.read,
      some.map(({ id }) => id),
    );
    const byFolder = await folders.byIds(
      db.read,
      some.map(({ folderId }) => folderId),
    );
    const sources = new Map((await needs.sources.all(db.read)).map((source) => [source.id, source]));
    return some.map((file) => ({
      ...file,
      folder: byFolder.get(file.folderId) ?? null,
      source: sources.get(file.sourceId) ?? null,
      counts: counts.get(file.id) ?? [],
    }));
  };

  /** With the very weights and age that the score was computed with, so that it adds up. */
  const arithmeticOf = async ({ risk, documentType, counts }: ListedFile): Promise<Risk | null> => {
    const version = await needs.weights.one(db.read, risk.version);
    if (version === null) return null;
    const again = riskOfFile({ counts, documentType, ageYears: risk.age }, version.weights);
    return again.points === risk.points ? again : null;
  };

  return {
    async overview(by, scope) {
      await record(by, { what: 'scan.dashboard-seen', on: null, details: { scope: scope.kind } });
      return overviewOf(needs, scope, clock.now());
    },

    async list(by, scope, filter, after) {
      const details = {
        scope: scope.kind,
        filters: Object.entries(filter)
          .flatMap(([name, value]) => (value === undefined ? [] : [name]))
          .sort()
          .join(' '),
        first: after === null,
      };
      await record(by, { what: 'scan.list-seen', on: null, details });
      const [rows, total, types] = await Promise.all([
        fileListStore.page(db.read, scope, filter, after, FILES_A_PAGE + 1),
        fileListStore.count(db.read, scope, filter),
        overviewStore.typesFound(db.read, scope),
      ]);
      const page = rows.slice(0, FILES_A_PAGE).map((row) => files.fileOf(row));
      const last = page.at(-1);
      return {
        files: await listed(page),
        total,
        types,
        next:
          rows.length > FILES_A_PAGE && last !== undefined ? { points: last.risk.points, id: last.id } : null,
      };
    },

    async file(by, scope, publicId) {
      const file = await seenBy(scope, publicId);
      await record(by, { what: 'scan.file-seen', on: { kind: 'file', id: publicId }, details: {} });
      const [shown] = await listed([file]);
      if (shown === undefined) throw notFound();
      const findings = await files.findings.ofFile(db.read, file.id, FINDINGS_A_PAGE);
      const all = await files.findings.countOf(db.read, file.id);
      const arithmetic = await arithmeticOf(shown);
      const allowed = await allowedStore.ofFile(db.read, file.id);
      return { ...shown, findings, findingsLeftOut: all - findings.length, allowed, arithmetic };
    },

    async reveal(by, scope, { file: publicId, finding: findingId, reason }) {
      const file = await seenBy(scope, publicId);
      const finding = await files.findings.one(db.read, file.id, findingId);
      if (finding === null) throw notFound();
      const details = { file: publicId, type: finding.type };
      const on = { kind: 'finding', id: findingId };
      await record(by, { what: 'scan.value-revealed', on, purpose: reason, details });
      return finding;
    },
  };
}

function notFound(): Failure {
  return new Failure(
    'not-found',
    'there is no such file for this person',
    'It may have been moved or deleted.',
  );
}
