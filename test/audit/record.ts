import sqlite3 from 'sqlite3';
import { auditMigrations, createAudit, type Audit, type Entry } from '#audit/index.ts';
import { openDatabase, type Database } from '#platform/db/index.ts';
import { createVault } from '#platform/vault/index.ts';
import { scratch, turnableClock, type TurnableClock } from '../support/scratch.ts';

/** A record in a file of its own, for tests. */
export interface TestRecord {
  readonly db: Database;
  readonly audit: Audit;
  readonly clock: TurnableClock;
  add(count: number, entry?: Partial<Entry>): Promise<void>;
  /** What somebody with the file, but without the appliance, can do to it. The triggers are off. */
  tamper(sql: string): Promise<void>;
  end(): Promise<void>;
}

export async function testRecord(): Promise<TestRecord> {
  const files = scratch();
  const file = files.path('test.db');
  const db = await openDatabase(file, auditMigrations);
  const clock = turnableClock();
  const audit = createAudit({ db, vault: createVault([Buffer.alloc(32, 5)]), clock });
  return {
    db,
    audit,
    clock,
    async add(count, entry = {}) {
      await db.write(async (tx) => {
        for (let made = 0; made < count; made++) {
          clock.advance(1_000);
          await audit.append(tx, { ...anEntry, ...entry });
        }
      });
    },
    tamper: (sql) => outside(file, `${WITHOUT_TRIGGERS} ${sql}`),
    async end() {
      await db.close();
      files.remove();
    },
  };
}

export const anEntry: Entry = {
  who: { kind: 'person', id: 'person-1' },
  from: '192.0.2.7',
  what: 'scan.file-seen',
  on: { kind: 'file', id: 'file-1' },
  purpose: null,
  outcome: 'done',
  details: {},
};

const WITHOUT_TRIGGERS = ['audit_entries', 'audit_contents']
  .flatMap((table) => ['update', 'delete'].map((deed) => `DROP TRIGGER ${table}_refuses_${deed};`))
  .join(' ');

function outside(file: string, sql: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const other = new sqlite3.Database(file);
    other.exec(sql, (error) => other.close(() => (error === null ? resolve() : reject(error))));
  });
}
