import { randomBytes } from 'node:crypto';
import type { Clock } from '#kernel/clock.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { auditStore, type Content } from './audit.store.ts';
import { contentHash, faultIn, link, same, type Fault, type Link } from './core/chain.ts';
import { entrySchema, type Entry, type StoredEntry } from './entry.ts';

/** The record: who did what to what, when, from where and why. It can be added to and read, nothing else. */
export interface Audit {
  /** Adds one entry in the transaction of the deed that it tells of: both are kept, or neither. */
  append(tx: Tx, entry: Entry): Promise<{ sequence: number }>;
  verify(): Promise<Verification>;
  /** The newest entries first. @param before continue from before this sequence */
  newest(limit: number, before?: number): Promise<StoredEntry[]>;
}

export type Verification =
  | { readonly kind: 'whole'; readonly entries: number; readonly head: string }
  | {
      readonly kind: 'broken';
      readonly sequence: number;
      readonly fault: Fault;
      readonly entriesBefore: number;
    };

export function createAudit({ db, vault, clock }: { db: Database; vault: Vault; clock: Clock }): Audit {
  const contentOf = ({ link: { sequence } }: { link: Link }, { sealed }: Content): string =>
    vault.openText(contentLabel(sequence), sealed);

  return {
    async append(tx, entry) {
      const head = await auditStore.head(tx);
      const text = JSON.stringify(entrySchema.parse(entry));
      const salt = randomBytes(16);
      const next = link(head, clock.now().getTime(), contentHash(salt, text));
      await auditStore.append(tx, next, { salt, sealed: vault.seal(contentLabel(next.sequence), text) });
      return { sequence: next.sequence };
    },

    async verify() {
      let previous: Link | null = null;
      for (;;) {
        const batch = await auditStore.after(db.read, previous?.sequence ?? 0, BATCH);
        for (const item of batch) {
          const fault = faultIn(previous, item.link) ?? contentFault(item);
          const entriesBefore: number = previous?.sequence ?? 0;
          if (fault !== null) return { kind: 'broken', sequence: entriesBefore + 1, fault, entriesBefore };
          previous = item.link;
        }
        if (batch.length < BATCH) break;
      }
      const head = Buffer.from(previous?.hash ?? []).toString('hex');
      return { kind: 'whole', entries: previous?.sequence ?? 0, head };
    },

    async newest(limit, before) {
      const rows = await auditStore.newest(db.read, before ?? null, limit);
      return rows.flatMap((row) => {
        if (row.content === null) return [];
        const entry = entrySchema.parse(JSON.parse(contentOf(row, row.content)));
        return [{ ...entry, sequence: row.link.sequence, at: new Date(row.link.at) }];
      });
    },
  };

  function contentFault(item: { link: Link; content: Content | null }): Fault | null {
    if (item.content === null) return 'content-missing';
    try {
      const text = contentOf(item, item.content);
      return same(contentHash(item.content.salt, text), item.link.contentHash) ? null : 'content-changed';
    } catch {
      return 'content-changed';
    }
  }
}

const BATCH = 1_000;

function contentLabel(sequence: number): string {
  return `audit_contents.sealed/${sequence}`;
}
