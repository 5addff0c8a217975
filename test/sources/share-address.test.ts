import assert from 'node:assert/strict';
import { parseAccountName } from '../../app/sources/share-account.ts';
import { isPrivateAddress } from '#platform/smb/private-address.ts';
import { parseShareAddress, shareAddressText } from '../../app/sources/share-address.ts';

describe('the address of a share', () => {
  const whole = { server: 'filserver', share: 'Fælles', folder: ['Løn og økonomi', '2026'] };
  for (const [how, typed] of [
    ['as Windows writes it', '\\\\filserver\\Fælles\\Løn og økonomi\\2026'],
    ['with a slash at its end', '\\\\filserver\\Fælles\\Løn og økonomi\\2026\\'],
    ['in quotation marks, as Windows copies it', '"\\\\filserver\\Fælles\\Løn og økonomi\\2026"'],
    ['with slashes', '//filserver/Fælles/Løn og økonomi/2026'],
    ['as a web address', 'smb://filserver/F%C3%A6lles/L%C3%B8n%20og%20%C3%B8konomi/2026'],
    ['without anything before the server', 'FILSERVER\\Fælles\\Løn og økonomi\\2026'],
  ] as const)
    it(`is understood ${how}`, () => {
      assert.deepEqual(parseShareAddress(typed), whole);
    });

  it('is understood without a folder, for hidden and administrative shares too', () => {
    assert.deepEqual(parseShareAddress('\\\\10.1.2.3\\C$'), { server: '10.1.2.3', share: 'C$', folder: [] });
  });

  it('keeps a percent sign that is none of a web address', () => {
    assert.deepEqual(parseShareAddress('//s/d/100%25 sikker'), {
      server: 's',
      share: 'd',
      folder: ['100%25 sikker'],
    });
  });

  for (const [typed, fault] of [
    ['H:\\Fælles', 'drive-letter'],
    ['\\\\filserver', 'no-share'],
    ['\\\\fil server\\Fælles', 'bad-server'],
    ['\\\\-oProxy\\Fælles', 'bad-server'],
    ['', 'bad-server'],
    ['\\\\filserver\\Fæl|les', 'bad-share'],
    ['\\\\filserver\\Fælles\\..\\andet', 'bad-folder'],
    ['\\\\filserver\\Fælles\\a*b', 'bad-folder'],
    ['smb://bodil:hemmeligt@filserver/Fælles', 'account-inside'],
  ] as const)
    it(`is refused as ${fault}: ${typed === '' ? 'nothing' : typed.replace(/:.*@/, '…@')}`, () => {
      assert.deepEqual(parseShareAddress(typed), { fault });
    });

  it('is written as Windows writes it', () => {
    assert.equal(shareAddressText(whole), '\\\\filserver\\Fælles\\Løn og økonomi\\2026');
  });
});

describe("an account's name", () => {
  for (const [typed, domain, user, of] of [
    ['scanner', '', 'scanner', ''],
    ['scanner', 'FJORDBY', 'scanner', 'FJORDBY'],
    ['FJORDBY\\scanner', '', 'scanner', 'FJORDBY'],
    ['fjordby\\scanner', 'FJORDBY', 'scanner', 'fjordby'],
    ['FJORDBY/scanner', '', 'scanner', 'FJORDBY'],
    ['scanner@fjordby.example', '', 'scanner', 'fjordby.example'],
    ['.\\scanner', '', 'scanner', ''],
    [' Åse Kjær ', '', 'Åse Kjær', ''],
  ] as const)
    it(`is understood: ${typed} in ${domain || 'no field'}`, () => {
      assert.deepEqual(parseAccountName(typed, domain), { user, domain: of });
    });

  for (const [typed, domain] of [
    ['', 'FJORDBY'],
    ['FJORDBY\\', ''],
    ['FJORDBY\\scanner', 'ANDEN'],
    ['FJORDBY\\scanner@anden.example', ''],
    ['scan\nner', ''],
    ['scanner', 'FJORDBY\\'],
    ['scanner', 'FJORDBY = {'],
  ] as const)
    it(`is not guessed at: ${JSON.stringify(typed)} in ${domain || 'no field'}`, () => {
      assert.equal(parseAccountName(typed, domain), null);
    });
});

describe('an address of the own network', () => {
  for (const address of [
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '127.0.0.1',
    '169.254.3.4',
  ])
    it(`is ${address}`, () => assert.ok(isPrivateAddress(address)));
  for (const address of ['fd00::1', 'fe80::1%eth0', '::1', '::ffff:10.0.0.1'])
    it(`is ${address}`, () => assert.ok(isPrivateAddress(address)));
  for (const address of [
    '8.8.8.8',
    '172.32.0.1',
    '192.169.0.1',
    '11.0.0.1',
    '2001:db8::1',
    '::ffff:8.8.8.8',
    '',
  ])
    it(`is not ${address || 'nothing'}`, () => assert.ok(!isPrivateAddress(address)));
});
