import assert from 'node:assert/strict';
import { isEmail, isLogin, normalLogin, proposedLogin } from '#identity/core/login.ts';

describe('A login', () => {
  it('is the same however it is typed', () => {
    assert.equal(normalLogin(' Søren@Company.Test '), normalLogin('søren@company.test'));
    assert.equal(normalLogin('bla\u030Asten'), 'blåsten');
  });

  it('is an e-mail address or a user name', () => {
    for (const login of ['a@b.test', 'åse.ø@firma.test', 'jens', 'jens.p-2', '7'])
      assert.ok(isLogin(login), login);
    for (const login of [
      '',
      ' ',
      'a b',
      'a@',
      '@b',
      'a@b@c',
      '.jens',
      'jens.',
      'a\u0000',
      `${'x'.repeat(250)}@b.test`,
    ]) {
      assert.ok(!isLogin(login), login);
    }
  });

  it('is an e-mail address only with a host', () => {
    assert.ok(isEmail('karen@company.test'));
    assert.ok(!isEmail('karen'));
  });

  it('is proposed from the first and the last name in plain letters', () => {
    assert.equal(proposedLogin('Søren Peter Ødegård', 1), 'soeren.oedegaard');
    assert.equal(proposedLogin('Zoë Æblegård-Ågesen', 2), 'zoe.aagesen2');
    assert.equal(proposedLogin('Åse', 1), 'aase');
    assert.equal(proposedLogin('陳', 1), 'person');
  });

  it('that is proposed can be one', () => {
    for (const name of ['Søren Peter Ødegård', '陳', `${'Langt'.repeat(30)} Navn`])
      assert.ok(isLogin(proposedLogin(name, 12)), name);
  });
});
