import { randomBytes } from 'node:crypto';
import type { Clock } from '#kernel/clock.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { auditStore, type Content, type Item } from './audit.store.ts';
import { contentHash, faultIn, link, same, type Fault, type Link } from './core/chain.ts';
import { entrySchema, type Actor, type Deed, type Entry, type StoredEntry } from './entry.ts';

/** The record: who did what to what, when, from where and why. It can be added to and read, nothing else. */
export interface Audit {
  /** Adds one entry in the transaction of the deed that it tells of: both are kept, or neither. */
  append(tx: Tx, entry: Entry): Promise<{ sequence: number }>;
  /**
   * Looks at every entry: the chain of hashes, and that each content is what the chain says. It does not see that the
   * newest entries were cut off: for that, compare `head` with one that somebody outside wrote down.
   */
  verify(): Promise<Verification>;
  /** Verifies, and puts on the record that it was done and what came out. */
  verifyOnRecord(who: Actor, from: string | null): Promise<Verification>;
  /** The newest entries that can be read, newest first. @param before continue from before this sequence */
  newest(limit: number, before?: number): Promise<StoredEntry[]>;
  /**
   * A page of the record, newest first. Contents are sealed, so a search for one deed opens each entry; it looks at
   * no more than some thousands a page and says where to go on.
   */
  page(query: RecordQuery): Promise<RecordPage>;
  /** The same for somebody who looks: that they looked, and for what, is on the record before they see anything. */
  search(who: Actor, from: string | null, query: RecordQuery): Promise<RecordPage>;
}

export interface RecordQuery {
  /** Entries from before this sequence; null from the newest. */
  readonly before: number | null;
  /** The entries of this deed; null of every deed. */
  readonly what: Deed | null;
  readonly limit: number;
}

export interface RecordPage {
  readonly lines: readonly RecordLine[];
  /** The `before` of the page that follows; null when the first entry has been reached. */
  readonly next: number | null;
}

/** An unreadable entry is shown as such: to leave it out would hide that somebody was at it. */
export type RecordLine =
  | { readonly kind: 'entry'; readonly entry: StoredEntry }
  | { readonly kind: 'unreadable'; readonly sequence: number; readonly at: Date };

export type Verification =
  | { readonly kind: 'whole'; readonly entries: number; readonly head: string }
  | {
      readonly kind: 'broken';
      /** The place of the first entry that is not as it was written. */
      readonly sequence: number;
      readonly fault: Fault;
      readonly entriesBefore: number;
    };

export function createAudit({ db, vault, clock }: { db: Database; vault: Vault; clock: Clock }): Audit {
  const append: Audit['append'] = async (tx, entry) => {
    const head = await auditStore.head(tx);
    const text = JSON.stringify(entrySchema.parse(entry));
    const salt = randomBytes(SALT_LENGTH);
    const next = link(head, clock.now().getTime(), contentHash(salt, text));
    await auditStore.append(tx, next, { salt, sealed: vault.seal(contentLabel(next.sequence), text) });
    return { sequence: next.sequence };
  };

  const verify: Audit['verify'] = async () => {
    let previous: Link | null = null;
    for (;;) {
      const batch: Item[] = await auditStore.after(db.read, previous?.sequence ?? null, BATCH);
      for (const item of batch) {
        const entriesBefore: number = previous?.sequence ?? 0;
        const fault = faultIn(previous, item.link) ?? contentFault(item);
        if (fault !== null) return { kind: 'broken', sequence: entriesBefore + 1, fault, entriesBefore };
        previous = item.link;
      }
      if (batch.length < BATCH) break;
    }
    const head = Buffer.from(previous?.hash ?? []).toString('hex');
    return { kind: 'whole', entries: previous?.sequence ?? 0, head };
  };

  const page: Audit['page'] = async ({ before, what, limit }) => {
    const lines: RecordLine[] = [];
    let next = before;
    const size = what === null ? limit : BATCH;
    for (let looked = 0; looked < MOST_LOOKED_AT && lines.length < limit; looked += size) {
      const batch = await auditStore.before(db.read, next, size);
      for (const item of batch) {
        if (lines.length === limit) return { lines, next };
        next = item.link.sequence;
        const line = lineOf(item);
        if (what === null || line.kind === 'unreadable' || line.entry.what === what) lines.push(line);
      }
      if (batch.length < size || next === 1) return { lines, next: null };
    }
    return { lines, next };
  };

  return {
    append,
    verify,
    page,
    async verifyOnRecord(who, from) {
      const verification = await verify();
      const { kind, ...found } = verification;
      const outcome = kind === 'whole' ? 'done' : 'failed';
      const entry = {
        who,
        from,
        what: 'audit.verified',
        on: null,
        purpose: null,
        outcome,
        details: found,
      } as const;
      await db.write((tx) => append(tx, entry));
      return verification;
    },
    async search(who, from, query) {
      const { what, before } = query;
      const details = { deed: what, before };
      const entry = {
        who,
        from,
        what: 'audit.searched',
        on: null,
        purpose: null,
        outcome: 'done',
        details,
      } as const;
      await db.write((tx) => append(tx, entry));
      return page(query);
    },
    async newest(limit, before) {
      const { lines } = await page({ before: before ?? null, what: null, limit });
      return lines.flatMap((line) => (line.kind === 'entry' ? [line.entry] : []));
    },
  };

  function textOf(link: Link, content: Content): string {
    return vault.openText(contentLabel(link.sequence), content.sealed);
  }

  function lineOf({ link, content }: Item): RecordLine {
    const at = new Date(link.at);
    try {
      if (content === null) throw new Error('the content is missing');
      const entry = entrySchema.parse(JSON.parse(textOf(link, content)));
      return { kind: 'entry', entry: { ...entry, sequence: link.sequence, at } };
    } catch {
      return { kind: 'unreadable', sequence: link.sequence, at };
    }
  }

  function contentFault({ link, content }: Item): Fault | null {
    if (content === null) return 'content-missing';
    try {
      return same(contentHash(content.salt, textOf(link, content)), link.contentHash)
        ? null
        : 'content-changed';
    } catch {
      return 'content-changed';
    }
  }
}

const BATCH = 1_000;
const MOST_LOOKED_AT = 5_000;
const SALT_LENGTH = 16;

/** Binds a content to its place: sealed for one sequence, it does not open at another. */
function contentLabel(sequence: number): string {
  return `audit_contents.sealed/${sequence}`;
}
