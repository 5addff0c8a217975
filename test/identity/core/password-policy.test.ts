import assert from 'node:assert/strict';
import { passwordFault } from '#identity/core/password-policy.ts';

const NAMES = ['Karen Skabersen', 'karen@company.test', 'Prøvefirma ApS'];

describe('A password', () => {
  it('is good when it is long and not what others try first, whatever it is made of', () => {
    for (const password of [
      'bænk hvalros lygte',
      'correct horse battery staple',
      'xk3!vPq9zL#w',
      'sommerfugl under bro 7',
      '北京上海广州深圳成都杭州重庆',
    ]) {
      assert.equal(passwordFault(password, NAMES), null, password);
    }
  });

  it('has at least twelve characters', () => {
    assert.equal(passwordFault('bænk hvalro', []), 'too-short');
    assert.equal(passwordFault('bænk hvalros', []), null);
  });

  it('counts an emoji as one character', () => {
    assert.equal(passwordFault('🦭🪑🔦🐋🎻🥁', []), 'too-short');
  });

  it('has at most 256 characters and 512 bytes', () => {
    const words = 'bænk hvalros lygte violin marmelade ';
    assert.equal(passwordFault(words.repeat(9).slice(0, 256), []), null);
    assert.equal(passwordFault(words.repeat(9).slice(0, 257), []), 'too-long');
    assert.equal(passwordFault('🦭🪑🔦🐋🎻🥁'.repeat(22), []), 'too-long');
  });

  it('has only what can be typed', () => {
    assert.equal(passwordFault('bænk\thvalros lygte', []), 'not-typable');
    assert.equal(passwordFault('bænk\0hvalros lygte', []), 'not-typable');
  });

  it('is not one of the common ones', () => {
    for (const password of [
      'password1234',
      'P@ssw0rd2026!',
      'Sommer2026!!!',
      'Sommer2026Vinter',
      'Velkommen123456',
      'adgangskode1',
      '123456789012',
      'qwertyuiop12',
      'aaaaaaaaaaaa',
      'abababababab',
      'abcdefghijklm',
      'Kodeord-kodeord',
    ]) {
      assert.equal(passwordFault(password, NAMES), 'too-common', password);
    }
  });

  it("is not little more than the company's or the person's name", () => {
    for (const password of [
      'KarenSkabersen',
      'Prøvefirma2026',
      'prøvefirma-password',
      'karen.skabersen1',
      'karen@company.test',
    ]) {
      assert.equal(passwordFault(password, NAMES), 'too-like-a-name', password);
    }
  });

  it('may hold a name among other words', () => {
    assert.equal(passwordFault('karen spiser tørret frugt', NAMES), null);
  });
});
