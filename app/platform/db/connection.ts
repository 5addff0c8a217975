import type sqlite3 from 'sqlite3';
import { Failure } from '#kernel/errors.ts';

/** Marks a file as a database of this appliance (SQLite's `application_id`; "DMAP" in ASCII). */
const APPLICATION_ID = 0x444d4150;
const BUSY = 'PRAGMA busy_timeout = 5000';

type Done = (error: Error | null, connection: sqlite3.Database) => void;

/** Prepares the writing connection. A file of another program is refused before anything in it changes. */
export function prepareWriter(connection: sqlite3.Database, done: Done): void {
  connection.get<{ application: number; tables: number } | undefined>(WHOSE, (error, row) => {
    const isNew = row?.application === 0 && row.tables === 0;
    const refusal = error ?? (isNew || row?.application === APPLICATION_ID ? null : foreign());
    if (refusal === null) connection.exec(WRITER_PRAGMAS, (failure) => done(failure, connection));
    else done(refusal, connection);
  });
}

/** Prepares a connection of the pool that only reads. */
export function prepareReader(connection: sqlite3.Database, done: Done): void {
  connection.exec(READER_PRAGMAS, (error) => done(error, connection));
}

const WHOSE = `SELECT (SELECT application_id FROM pragma_application_id) AS application,
  (SELECT count(*) FROM sqlite_schema) AS tables`;

// The appliance owns every checkpoint (docs/decisions/0003): SQLite itself makes none.
const WRITER_PRAGMAS = `${BUSY};
  PRAGMA application_id = ${APPLICATION_ID};
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA wal_autocheckpoint = 0`;
const READER_PRAGMAS = `${BUSY}; PRAGMA query_only = ON; PRAGMA wal_autocheckpoint = 0`;

function foreign(): Failure {
  return new Failure(
    'damaged',
    'the database file in the state folder belongs to another program',
    'Let DM_STATE_DIR name a folder of the appliance, or an empty one; nothing was changed.',
  );
}
