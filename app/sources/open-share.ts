import type { SmbAccount, SmbShare } from '#platform/smb/share.ts';
import type { ShareToLookAt } from './share-look.ts';
import { openSmbSource, type OpenSource } from './smb.ts';

export type OpenShare = (share: ShareToLookAt) => Promise<OpenSource>;

/**
 * How shares are opened to be read.
 * @param needs.port 445 for everybody but tests
 * @param needs.scratch a folder of the appliance's own (the spool); no secret lies there
 */
export function createOpenShare(needs: { port: number; scratch: string }): OpenShare {
  const { port, scratch } = needs;
  return (share) => openSmbSource(smbShareOf(share, port), { scratch });
}

function smbShareOf({ address, account, secret, encryption, oldest }: ShareToLookAt, port: number): SmbShare {
  return { ...address, port, account: smbAccountOf(account, secret), encryption, oldest };
}

function smbAccountOf(account: ShareToLookAt['account'], secret: string | null): SmbAccount {
  if (account.kind === 'guest') return { kind: 'guest' };
  const { user, domain } = account;
  const password = secret ?? '';
  return account.kind === 'kerberos'
    ? { kind: 'kerberos', user, realm: domain.toUpperCase(), password }
    : { kind: 'password', user, domain, password };
}
