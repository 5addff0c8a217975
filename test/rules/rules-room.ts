import { randomBytes } from 'node:crypto';
import { createAudit, type Audit } from '#audit/index.ts';
import { migrations } from '#boot/migrations.ts';
import type { CustomRule } from '#detect/index.ts';
import { openDatabase, type Database } from '#platform/db/index.ts';
import { createVault, type Vault } from '#platform/vault/index.ts';
import {
  createKnownNames,
  createNameListStore,
  createRules,
  createVersionStore,
  type KnownNames,
  type Rules,
} from '#rules/index.ts';
import type { By } from '#sources/index.ts';
import { scratch, turnableClock } from '../support/scratch.ts';

/** The room of rules over a real database. */
export interface RulesRoom {
  readonly db: Database;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly rules: Rules;
  readonly names: KnownNames;
  /** Everything on the record, as text. */
  recorded(): Promise<string>;
  /** The room again, as after a restart. */
  restarted(): Promise<Rules>;
  close(): Promise<void>;
}

export const KAREN: By = { who: { kind: 'person', id: 'person-karen' }, from: '10.0.0.7' };

export async function rulesRoom(): Promise<RulesRoom> {
  const files = scratch();
  const vault = createVault([randomBytes(32)]);
  const clock = turnableClock();
  const db = await openDatabase(files.path('rules.db'), migrations);
  const audit = createAudit({ db, vault, clock });
  const [versions, nameLists] = [createVersionStore(vault), createNameListStore(vault)];
  const needs = { db, vault, audit, clock, versions, nameLists };
  const rules = await createRules(needs);
  return {
    db,
    vault,
    audit,
    rules,
    names: createKnownNames({ db, audit, clock, store: nameLists, rules }),
    recorded: async () => JSON.stringify(await audit.newest(100)),
    restarted: () => createRules(needs),
    async close() {
      await db.close();
      files.remove();
    },
  };
}

export function falcon(more: Partial<Extract<CustomRule, { words: string[] }>> = {}): CustomRule {
  return {
    id: 'FALK',
    title: 'Projekt Falkøje',
    kind: 'keyword',
    words: ['Projekt Falkøje'],
    category: 'confidential',
    atLeast: 1,
    matchCase: false,
    wholeWords: true,
    ...more,
  };
}

export function caseNumbers(pattern: string): CustomRule {
  return {
    id: 'SAG',
    title: 'Sagsnumre',
    kind: 'pattern',
    pattern,
    category: 'ordinary',
    atLeast: 1,
    matchCase: true,
  };
}
