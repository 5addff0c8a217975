import type { Migration, Reader, Tx } from '#platform/db/index.ts';

/** A certificate that the appliance issued, with its key still sealed. */
export interface StoredCertificate {
  readonly id: string;
  readonly kind: 'root' | 'server';
  /** The id of the certificate that signed it; a root's own. */
  readonly issuer: string;
  /** PEM. */
  readonly certificate: string;
  /** The private key, PEM, sealed under `certificateKeyLabel(id)`. */
  readonly sealedKey: Buffer;
  /** What a server certificate speaks for, in the order that was asked for; empty for a root. */
  readonly hostNames: readonly string[];
  readonly issuedAt: Date;
}

interface CertificateRow {
  id: string;
  kind: 'root' | 'server';
  issuer: string;
  certificate: string;
  sealed_key: Buffer;
  host_names: string;
  issued_at: number;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    ca_certificates: CertificateRow;
  }
}

export const caMigrations: readonly Migration[] = [
  {
    name: '0004-ca',
    up: async (schema) => {
      await schema.schema.createTable('ca_certificates', (table) => {
        table.increments('sequence');
        table.string('id', 22).notNullable().unique();
        table.string('kind', 16).notNullable().index();
        table.string('issuer', 22).notNullable().references('id').inTable('ca_certificates');
        table.text('certificate').notNullable();
        table.binary('sealed_key').notNullable();
        table.text('host_names').notNullable();
        table.bigInteger('issued_at').notNullable();
      });
    },
  },
];

export const certificatesStore = {
  async add(tx: Tx, certificate: StoredCertificate): Promise<void> {
    const { id, kind, issuer, sealedKey, hostNames, issuedAt } = certificate;
    await tx('ca_certificates').insert({
      id,
      kind,
      issuer,
      certificate: certificate.certificate,
      sealed_key: sealedKey,
      host_names: hostNames.join(' '),
      issued_at: issuedAt.getTime(),
    });
  },

  /** The one of its kind that was issued last; null before the first. */
  async newest(db: Tx | Reader, kind: StoredCertificate['kind']): Promise<StoredCertificate | null> {
    const row = await db('ca_certificates').where({ kind }).orderBy('sequence', 'desc').first();
    if (row === undefined) return null;
    const { id, issuer, certificate } = row;
    return {
      id,
      kind: row.kind,
      issuer,
      certificate,
      sealedKey: row.sealed_key,
      hostNames: row.host_names.split(' ').filter(Boolean),
      issuedAt: new Date(row.issued_at),
    };
  },
};

/** Binds a sealed key to its certificate, so that it does not open beside another. */
export function certificateKeyLabel(id: string): string {
  return `ca_certificates.sealed_key/${id}`;
}
