import { generateKeyPair, randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import type { Audit, Entry } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { newId } from '#kernel/ids.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { certificateKeyLabel, certificatesStore, type StoredCertificate } from './certificates.store.ts';
import {
  fingerprint,
  rootCertificate,
  serverCertificate,
  validityOf,
  type KeyPair,
} from './core/certificates.ts';
import { renewalDue } from './core/validity.ts';

/** What a TLS server speaks with, and what people compare it to. All PEM but the fingerprints. */
export interface ServerCertificate {
  readonly key: string;
  /** The server's certificate, then the root. */
  readonly chain: string;
  /** SHA-256 of the server's certificate, as a browser shows it at the first visit. */
  readonly fingerprint: string;
  readonly rootPem: string;
  readonly rootFingerprint: string;
}

/** The certificates that the appliance issues to itself. */
export interface CertificateAuthority {
  /**
   * The certificate for these names: the one there is, or a new one when there is none, when two thirds of its life
   * have passed, when its root was replaced or when the names changed. The root is made and renewed by the same
   * rule. Whatever is issued is on the record. Ask at start and once a day.
   * @throws Failure `invalid-input` for a name that no host can have, `damaged` if a key does not open.
   */
  ensureServerCertificate(hostNames: readonly string[]): Promise<ServerCertificate>;
}

/** @param makeKeyPair for tests; the default makes keys off the main thread, since a root's takes seconds. */
export function createCertificateAuthority({
  db,
  vault,
  audit,
  clock,
  makeKeyPair = rsaKeyPair,
}: {
  db: Database;
  vault: Vault;
  audit: Audit;
  clock: Clock;
  makeKeyPair?: (bits: number) => Promise<KeyPair>;
}): CertificateAuthority {
  let turn: Promise<unknown> = Promise.resolve();

  return {
    ensureServerCertificate(hostNames) {
      // One at a time: two that both found nothing would both issue.
      const mine = turn.then(() => ensure(hostNames));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };

  async function ensure(hostNames: readonly string[]): Promise<ServerCertificate> {
    const oldRoot = await certificatesStore.newest(db.read, 'root');
    const oldServer = await certificatesStore.newest(db.read, 'server');
    const rootReason = oldRoot === null ? 'first' : ageReason(oldRoot);
    const root = oldRoot !== null && rootReason === null ? oldRoot : await newRoot(hostNames);
    const serverReason = reasonForServer(oldServer, root, hostNames);
    const server = oldServer !== null && serverReason === null ? oldServer : await newServer(root, hostNames);

    if (rootReason !== null || serverReason !== null) {
      await db.write(async (tx) => {
        if (rootReason !== null) await issue(tx, root, 'ca.root-issued', rootReason);
        if (serverReason !== null) await issue(tx, server, 'ca.certificate-issued', serverReason);
      });
    }
    return {
      key: keyOf(server),
      chain: server.certificate + root.certificate,
      fingerprint: fingerprint(server.certificate),
      rootPem: root.certificate,
      rootFingerprint: fingerprint(root.certificate),
    };
  }

  function ageReason({ certificate }: StoredCertificate): 'renewal' | null {
    return renewalDue(validityOf(certificate), clock.now()) ? 'renewal' : null;
  }

  function reasonForServer(
    server: StoredCertificate | null,
    root: StoredCertificate,
    hostNames: readonly string[],
  ) {
    if (server === null) return 'first';
    if (server.issuer !== root.id) return 'new-root';
    if (server.hostNames.join(' ') !== hostNames.join(' ')) return 'host-names';
    return ageReason(server);
  }

  async function newRoot([hostName = '']: readonly string[]): Promise<StoredCertificate> {
    const id = newId();
    const keys = await makeKeyPair(ROOT_BITS);
    const now = clock.now();
    // The year tells a root from the one that it replaces, where both stand in a trust store.
    const name = `DataMapper ${now.getUTCFullYear()} ${hostName}`;
    return sealed(id, 'root', id, rootCertificate(name, keys, randomBytes(16), now), keys, []);
  }

  async function newServer(
    root: StoredCertificate,
    hostNames: readonly string[],
  ): Promise<StoredCertificate> {
    const keys = await makeKeyPair(SERVER_BITS);
    const issuer = { certificate: root.certificate, privateKey: keyOf(root) };
    const certificate = serverCertificate(issuer, hostNames, keys.publicKey, randomBytes(16), clock.now());
    return sealed(newId(), 'server', root.id, certificate, keys, hostNames);
  }

  function sealed(
    id: string,
    kind: StoredCertificate['kind'],
    issuer: string,
    certificate: string,
    { privateKey }: KeyPair,
    hostNames: readonly string[],
  ): StoredCertificate {
    const sealedKey = vault.seal(certificateKeyLabel(id), privateKey);
    return { id, kind, issuer, certificate, sealedKey, hostNames, issuedAt: clock.now() };
  }

  function keyOf({ id, sealedKey }: StoredCertificate): string {
    return vault.openText(certificateKeyLabel(id), sealedKey);
  }

  async function issue(
    tx: Tx,
    certificate: StoredCertificate,
    what: Entry['what'],
    reason: string,
  ): Promise<void> {
    await certificatesStore.add(tx, certificate);
    await audit.append(tx, {
      who: { kind: 'job', id: 'certificates' },
      from: null,
      what,
      on: { kind: 'certificate', id: certificate.id },
      purpose: null,
      outcome: 'done',
      details: {
        reason,
        fingerprint: fingerprint(certificate.certificate),
        until: validityOf(certificate.certificate).notAfter.toISOString(),
      },
    });
  }
}

const ROOT_BITS = 4096;
const SERVER_BITS = 2048;

async function rsaKeyPair(bits: number): Promise<KeyPair> {
  return promisify(generateKeyPair)('rsa', {
    modulusLength: bits,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
}
