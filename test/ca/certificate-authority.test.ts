import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { auditMigrations, createAudit, type Audit } from '#audit/index.ts';
import { caMigrations, createCertificateAuthority, type CertificateAuthority } from '#ca/index.ts';
import type { KeyPair } from '#ca/core/certificates.ts';
import { Failure } from '#kernel/errors.ts';
import { openDatabase, type Database } from '#platform/db/index.ts';
import { createVault } from '#platform/vault/index.ts';
import { keyPair } from './support/key-pair.ts';

const HOSTS = ['datamapper.example', '192.0.2.7'];
const DAY = 24 * 60 * 60 * 1000;

describe('the certificate authority', () => {
  let folder: string;
  let db: Database;
  let audit: Audit;
  let ca: CertificateAuthority;
  let now: number;
  let sizes: number[];
  let pool: KeyPair[];
  const clock = { now: () => new Date(now) };
  const vault = createVault([Buffer.alloc(32, 1)]);
  const authority = (master = vault): CertificateAuthority =>
    createCertificateAuthority({
      db,
      vault: master,
      audit,
      clock,
      // Short keys, each used once in a test: the sizes that are asked for are a test of their own.
      makeKeyPair: (bits) => {
        const next = pool[sizes.push(bits) - 1];
        return next === undefined ? Promise.reject(new Error('no more keys')) : Promise.resolve(next);
      },
    });
  const deeds = async (): Promise<string[]> =>
    (await audit.newest(50)).map((entry) => `${entry.what} ${String(entry.details['reason'])}`).reverse();

  before(() => {
    pool = Array.from({ length: 4 }, () => keyPair(2048));
  });
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ca-'));
    now = Date.parse('2026-11-23T12:00:00Z');
    sizes = [];
    db = await openDatabase(join(folder, 'test.db'), [...auditMigrations, ...caMigrations]);
    audit = createAudit({ db, vault, clock });
    ca = authority();
  });
  afterEach(async () => {
    await db.close();
    rmSync(folder, { recursive: true });
  });

  describe('at the first start', () => {
    it('makes a root of 4096 bits and a server key of 2048', async () => {
      await ca.ensureServerCertificate(HOSTS);
      assert.deepEqual(sizes, [4096, 2048]);
    });

    it('hands out a chain whose first certificate belongs to the key', async () => {
      const { chain, key } = await ca.ensureServerCertificate(HOSTS);
      assert.ok(
        new X509Certificate(chain).publicKey.export({ type: 'spki', format: 'pem' }) === pool[1]?.publicKey,
      );
      assert.equal(key, pool[1].privateKey);
    });

    it('puts both on the record', async () => {
      await ca.ensureServerCertificate(HOSTS);
      assert.deepEqual(await deeds(), ['ca.root-issued first', 'ca.certificate-issued first']);
    });

    it('keeps no private key in clear', async () => {
      await ca.ensureServerCertificate(HOSTS);
      const rows = await db.read('ca_certificates').select('sealed_key');
      assert.ok(rows.every((row) => !row.sealed_key.includes('PRIVATE KEY')) && rows.length === 2);
    });

    it('issues nothing for a name that no host can have', async () => {
      await assert.rejects(ca.ensureServerCertificate(['two words']), Failure);
      assert.deepEqual(await deeds(), []);
    });

    it('issues once when it is asked twice at the same time', async () => {
      const [one, two] = await Promise.all([
        ca.ensureServerCertificate(HOSTS),
        ca.ensureServerCertificate(HOSTS),
      ]);
      assert.deepEqual(one, two);
    });
  });

  describe('later', () => {
    let first: Awaited<ReturnType<CertificateAuthority['ensureServerCertificate']>>;
    beforeEach(async () => {
      first = await ca.ensureServerCertificate(HOSTS);
    });

    it('hands out the same after a restart', async () =>
      assert.deepEqual(await authority().ensureServerCertificate(HOSTS), first));

    it('refuses to start over when its keys do not open', async () => {
      const stranger = authority(createVault([Buffer.alloc(32, 2)]));
      await assert.rejects(
        stranger.ensureServerCertificate(HOSTS),
        (error) => error instanceof Failure && error.code === 'damaged',
      );
    });

    it('keeps the certificate until two thirds of its life have passed', async () => {
      now += 264 * DAY;
      assert.equal((await ca.ensureServerCertificate(HOSTS)).fingerprint, first.fingerprint);
    });

    it('renews it then, with a new key', async () => {
      now += 265 * DAY;
      const { key } = await ca.ensureServerCertificate(HOSTS);
      assert.equal(key, pool[2]?.privateKey);
    });

    it('renews it under the same root', async () => {
      now += 265 * DAY;
      assert.equal((await ca.ensureServerCertificate(HOSTS)).rootPem, first.rootPem);
    });

    it('puts the renewal on the record', async () => {
      now += 265 * DAY;
      await ca.ensureServerCertificate(HOSTS);
      assert.deepEqual((await deeds()).slice(2), ['ca.certificate-issued renewal']);
    });

    it('issues another when the host names change', async () => {
      const { chain } = await ca.ensureServerCertificate([...HOSTS, 'second.example']);
      assert.ok(new X509Certificate(chain).checkHost('second.example'));
    });

    it('puts the change of host names on the record', async () => {
      await ca.ensureServerCertificate(['second.example']);
      assert.deepEqual((await deeds()).slice(2), ['ca.certificate-issued host-names']);
    });

    it('replaces the root at two thirds of its life, and with it what it signed', async () => {
      now += 2435 * DAY;
      await ca.ensureServerCertificate(HOSTS);
      assert.deepEqual((await deeds()).slice(2), [
        'ca.root-issued renewal',
        'ca.certificate-issued new-root',
      ]);
    });

    it('gives the new root a name of its own', async () => {
      now += 2435 * DAY;
      const { rootPem } = await ca.ensureServerCertificate(HOSTS);
      assert.notEqual(new X509Certificate(rootPem).subject, new X509Certificate(first.rootPem).subject);
    });

    it('leaves a record that verifies', async () => {
      const { kind } = await audit.verify();
      assert.equal(kind, 'whole');
    });
  });
});
