import type { Audit, Entry } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { By } from './by.ts';
import type { OpenShare } from './open-share.ts';
import { shareAddressText } from './share-address.ts';
import { awayReasonOf, type ShareFault } from './share-fault.ts';
import type { LookAtShare, ShareToLookAt } from './share-look.ts';
import type { ShareAccount, ShareRecord, ShareStore } from './shares.store.ts';
import type { OpenSource } from './smb.ts';
import { SourceAway } from './source-away.ts';
import type { SourceRecord, SourceStore } from './sources.store.ts';

/** A share as somebody wants it read, before it is a source. */
export interface NewShare extends ShareToLookAt {
  readonly name: string;
  /** Why less than SMB 3.1.1 with encryption is accepted; null when it is not less. */
  readonly riskReason: string | null;
}

export type ShareRefused = { readonly refused: ShareFault | 'known-already' };

/** Shares: adding them, looking at their connection, and their passwords, which nobody ever sees again. */
export interface Shares {
  /** Looks at a share that is no source yet. Answers what is wrong, or null: nothing. */
  test(by: By, wanted: NewShare): Promise<ShareFault | null>;
  /** Adds a share as a source, once a look at it finds nothing wrong. */
  add(by: By, wanted: NewShare): Promise<SourceRecord | ShareRefused>;
  /** What is kept of a source's share, save the password; null: it is none. */
  of(sourceId: number): Promise<ShareRecord | null>;
  /** Looks at the share of a source with what is kept of it. @throws Failure not-found */
  testKept(by: By, publicId: string): Promise<ShareFault | null>;
  /** Takes another account or password into use, if the share can be read with it. @throws Failure not-found */
  renew(
    by: By,
    publicId: string,
    signIn: { readonly account: ShareAccount; readonly secret: string },
  ): Promise<ShareFault | null>;
  /**
   * Opens the share of a source to be read, after a look that tells what is wrong in the server's own words; that is
   * kept. An account that was refused is not tried again for some hours, unless somebody tests it or renews its
   * password: trying a wrong password again and again would lock it.
   * @throws SourceAway, or Failure `unavailable`, when the share cannot be read at the moment
   */
  open(sourceId: number): Promise<OpenSource>;
}

export function createShares(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  store: SourceStore;
  shares: ShareStore;
  look: LookAtShare;
  openShare: OpenShare;
  /** Called when a share of which something was wrong can be read again: a scan may wait for it. */
  restored: (sourceId: number) => void;
}): Shares {
  const { db, audit, clock, store, shares, look, openShare, restored } = needs;

  const onRecord = (
    tx: Tx,
    by: By,
    entry: Pick<Entry, 'what' | 'details'> & Partial<Entry>,
    publicId?: string,
  ) =>
    audit.append(tx, {
      purpose: null,
      outcome: 'done',
      ...by,
      on: publicId === undefined ? null : { kind: 'source', id: publicId },
      ...entry,
    });

  const noteTest = (tx: Tx, by: By, server: string, fault: ShareFault | null, publicId?: string) =>
    onRecord(
      tx,
      by,
      {
        what: 'sources.connection-tested',
        outcome: fault === null ? 'done' : 'failed',
        details: { server, fault },
      },
      publicId,
    );

  const kept = async (publicId: string): Promise<{ source: SourceRecord; share: ShareRecord }> => {
    const source = await store.byPublicId(db.read, publicId);
    const share = source === null ? null : await shares.of(db.read, source.id);
    if (source === null || share === null) throw notFound();
    return { source, share };
  };

  return {
    async test(by, wanted) {
      const fault = await look(wanted);
      await db.write((tx) => noteTest(tx, by, wanted.address.server, fault));
      return fault;
    },

    async add(by, wanted) {
      const root = shareAddressText(wanted.address);
      const fault = await look(wanted);
      return db.write(async (tx) => {
        if (fault !== null) {
          await noteTest(tx, by, wanted.address.server, fault);
          return { refused: fault };
        }
        if ((await store.withRoot(tx, root)) !== null) return { refused: 'known-already' };
        const at = clock.now();
        const source = await store.add(tx, {
          publicId: newId(),
          kind: 'smb',
          name: wanted.name,
          root,
          filesPerSecond: null,
          megabytesPerSecond: null,
          pausedAt: null,
          addedAt: at,
        });
        const { address, account, encryption, oldest, riskReason } = wanted;
        const looked = { fault: null, lookedAt: at, secretAt: at };
        await shares.add(
          tx,
          { sourceId: source.id, address, account, encryption, oldest, riskReason, ...looked },
          wanted.secret,
        );
        const details = { kind: 'smb', account: account.kind, encryption, oldest };
        await onRecord(tx, by, { what: 'sources.added', purpose: riskReason, details }, source.publicId);
        return source;
      });
    },

    of: (sourceId) => shares.of(db.read, sourceId),

    async testKept(by, publicId) {
      const { source, share } = await kept(publicId);
      const fault = await look({ ...share, secret: await shares.secretOf(db.read, source.id) });
      await db.write(async (tx) => {
        await shares.noteLook(tx, source.id, fault, clock.now());
        await noteTest(tx, by, share.address.server, fault, publicId);
      });
      if (fault === null) restored(source.id);
      return fault;
    },

    async renew(by, publicId, { account, secret }) {
      const { source, share } = await kept(publicId);
      const fault = await look({ ...share, account, secret });
      await db.write(async (tx) => {
        if (fault === null) {
          await shares.setAccount(tx, source.id, account, secret, clock.now());
          await shares.noteLook(tx, source.id, null, clock.now());
          await onRecord(
            tx,
            by,
            { what: 'sources.password-renewed', details: { account: account.kind } },
            publicId,
          );
        } else await noteTest(tx, by, share.address.server, fault, publicId);
      });
      if (fault === null) restored(source.id);
      return fault;
    },

    async open(sourceId) {
      const share = await shares.of(db.read, sourceId);
      if (share === null) throw notFound();
      const now = clock.now();
      if (
        share.fault !== null &&
        isRefusal(share.fault) &&
        now.getTime() - share.lookedAt.getTime() < SPARED_MS
      )
        throw awayFor(share.fault);
      const connection = { ...share, secret: await shares.secretOf(db.read, sourceId) };
      const fault = await look(connection);
      if (fault !== null || share.fault !== null)
        await db.write((tx) => shares.noteLook(tx, sourceId, fault, now));
      if (fault !== null) throw awayFor(fault);
      return openShare(connection);
    },
  };
}

/** How long an account that was refused is spared: a schedule tries it again the next night. */
const SPARED_MS = 6 * 60 * 60 * 1000;

function isRefusal(fault: ShareFault): boolean {
  return awayReasonOf(fault) === 'refused';
}

function awayFor(fault: ShareFault): Error {
  const reason = awayReasonOf(fault);
  if (reason !== null) return new SourceAway(reason);
  return new Failure(
    'unavailable',
    `the share cannot be read: ${fault}`,
    "See what is wrong on the source's page.",
  );
}

function notFound(): Failure {
  return new Failure(
    'not-found',
    'there is no such share',
    'It may have been removed; go back to the sources.',
  );
}
