import { z } from 'zod';

/** Who did it. Persons are named by id: their names are personal content and live in identity. */
export type Actor =
  | { readonly kind: 'person'; readonly id: string }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'job'; readonly id: string }
  | { readonly kind: 'console' };

/** What the record says of one deed. Nothing here holds matched text, passwords or codes. */
export interface Entry {
  readonly who: Actor;
  /** The address that a request came from; null for jobs and the console. */
  readonly from: string | null;
  readonly what: Deed;
  /** The thing it was done to, for example `{ kind: 'file', id: '…' }`. */
  readonly on: { readonly kind: string; readonly id: string } | null;
  /** Why, in the person's own words where the deed asks for a reason. */
  readonly purpose: string | null;
  readonly outcome: 'done' | 'refused' | 'failed';
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Every deed that the record knows: one name a deed, `<room>.<what>`. Each has its words in views/audit (`deed`).
 */
export const deeds = [
  'appliance.started',
  'appliance.stopped',
  'ca.root-issued',
  'ca.certificate-issued',
  'identity.set-up',
  'identity.signed-in',
  'identity.sign-in-refused',
  'identity.signed-out',
  'identity.password-changed',
  'identity.people-seen',
  'identity.invited',
  'identity.closed',
  'identity.slip-made',
  'identity.slip-seen',
  'identity.slip-opened',
  'identity.slip-withdrawn',
  'identity.joined',
  'identity.language-chosen',
  'audit.searched',
  'audit.verified',
  'sources.added',
  'sources.changed',
  'sources.removed',
  'sources.folders-seen',
  'sources.mapped',
  'sources.unmapped',
  'sources.connection-tested',
  'sources.password-renewed',
  'sources.scheduled',
  'sources.paused',
  'sources.resumed',
  'scan.queued',
  'scan.begun',
  'scan.ended',
  'scan.cancelled',
  'scan.held',
  'scan.files-read',
  'scan.dashboard-seen',
  'scan.list-seen',
  'scan.file-seen',
  'scan.value-revealed',
  'scan.weights-previewed',
  'scan.weights-changed',
  'scan.risk-recounted',
  'scan.person-looked-up',
  'scan.coverage-seen',
  'scan.retry-asked',
  'scan.password-added',
  'scan.password-removed',
  'rules.seen',
  'rules.version-made',
  'rules.tried',
  'rules.names-added',
  'rules.names-removed',
] as const;
export type Deed = (typeof deeds)[number];

/** The stored form (docs/formats/audit-chain.md), checked when it is read back. */
export const entrySchema = z.object({
  who: z.union([
    z.object({ kind: z.enum(['person', 'job']), id: z.string() }),
    z.object({ kind: z.enum(['nobody', 'console']) }),
  ]),
  from: z.string().nullable(),
  what: z.string(),
  on: z.object({ kind: z.string(), id: z.string() }).nullable(),
  purpose: z.string().nullable(),
  outcome: z.enum(['done', 'refused', 'failed']),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

/** An entry as it is read back: by then its deed may be one that an older version knew. */
export type StoredEntry = z.infer<typeof entrySchema> & { readonly sequence: number; readonly at: Date };
