/**
 * One scan of one source, from walk to end. A run survives restarts: after a kill it walks again from the start, and
 * what it has read already is unchanged by then and costs its listing only.
 */
export interface Run {
  readonly id: number;
  readonly publicId: string;
  readonly sourceId: number;
  readonly state: RunState;
  /** Why it failed, as a FailureCode, or what it waits for or failed for (`source-unreachable`); null otherwise. */
  readonly problem: string | null;
  readonly askedBy: string | null;
  readonly queuedAt: Date;
  readonly begunAt: Date | null;
  readonly endedAt: Date | null;
  readonly cancelAsked: boolean;
  readonly tally: Tally;
}

/** Whether it waits or is under way. */
export function isOpen({ state }: Run): boolean {
  return state === 'queued' || state === 'running';
}

export type RunState = 'queued' | 'running' | 'done' | 'cancelled' | 'failed';

/**
 * What a run has counted. A run that goes on after a restart counts from nothing: what it had read before is counted as
 * read when its walk comes by it again. So `seen = unchanged + read + vanished + special` holds at every end.
 */
export interface Tally {
  /** Files that the walk came by. */
  seen: number;
  seenBytes: number;
  /** Files that were as they had been, and not read again. */
  unchanged: number;
  /** Files that were read in this run, however they ended. */
  read: number;
  readBytes: number;
  scanned: number;
  partial: number;
  skipped: number;
  failed: number;
  /** Files that were listed and gone when their turn came. */
  vanished: number;
  /** Links and devices: listed, never opened. */
  special: number;
  foldersUnreadable: number;
  /** Places that personal data was found in. */
  places: number;
  withFindings: number;
  /** What a walk beforehand, or the run before, says there is; null: not known yet. */
  expected: number | null;
  expectedBytes: number | null;
  /** Files whose pictures are read after everything that has text, and how many of them have been. */
  picturesExpected: number;
  picturesRead: number;
}

export const nothingYet: Tally = {
  seen: 0,
  seenBytes: 0,
  unchanged: 0,
  read: 0,
  readBytes: 0,
  scanned: 0,
  partial: 0,
  skipped: 0,
  failed: 0,
  vanished: 0,
  special: 0,
  foldersUnreadable: 0,
  places: 0,
  withFindings: 0,
  expected: null,
  expectedBytes: null,
  picturesExpected: 0,
  picturesRead: 0,
};
