import { z } from 'zod';
import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { ShareAddress } from './share-address.ts';
import type { ShareFault } from './share-fault.ts';

/** Who the appliance is on a server. A guest has no password, and no encryption either. */
export type ShareAccount =
  | { readonly kind: 'password' | 'kerberos'; readonly user: string; readonly domain: string }
  | { readonly kind: 'guest' };

/** How a connection is protected. Less than `required` and `SMB3_11` is accepted by somebody, with a reason. */
export interface ShareProtection {
  readonly encryption: 'required' | 'wanted';
  readonly oldest: 'SMB3_11' | 'SMB3' | 'SMB2';
}

/** What is kept of a share, save its password. */
export interface ShareRecord extends ShareProtection {
  readonly sourceId: number;
  readonly address: ShareAddress;
  readonly account: ShareAccount;
  /** When its password was given; shown in the place of the password. */
  readonly secretAt: Date;
  /** Why less protection is accepted; null when it is not less. */
  readonly riskReason: string | null;
  /** What the last look at the connection found wrong; null: nothing. */
  readonly fault: ShareFault | null;
  readonly lookedAt: Date;
}

interface ShareRow {
  source_id: number;
  address: Buffer;
  account: Buffer;
  secret: Buffer | null;
  secret_at: number;
  encryption: ShareProtection['encryption'];
  oldest: ShareProtection['oldest'];
  risk_reason: Buffer | null;
  fault: ShareFault | null;
  looked_at: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    shares: ShareRow;
  }
}

export interface ShareStore {
  add(tx: Tx, share: ShareRecord, secret: string | null): Promise<void>;
  of(db: Reader | Tx, sourceId: number): Promise<ShareRecord | null>;
  /** The password, for the moment of a connection; null for a guest. @throws Failure `damaged`: see Vault.open */
  secretOf(db: Reader | Tx, sourceId: number): Promise<string | null>;
  setAccount(tx: Tx, sourceId: number, account: ShareAccount, secret: string, at: Date): Promise<void>;
  noteLook(tx: Tx, sourceId: number, fault: ShareFault | null, at: Date): Promise<void>;
}

export function createShareStore(vault: Vault): ShareStore {
  const shareOf = (row: ShareRow): ShareRecord => ({
    sourceId: row.source_id,
    address: keptAddress.parse(JSON.parse(vault.openText(label('address', row.source_id), row.address))),
    account: keptAccount.parse(JSON.parse(vault.openText(label('account', row.source_id), row.account))),
    secretAt: new Date(row.secret_at),
    encryption: row.encryption,
    oldest: row.oldest,
    riskReason:
      row.risk_reason === null ? null : vault.openText(label('risk', row.source_id), row.risk_reason),
    fault: row.fault,
    lookedAt: new Date(row.looked_at),
  });
  const accountColumns = (sourceId: number, account: ShareAccount, secret: string | null, at: Date) => ({
    account: vault.seal(label('account', sourceId), JSON.stringify(account)),
    secret: secret === null ? null : vault.seal(label('secret', sourceId), secret),
    secret_at: at.getTime(),
  });

  return {
    async add(tx, { sourceId, address, account, riskReason, ...share }, secret) {
      await tx('shares').insert({
        source_id: sourceId,
        address: vault.seal(label('address', sourceId), JSON.stringify(address)),
        ...accountColumns(sourceId, account, secret, share.secretAt),
        encryption: share.encryption,
        oldest: share.oldest,
        risk_reason: riskReason === null ? null : vault.seal(label('risk', sourceId), riskReason),
        fault: share.fault,
        looked_at: share.lookedAt.getTime(),
      });
    },
    async of(db, sourceId) {
      const row = await db('shares').where({ source_id: sourceId }).first();
      return row === undefined ? null : shareOf(row);
    },
    async secretOf(db, sourceId) {
      const row = await db('shares').where({ source_id: sourceId }).first('secret');
      const secret = row?.secret ?? null;
      return secret === null ? null : vault.openText(label('secret', sourceId), secret);
    },
    async setAccount(tx, sourceId, account, secret, at) {
      await tx('shares')
        .where({ source_id: sourceId })
        .update(accountColumns(sourceId, account, secret, at));
    },
    async noteLook(tx, sourceId, fault, at) {
      await tx('shares').where({ source_id: sourceId }).update({ fault, looked_at: at.getTime() });
    },
  };
}

/**
 * Each field is sealed for its very source: a password that somebody copies to the row of another share, whose server
 * is theirs, does not open.
 */
function label(field: string, sourceId: number): string {
  return `shares.${field}/${sourceId}`;
}

/** What is sealed of a share, as it was once added. */
const keptAddress: z.ZodType<ShareAddress> = z.object({
  server: z.string(),
  share: z.string(),
  folder: z.array(z.string()),
});

const keptAccount: z.ZodType<ShareAccount> = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['password', 'kerberos']), user: z.string(), domain: z.string() }),
  z.object({ kind: z.literal('guest') }),
]);
