import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fingerprint, rootCertificate, serverCertificate, validityOf } from '#ca/core/certificates.ts';
import { Failure } from '#kernel/errors.ts';
import { keyPair } from '../support/key-pair.ts';

const NOW = new Date('2026-11-23T12:00:00Z');
const NAME = 'Ærø Å/S, "test" <root>';
const HOSTS = ['fil-server.ærø.example', 'localhost', '192.0.2.7', '2001:db8::7'];
const serial = (first: number): Uint8Array => new Uint8Array(16).fill(first, 0, 1).fill(7, 1);

describe('certificates', () => {
  const rootKeys = keyPair(2048);
  const root = rootCertificate(NAME, rootKeys, serial(0xff), NOW);
  const issuer = { certificate: root, privateKey: rootKeys.privateKey };
  const serverKeys = keyPair(2048);
  const issue = (hostNames: readonly string[] = HOSTS, first = 1): string =>
    serverCertificate(issuer, hostNames, serverKeys.publicKey, serial(first), NOW);
  const server = issue();

  let folder: string;
  const openssl = (...words: string[]): string =>
    execFileSync('openssl', words, { encoding: 'utf8', cwd: folder });
  const shown = (file: string): string =>
    openssl('x509', '-in', file, '-noout', '-text', '-nameopt', 'utf8,sep_comma_plus_space');

  before(() => {
    folder = mkdtempSync(join(tmpdir(), 'certificates-'));
    writeFileSync(join(folder, 'root.pem'), root);
    writeFileSync(join(folder, 'server.pem'), server);
  });
  after(() => rmSync(folder, { recursive: true }));

  describe('of a root', () => {
    it('says a name in any letters, as UTF-8', () => assert.ok(shown('root.pem').includes(`CN=${NAME}`)));

    it('may stand over one issuing authority and no more', () =>
      assert.match(shown('root.pem'), /Basic Constraints: critical\s+CA:TRUE, pathlen:1\n/));

    it('signs certificates and revocation lists only', () =>
      assert.match(shown('root.pem'), /Key Usage: critical\s+Certificate Sign, CRL Sign\n/));

    it('holds for ten years', () =>
      assert.deepEqual(validityOf(root), {
        notBefore: new Date('2026-11-23T11:00:00Z'),
        notAfter: new Date('2036-11-22T11:00:00Z'),
      }));

    it('has a serial that is positive whatever the random bytes', () =>
      assert.match(new X509Certificate(root).serialNumber, /^FF/));

    it('cuts a name that is too long for a certificate', () =>
      assert.match(
        new X509Certificate(rootCertificate('å'.repeat(90), rootKeys, serial(1), NOW)).subject,
        /CN=å{64}$/,
      ));
  });

  describe('of a server', () => {
    for (const purpose of [
      ['-purpose', 'sslserver'],
      ['-verify_hostname', 'localhost'],
      ['-verify_ip', '2001:db8::7'],
    ]) {
      it(`passes openssl's strict checks with ${purpose.join(' ')}`, () =>
        assert.equal(
          openssl(
            'verify',
            '-x509_strict',
            '-check_ss_sig',
            '-no-CApath',
            '-attime',
            `${NOW.getTime() / 1000}`,
            ...purpose,
            '-CAfile',
            'root.pem',
            'server.pem',
          ),
          'server.pem: OK\n',
        ));
    }

    it('speaks for names and addresses of both kinds', () =>
      assert.match(
        shown('server.pem'),
        /DNS:fil-server\.xn--r-3fa9c\.example, DNS:localhost, IP Address:192\.0\.2\.7, IP Address:2001:DB8:0:0:0:0:0:7\n/,
      ));

    it('cannot sign other certificates', () => assert.match(shown('server.pem'), /critical\s+CA:FALSE\n/));

    it('is for servers only', () =>
      assert.match(shown('server.pem'), /Extended Key Usage:\s+TLS Web Server Authentication\n/));

    it('is signed with SHA-256', () =>
      assert.match(shown('server.pem'), /Signature Algorithm: sha256WithRSAEncryption/));

    it('names its issuer with the very bytes that the root names itself with', () =>
      assert.ok(new X509Certificate(server).checkIssued(new X509Certificate(root))));

    it('holds for 397 days from an hour ago', () =>
      assert.deepEqual(validityOf(server), {
        notBefore: new Date('2026-11-23T11:00:00Z'),
        notAfter: new Date('2027-12-25T11:00:00Z'),
      }));

    it('ends with its root', () => {
      const late = new Date('2036-10-01T12:00:00Z');
      const last = serverCertificate(issuer, HOSTS, serverKeys.publicKey, serial(1), late);
      assert.deepEqual(validityOf(last).notAfter, validityOf(root).notAfter);
    });

    it('has a serial without needless zeros', () =>
      assert.equal(new X509Certificate(issue(HOSTS, 0)).serialNumber, '07'.repeat(15)));

    for (const name of ['two words', 'a..b', '-dash', '*.example', `${'a'.repeat(64)}.example`]) {
      it(`is refused for the name "${name}"`, () =>
        assert.throws(
          () => issue([name]),
          (error) => error instanceof Failure && error.code === 'invalid-input',
        ));
    }
  });

  it('have the fingerprint that openssl prints', () =>
    assert.equal(
      openssl('x509', '-in', 'server.pem', '-noout', '-fingerprint', '-sha256').trim().split('=')[1],
      fingerprint(server),
    ));
});
