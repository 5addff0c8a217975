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
export { createSourceStore, sourceMigrations, type SourceRecord, type SourceStore } from './sources.store.ts';
export {
  createSources,
  type By,
  type FolderLevel,
  type FolderRefused,
  type Sources,
} from './sources.service.ts';
export { byOf } from './by.routes.ts';
export type { LastRun, PersonChoice } from './sources.presenter.ts';
export { sourceRoutes } from './sources.routes.ts';
