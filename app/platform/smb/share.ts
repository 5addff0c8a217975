/**
 * A place on a file server, and as whom it is read. It holds a password: it is made when a scan begins, goes to the
 * process that speaks SMB over a pipe, and is kept nowhere.
 */
export interface SmbShare {
  /** A host name or an address; IPv6 without brackets. */
  readonly server: string;
  readonly port: number;
  /** As the server lists it, without separators: `home`, `Økonomi`, `C$`. */
  readonly share: string;
  /** The folder below the share's root, outermost first, in the lossless form of kernel/file-name.ts; empty: the root. */
  readonly folder: readonly string[];
  readonly account: SmbAccount;
  /**
   * `required`: SMB 3 encryption, or nothing is read. `wanted`: asked for, and read all the same where the server has
   * none; signing is demanded then. Both hold for the servers too that a DFS link leads to.
   */
  readonly encryption: 'required' | 'wanted';
  /** The oldest dialect that is spoken: 3.1.1, 3.0 or 2.0.2. What is older is spoken with nobody. */
  readonly oldest: 'SMB3_11' | 'SMB3' | 'SMB2';
}

/** A guest has no key to encrypt or sign with: it goes with `encryption: 'wanted'` only. */
export type SmbAccount =
  | { readonly kind: 'password'; readonly user: string; readonly domain: string; readonly password: string }
  | {
      readonly kind: 'kerberos';
      readonly user: string;
      readonly realm: string;
      readonly password: string;
      /** Where tickets come from; left out: asked of DNS. */
      readonly kdc?: string;
    }
  | { readonly kind: 'guest' };
