export { SourceAway, type AwayReason } from './source-away.ts';
export { createFolderStore, type Folder, type FolderStore } from './folders.store.ts';
export {
  FileUnreadable,
  type Entry,
  type FileEntry,
  type FolderListing,
  type Listing,
  type Source,
  type UnreadableFolder,
} from './source.ts';
export { createOpenShare, type OpenShare } from './open-share.ts';
export { createSchedules, type Hold, type Schedules, type Standing } from './schedules.service.ts';
export { createShareLook, type LookAtShare } from './share-look.ts';
export { createShares, type Shares } from './shares.service.ts';
export { createShareStore } from './shares.store.ts';
export { sourceMigrations } from './sources.migrations.ts';
export { createSourceStore, type SourceRecord, type SourceStore } from './sources.store.ts';
export {
  createSources,
  type FolderLevel,
  type FolderRefused,
  type OpenedSource,
  type Sources,
} from './sources.service.ts';
export type { By } from './by.ts';
export { byOf } from './by.routes.ts';
export type { LastRun, PersonChoice } from './sources.presenter.ts';
export { sourceRoutes } from './sources.routes.ts';
