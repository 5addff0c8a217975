import { X509Certificate } from 'node:crypto';
import forge from 'node-forge';
import { alternativeName } from './host-name.ts';
import { ROOT_DAYS, SERVER_DAYS, validity, type Validity } from './validity.ts';

/** An RSA key pair: the public key as PEM of SPKI, the private key as PEM of PKCS#8. */
export interface KeyPair {
  readonly publicKey: string;
  readonly privateKey: string;
}

/** Who issues: a certificate and its private key, both PEM. */
export interface Issuer {
  readonly certificate: string;
  readonly privateKey: string;
}

/**
 * A self-signed root, PEM: ten years, SHA-256, path length 1 (so that one issuing CA may stand between it and a
 * leaf later), for signing certificates and revocation lists only. RFC 5280 is the source of every extension here.
 * @param name what people see in their trust stores; any characters
 * @param serial 16 random bytes
 */
export function rootCertificate(name: string, keys: KeyPair, serial: Uint8Array, now: Date): string {
  const certificate = blank(keys.publicKey, serial, validity(now, ROOT_DAYS));
  const subject = distinguishedName(name);
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: true, pathLenConstraint: 1 },
    { name: 'keyUsage', critical: true, keyCertSign: true, cRLSign: true },
    { name: 'subjectKeyIdentifier' },
  ]);
  return signed(certificate, keys.privateKey);
}

/**
 * A certificate, PEM, with which a server speaks for all of `hostNames` (names and addresses): 397 days, or as long
 * as its issuer lives.
 * @param serial 16 random bytes
 * @throws Failure `invalid-input` for a name that no host can have.
 */
export function serverCertificate(
  issuer: Issuer,
  hostNames: readonly string[],
  publicKey: string,
  serial: Uint8Array,
  now: Date,
): string {
  const parent = forge.pki.certificateFromPem(issuer.certificate);
  const certificate = blank(publicKey, serial, validity(now, SERVER_DAYS, parent.validity));
  const names = hostNames.map(alternativeName);
  const first = names[0];
  if (first === undefined) throw new Error('a server certificate needs a host name');
  certificate.setSubject(distinguishedName(first.kind === 'dns' ? first.name : first.address));
  certificate.setIssuer(attributesOf(parent.subject));
  certificate.setExtensions([
    { name: 'basicConstraints', critical: true, cA: false },
    { name: 'keyUsage', critical: true, digitalSignature: true, keyEncipherment: true },
    { name: 'extKeyUsage', serverAuth: true },
    {
      name: 'subjectAltName',
      altNames: names.map((name) =>
        name.kind === 'dns' ? { type: SAN_DNS, value: name.name } : { type: SAN_IP, ip: name.address },
      ),
    },
    { name: 'subjectKeyIdentifier' },
    {
      name: 'authorityKeyIdentifier',
      keyIdentifier: parent.generateSubjectKeyIdentifier().getBytes(),
    },
  ]);
  return signed(certificate, issuer.privateKey);
}

/** From when to when a certificate (PEM) holds, to the second. */
export function validityOf(certificate: string): Validity {
  const { validFromDate, validToDate } = new X509Certificate(certificate);
  return { notBefore: validFromDate, notAfter: validToDate };
}

/** The SHA-256 fingerprint of a certificate (PEM) as browsers show it: upper-case hex, a colon between bytes. */
export function fingerprint(certificate: string): string {
  return new X509Certificate(certificate).fingerprint256;
}

const SAN_DNS = 2;
const SAN_IP = 7;
const ORGANISATION = 'DataMapper Appliance';
/** ub-common-name of RFC 5280, appendix A.1, in characters. */
const LONGEST_COMMON_NAME = 64;

function blank(
  publicKey: string,
  serial: Uint8Array,
  { notBefore, notAfter }: Validity,
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(publicKey);
  certificate.serialNumber = serialNumber(serial);
  certificate.validity = { notBefore, notAfter };
  return certificate;
}

/** A DER integer, in hex: positive, and with no more zeros in front than keep it so. */
function serialNumber(random: Uint8Array): string {
  const hex = BigInt(`0x${Buffer.from(random).toString('hex')}`).toString(16);
  const even = hex.length % 2 === 0 ? hex : `0${hex}`;
  if (random.length !== 16 || hex === '0') throw new Error('a serial is 16 random bytes');
  return parseInt(even.slice(0, 2), 16) >= 0x80 ? `00${even}` : even;
}

function distinguishedName(commonName: string): forge.pki.CertificateField[] {
  return [
    { name: 'organizationName', valueTagClass: UTF8_STRING, value: ORGANISATION },
    {
      name: 'commonName',
      valueTagClass: UTF8_STRING,
      value: Array.from(commonName).slice(0, LONGEST_COMMON_NAME).join(''),
    },
  ];
}

/**
 * UTF8String for every name: forge's default, PrintableString, breaks names that hold æ, ø or å. Its declared type
 * is wrong: forge wants the number of a type here, not of a class.
 */
const UTF8_STRING = forge.asn1.Type.UTF8 as unknown as forge.asn1.Class;

/** forge reads a UTF8String as bytes and writes it as text; undecoded, a child's issuer would differ from its parent. */
function attributesOf(name: forge.pki.Certificate['subject']): forge.pki.CertificateField[] {
  return name.attributes.map((attribute) =>
    attribute.valueTagClass === UTF8_STRING && typeof attribute.value === 'string'
      ? { ...attribute, value: forge.util.decodeUtf8(attribute.value) }
      : attribute,
  );
}

function signed(certificate: forge.pki.Certificate, privateKey: string): string {
  certificate.sign(forge.pki.privateKeyFromPem(privateKey), forge.md.sha256.create());
  return forge.pki.certificateToPem(certificate).replaceAll('\r\n', '\n');
}
