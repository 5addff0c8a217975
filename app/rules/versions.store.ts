import { z } from 'zod';
import { parseRuleSet, type RuleSet } from '#detect/index.ts';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';

interface VersionRow {
  number: number;
  made_at: number;
  made_by: string | null;
  restores: number | null;
  sealed: Buffer;
}

interface DraftRow {
  id: number;
  base: number;
  changed_at: number;
  changed_by: string | null;
  sealed: Buffer;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    rule_versions: VersionRow;
    rule_draft: DraftRow;
  }
}

/** A set of rules that was taken into use. Versions are never changed; going back makes a new one. */
export interface RuleVersion {
  readonly number: number;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  /** The older version that it is equal to; null when it is new. */
  readonly restores: number | null;
  readonly reason: string;
  readonly set: RuleSet;
}

/** What is being worked on, and from which version it began (0: before the first). */
export interface RuleDraft {
  readonly base: number;
  readonly changedAt: Date;
  readonly changedBy: string | null;
  readonly set: RuleSet;
}

export interface VersionStore {
  newest(db: Reader | Tx): Promise<RuleVersion | null>;
  /** The newest first. */
  all(db: Reader | Tx): Promise<RuleVersion[]>;
  byNumber(db: Reader | Tx, number: number): Promise<RuleVersion | null>;
  add(tx: Tx, version: RuleVersion): Promise<void>;
  draft(db: Reader | Tx): Promise<RuleDraft | null>;
  keepDraft(tx: Tx, draft: RuleDraft): Promise<void>;
  dropDraft(tx: Tx): Promise<void>;
}

export function createVersionStore(vault: Vault): VersionStore {
  const versionOf = (row: VersionRow): RuleVersion => {
    const sealed = vault.openText(`rule_versions.sealed/${row.number}`, row.sealed);
    const { set, reason } = versionContent.parse(JSON.parse(sealed));
    return {
      number: row.number,
      madeAt: new Date(row.made_at),
      madeBy: row.made_by,
      restores: row.restores,
      reason,
      set: parseRuleSet(set),
    };
  };
  const one = (row: VersionRow | undefined): RuleVersion | null =>
    row === undefined ? null : versionOf(row);

  return {
    newest: async (db) => one(await db('rule_versions').orderBy('number', 'desc').first()),
    all: async (db) => (await db('rule_versions').orderBy('number', 'desc')).map(versionOf),
    byNumber: async (db, number) => one(await db('rule_versions').where({ number }).first()),
    async add(tx, { number, madeAt, madeBy, restores, reason, set }) {
      await tx('rule_versions').insert({
        number,
        made_at: madeAt.getTime(),
        made_by: madeBy,
        restores,
        sealed: vault.seal(`rule_versions.sealed/${number}`, JSON.stringify({ set, reason })),
      });
    },
    async draft(db) {
      const row = await db('rule_draft').first();
      if (row === undefined) return null;
      return {
        base: row.base,
        changedAt: new Date(row.changed_at),
        changedBy: row.changed_by,
        set: parseRuleSet(JSON.parse(vault.openText('rule_draft.sealed', row.sealed))),
      };
    },
    async keepDraft(tx, { base, changedAt, changedBy, set }) {
      await tx('rule_draft').delete();
      await tx('rule_draft').insert({
        id: 1,
        base,
        changed_at: changedAt.getTime(),
        changed_by: changedBy,
        sealed: vault.seal('rule_draft.sealed', JSON.stringify(set)),
      });
    },
    async dropDraft(tx) {
      await tx('rule_draft').delete();
    },
  };
}

const versionContent = z.object({ set: z.unknown(), reason: z.string() });
