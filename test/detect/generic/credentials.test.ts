import assert from 'node:assert/strict';
import { confidence, found } from '../found.ts';

describe('credentials', () => {
  for (const [text, value] of [
    ['Adgangskode: Sommer2024!', 'Sommer2024!'],
    ['password=hunter2hunter', 'hunter2hunter'],
    ['"password": "k0rtHus9"', 'k0rtHus9'],
    ['Kodeordet er Vinter23', 'Vinter23'],
    ['Wifi-adgangskode: fjordby99', 'fjordby99'],
    ['Kodeord: dingo4711', 'dingo4711'],
    ['Brugernavn: anna\nKodeord: sommerfugl', 'sommerfugl'],
  ] as const) {
    it(`find the password in ${JSON.stringify(text.replace(value, '…'))}`, () => {
      assert.deepEqual(found('PASSWORD', text), [value]);
    });
  }
  it('find the user name', () => {
    assert.deepEqual(found('USERNAME', 'Brugernavn: akrogh7'), ['akrogh7']);
  });
  it('find a secret behind its label', () => {
    const secret = 'q9Zk2LmX8vB4nT7wYc3R';
    assert.deepEqual(found('API_TOKEN', `api_key=${secret}`), [secret]);
  });
  it('find passwords by their column', () => {
    const context = { columns: ['System', 'Login', 'Adgangskode'] };
    assert.deepEqual(found('PASSWORD', 'Løn\takrogh7\tSommer2024!\n', context), ['Sommer2024!']);
  });
});

describe('near-misses of credentials', () => {
  for (const text of [
    'Adgangskode: skal være mindst 8 tegn',
    'Adgangskode: mindst 8 tegn',
    'password: string;',
    'const password = getPassword();',
    'password = req.body.password',
    'Adgangskode: ********',
    'Password: <your password>',
    'Glemt adgangskode? Klik her',
    'Brugernavn: Adgangskode: Domæne:',
    'EAN-kode: 5790641391258',
    'Adgangskoden er udløbet',
  ]) {
    it(`are not believed: ${JSON.stringify(text)}`, () => {
      assert.ok(confidence('PASSWORD', text) < 0.5, String(confidence('PASSWORD', text)));
    });
  }
  it('a speaker in a dialogue is no user name', () => {
    assert.deepEqual(found('USERNAME', 'Agent: navn?\nUser: Anna'), []);
  });
  it('the title of a column is no user name', () => {
    const context = { columns: ['Login', 'Navn'] };
    assert.deepEqual(found('USERNAME', 'Login\tNavn\nakrogh7\tAnne Krogh\n', context), ['akrogh7']);
  });
  it('a short value behind a secret label is no token', () => {
    assert.deepEqual(found('API_TOKEN', 'api_key=abc'), []);
  });
});
