import assert from 'node:assert/strict';
import { clientSettings, kerberosSettings } from '#platform/smb/client-settings.ts';
import type { SmbShare } from '#platform/smb/share.ts';

const share: SmbShare = {
  server: 'filer.example',
  port: 445,
  share: 'data',
  folder: [],
  account: { kind: 'password', user: 'læser', domain: 'FIRMA', password: 'not-in-here' },
  encryption: 'required',
  oldest: 'SMB3_11',
};

describe('The settings of the SMB library', () => {
  it('demand encryption, signing and SMB 3.1.1', () => {
    const settings = clientSettings(share, '/spool/x');
    assert.match(settings, /client smb encrypt = required/);
    assert.match(settings, /client signing = required/);
    assert.match(settings, /client min protocol = SMB3_11/);
  });

  it('go back to older dialects only as far as the share says', () => {
    assert.match(clientSettings({ ...share, oldest: 'SMB2' }, '/spool/x'), /client min protocol = SMB2_02/);
  });

  it('hold no password and no user', () => {
    const account = {
      kind: 'kerberos',
      user: 'læser',
      realm: 'firma.example',
      password: 'not-in-here',
    } as const;
    const both = clientSettings({ ...share, account }, '/s') + kerberosSettings({ ...share, account });
    assert.doesNotMatch(both + clientSettings(share, '/s'), /not-in-here|læser/);
  });

  it('name the realm in capitals, and its server where one is given', () => {
    const account = {
      kind: 'kerberos',
      user: 'u',
      realm: 'firma.example',
      password: 'p',
      kdc: 'dc1.firma.example',
    } as const;
    assert.match(
      kerberosSettings({ ...share, account }),
      /FIRMA\.EXAMPLE = \{\n {4}kdc = dc1\.firma\.example/,
    );
  });

  it('take no realm that would be a setting of its own', () => {
    const account = {
      kind: 'kerberos',
      user: 'u',
      realm: 'A\n  client signing = off',
      password: 'p',
    } as const;
    assert.throws(() => clientSettings({ ...share, account }, '/s'), /one line/);
  });

  it('take no realm that would go on in the next line', () => {
    const account = { kind: 'kerberos', user: 'u', realm: 'A\\', password: 'p' } as const;
    assert.throws(() => clientSettings({ ...share, account }, '/s'), /one line/);
  });
});
