import type { SmbShare } from './share.ts';

/**
 * The SMB library's settings for one share. It reads no others: HOME is a folder of its own. Nothing in them is
 * secret; no name is asked for by broadcast, and nothing is written outside that folder.
 * @throws Error when a realm or a server's name holds what would end its line
 */
export function clientSettings({ account, encryption, oldest }: SmbShare, folder: string): string {
  const signing = account.kind === 'guest' ? 'desired' : 'required';
  const lines: readonly (readonly [string, string])[] = [
    ['client min protocol', DIALECTS[oldest]],
    ['client max protocol', 'SMB3_11'],
    ['client ipc min protocol', DIALECTS[oldest]],
    ['client ipc max protocol', 'SMB3_11'],
    ['client smb encrypt', encryption === 'required' ? 'required' : 'desired'],
    ['client signing', signing],
    ['client ipc signing', signing],
    ['client use kerberos', account.kind === 'kerberos' ? 'required' : 'off'],
    ['client NTLMv2 auth', 'yes'],
    ['client lanman auth', 'no'],
    ['client plaintext auth', 'no'],
    ['name resolve order', 'host'],
    ['disable netbios', 'yes'],
    ['load printers', 'no'],
    ['log level', '0'],
    ...(account.kind === 'kerberos' ? ([['realm', account.realm.toUpperCase()]] as const) : []),
    ...FOLDERS.map((kind) => [kind, folder] as const),
  ];
  return `[global]\n${lines.map(([key, value]) => `  ${key} = ${oneLine(value)}\n`).join('')}`;
}

/** Kerberos's settings; the realm's servers come from DNS where none is named. */
export function kerberosSettings({ account }: SmbShare): string {
  if (account.kind !== 'kerberos') return '';
  const realm = oneLine(account.realm.toUpperCase());
  const kdc =
    account.kdc === undefined ? '' : `[realms]\n  ${realm} = {\n    kdc = ${oneLine(account.kdc)}\n  }\n`;
  return (
    `[libdefaults]\n  default_realm = ${realm}\n  dns_lookup_kdc = true\n  dns_lookup_realm = false\n` +
    `  rdns = false\n${kdc}`
  );
}

/** What people typed may not become a setting of its own, nor take the next line to itself. */
function oneLine(value: string): string {
  if (/[\p{Cc}{}\\]/u.test(value)) throw new Error('a setting of the SMB library has to be one line');
  return value;
}

const DIALECTS = { SMB3_11: 'SMB3_11', SMB3: 'SMB3_00', SMB2: 'SMB2_02' } as const satisfies Record<
  SmbShare['oldest'],
  string
>;

const FOLDERS = ['private dir', 'lock directory', 'state directory', 'cache directory', 'pid directory'];
