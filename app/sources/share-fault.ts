import type { AwayReason } from './source-away.ts';

/**
 * What can be wrong with the connection to a share; each has its words in views/sources (`share.fault`), with what to
 * do about it.
 */
export const shareFaults = [
  'name-not-found',
  'not-private',
  'no-answer',
  'port-closed',
  'not-smb',
  'wrong-password',
  'account-locked',
  'account-disabled',
  'password-expired',
  'logon-restricted',
  'guest-refused',
  'no-such-share',
  'no-access',
  'no-such-folder',
  'not-a-folder',
  'no-access-folder',
  'encryption-refused',
  'too-old',
  'clock-skew',
  'no-kerberos',
  'server-busy',
  'tool-missing',
  'unknown',
] as const;
export type ShareFault = (typeof shareFaults)[number];

/** What a fault is to a scan; null: nothing that one could wait for, and no word of the server's either. */
export function awayReasonOf(fault: ShareFault): AwayReason | null {
  return AWAY[fault] ?? null;
}

const AWAY: Partial<Readonly<Record<ShareFault, AwayReason>>> = {
  'name-not-found': 'unreachable',
  'no-answer': 'unreachable',
  'port-closed': 'unreachable',
  'not-smb': 'unreachable',
  'server-busy': 'unreachable',
  'wrong-password': 'refused',
  'account-locked': 'refused',
  'account-disabled': 'refused',
  'password-expired': 'refused',
  'logon-restricted': 'refused',
  'guest-refused': 'refused',
  'no-access': 'refused',
  'no-access-folder': 'refused',
  'clock-skew': 'refused',
  'no-kerberos': 'refused',
  'no-such-share': 'missing',
  'no-such-folder': 'missing',
  'not-a-folder': 'missing',
  'encryption-refused': 'unencrypted',
  'too-old': 'unencrypted',
};

/**
 * What Samba's smbclient (4.17) said, as one of our faults: it names the step that failed and the server's status
 * (Microsoft's MS-ERREF 2.3.1). Nothing of what it said goes any further, since it holds names.
 */
export function faultIn(said: string, account: 'password' | 'kerberos' | 'guest'): ShareFault {
  if (/doesn't support SMB3 encryption|Encryption required and setup failed/u.test(said))
    return account === 'guest' ? 'guest-refused' : 'encryption-refused';
  if (/Clock skew|KRB5KRB_AP_ERR_SKEW/iu.test(said)) return 'clock-skew';
  const status = /NT_STATUS_\w+/u.exec(said)?.[0] ?? '';
  if (/Kerberos auth with .* not possible|Cannot (find|contact any) KDC/u.test(said)) return 'no-kerberos';
  if (status === 'NT_STATUS_ACCESS_DENIED') return deniedAt(said, account);
  return BY_STATUS[status] ?? 'unknown';
}

/** One status for three things: the step that it was said at tells them apart. */
function deniedAt(said: string, account: 'password' | 'kerberos' | 'guest'): ShareFault {
  if (/^(cd |NT_STATUS_ACCESS_DENIED listing)/mu.test(said)) return 'no-access-folder';
  if (account === 'guest') return 'guest-refused';
  return /^session setup failed/mu.test(said) ? 'logon-restricted' : 'no-access';
}

const BY_STATUS: Readonly<Record<string, ShareFault>> = {
  NT_STATUS_LOGON_FAILURE: 'wrong-password',
  NT_STATUS_WRONG_PASSWORD: 'wrong-password',
  NT_STATUS_NO_SUCH_USER: 'wrong-password',
  NT_STATUS_ACCOUNT_LOCKED_OUT: 'account-locked',
  NT_STATUS_ACCOUNT_DISABLED: 'account-disabled',
  NT_STATUS_ACCOUNT_EXPIRED: 'account-disabled',
  NT_STATUS_PASSWORD_EXPIRED: 'password-expired',
  NT_STATUS_PASSWORD_MUST_CHANGE: 'password-expired',
  NT_STATUS_ACCOUNT_RESTRICTION: 'logon-restricted',
  NT_STATUS_LOGON_TYPE_NOT_GRANTED: 'logon-restricted',
  NT_STATUS_INVALID_LOGON_HOURS: 'logon-restricted',
  NT_STATUS_INVALID_WORKSTATION: 'logon-restricted',
  NT_STATUS_NTLM_BLOCKED: 'logon-restricted',
  NT_STATUS_AUTHENTICATION_FIREWALL_FAILED: 'logon-restricted',
  NT_STATUS_BAD_NETWORK_NAME: 'no-such-share',
  NT_STATUS_BAD_DEVICE_TYPE: 'no-such-share',
  NT_STATUS_OBJECT_NAME_NOT_FOUND: 'no-such-folder',
  NT_STATUS_OBJECT_PATH_NOT_FOUND: 'no-such-folder',
  NT_STATUS_OBJECT_NAME_INVALID: 'no-such-folder',
  NT_STATUS_OBJECT_PATH_SYNTAX_BAD: 'no-such-folder',
  NT_STATUS_NOT_A_DIRECTORY: 'not-a-folder',
  NT_STATUS_NOT_SUPPORTED: 'too-old',
  NT_STATUS_INVALID_NETWORK_RESPONSE: 'not-smb',
  NT_STATUS_CONNECTION_DISCONNECTED: 'not-smb',
  NT_STATUS_CONNECTION_RESET: 'not-smb',
  NT_STATUS_CONNECTION_REFUSED: 'port-closed',
  NT_STATUS_IO_TIMEOUT: 'no-answer',
  NT_STATUS_HOST_UNREACHABLE: 'no-answer',
  NT_STATUS_NETWORK_UNREACHABLE: 'no-answer',
  NT_STATUS_TIME_DIFFERENCE_AT_DC: 'clock-skew',
  NT_STATUS_NO_LOGON_SERVERS: 'no-kerberos',
  NT_STATUS_TRUSTED_DOMAIN_FAILURE: 'no-kerberos',
  NT_STATUS_REQUEST_NOT_ACCEPTED: 'server-busy',
  NT_STATUS_TOO_MANY_SESSIONS: 'server-busy',
  NT_STATUS_INSUFF_SERVER_RESOURCES: 'server-busy',
  NT_STATUS_INSUFFICIENT_RESOURCES: 'server-busy',
};
