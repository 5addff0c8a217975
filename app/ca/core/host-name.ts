import { domainToASCII } from 'node:url';
import { Failure } from '#kernel/errors.ts';

/** A name that a server certificate speaks for, as X.509 tells them apart. */
export type AlternativeName =
  { readonly kind: 'dns'; readonly name: string } | { readonly kind: 'ip'; readonly address: string };

/**
 * Tells addresses from names and writes names as certificates hold them: in lower case and ASCII (`ærø` becomes
 * `xn--r-3fa9c`). An address is taken as it is; that it is a real one shows when the certificate is made.
 * @throws Failure `invalid-input` for a name that no host can have.
 */
export function alternativeName(hostName: string): AlternativeName {
  if (hostName.includes(':') || IPV4.test(hostName)) return { kind: 'ip', address: hostName };
  const name = domainToASCII(hostName);
  if (LABELS.test(name) && name.length <= 253) return { kind: 'dns', name };
  throw new Failure(
    'invalid-input',
    'a server certificate cannot speak for one of the host names',
    'Correct DM_HOSTNAMES: host names and addresses separated by commas.',
  );
}

const IPV4 = /^\d+(\.\d+){3}$/;
/** Underscores are not for hosts, yet Windows machines have them and browsers accept them. */
const LABELS = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?(\.[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?)*$/;
