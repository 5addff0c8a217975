export {
  createCertificateAuthority,
  type CertificateAuthority,
  type ServerCertificate,
} from './certificate-authority.service.ts';
export { caMigrations } from './certificates.store.ts';
export { tlsSettings } from './tls-settings.ts';
