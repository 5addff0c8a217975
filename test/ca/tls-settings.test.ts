import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { connect, createServer, type ConnectionOptions, type Server } from 'node:tls';
import { tlsSettings } from '#ca/index.ts';
import { rootCertificate, serverCertificate } from '#ca/core/certificates.ts';
import { keyPair } from './support/key-pair.ts';

describe('a server with our TLS settings', () => {
  const now = new Date();
  const rootKeys = keyPair(2048);
  const root = rootCertificate('DataMapper Ærø', rootKeys, Buffer.alloc(16, 1), now);
  const serverKeys = keyPair(2048);
  const issuer = { certificate: root, privateKey: rootKeys.privateKey };
  const hosts = ['localhost', '127.0.0.1'];
  const leaf = serverCertificate(issuer, hosts, serverKeys.publicKey, Buffer.alloc(16, 2), now);
  let server: Server;

  before(async () => {
    server = createServer(tlsSettings({ key: serverKeys.privateKey, chain: leaf + root }), (socket) =>
      socket.end(),
    );
    server.on('tlsClientError', () => undefined);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  after(() => server.close());

  /** The protocol and cipher that a client which trusts the root agrees on with the server. */
  async function handshake(options: ConnectionOptions = {}): Promise<string> {
    const { port } = server.address() as AddressInfo;
    const socket = connect({ port, host: '127.0.0.1', servername: 'localhost', ca: root, ...options });
    try {
      await once(socket, 'secureConnect');
      return `${String(socket.getProtocol())} ${socket.getCipher().name}`;
    } finally {
      socket.destroy();
    }
  }

  it('is trusted by whoever trusts the root', async () => assert.match(await handshake(), /^TLSv1\.3 /));

  it('is not trusted by anybody else', () =>
    assert.rejects(handshake({ ca: [] }), { code: 'SELF_SIGNED_CERT_IN_CHAIN' }));

  it('is not trusted under another name', () =>
    assert.rejects(handshake({ servername: 'other.example' }), { code: 'ERR_TLS_CERT_ALTNAME_INVALID' }));

  it('speaks TLS 1.2 with forward secrecy', async () =>
    assert.match(await handshake({ maxVersion: 'TLSv1.2' }), /^TLSv1\.2 ECDHE-RSA-AES256-GCM-SHA384$/));

  it('refuses TLS 1.1', () =>
    assert.rejects(handshake({ minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' }), {
      code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION',
    }));

  it('refuses a key exchange without forward secrecy', () =>
    assert.rejects(handshake({ maxVersion: 'TLSv1.2', ciphers: 'AES256-GCM-SHA384' }), /handshake failure/));
});
