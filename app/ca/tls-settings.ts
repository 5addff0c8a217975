import type { SecureContextOptions } from 'node:tls';
import type { ServerCertificate } from './certificate-authority.service.ts';

/**
 * What an HTTPS server is made with, and what `server.setSecureContext` takes after a renewal: TLS 1.3, or 1.2 with
 * forward secrecy and authenticated encryption, nothing older (RFC 9325, sections 3.1.1 and 4.2).
 */
export function tlsSettings({ key, chain }: Pick<ServerCertificate, 'key' | 'chain'>): SecureContextOptions {
  return { key, cert: chain, minVersion: 'TLSv1.2', ciphers: CIPHERS, honorCipherOrder: true };
}

const CIPHERS = [
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'TLS_AES_128_GCM_SHA256',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-RSA-CHACHA20-POLY1305',
  'ECDHE-RSA-AES128-GCM-SHA256',
].join(':');
