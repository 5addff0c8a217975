import assert from 'node:assert/strict';
import { Failure } from '#kernel/errors.ts';
import { createVault, type MacPurpose } from '#platform/vault/index.ts';

const OLD = Buffer.alloc(32, 1);
const NEW = Buffer.alloc(32, 2);
const PURPOSES: readonly MacPurpose[] = [
  'blind-index',
  'path-index',
  'password',
  'session',
  'token',
  'audit-seal',
];

describe('the vault', () => {
  const vault = createVault([OLD]);
  const refused = (error: unknown): boolean => error instanceof Failure && error.code === 'damaged';

  it('opens what it has sealed', () => {
    assert.equal(vault.openText('files.name', vault.seal('files.name', 'Løn – æøå 🙂')), 'Løn – æøå 🙂');
  });

  it('opens bytes that are no text', () => {
    const bytes = Buffer.from([0, 255, 128, 10]);
    assert.deepEqual(vault.open('files.name', vault.seal('files.name', bytes)), bytes);
  });

  it('opens a view into a larger buffer, as a driver may give it', () => {
    const sealed = vault.seal('a', 'text');
    const larger = Buffer.concat([Buffer.alloc(3, 9), sealed, Buffer.alloc(3, 9)]);
    assert.equal(
      vault.openText('a', new Uint8Array(larger.buffer, larger.byteOffset + 3, sealed.length)),
      'text',
    );
  });

  it('seals the same text differently each time', () => {
    assert.notDeepEqual(vault.seal('a', 'text'), vault.seal('a', 'text'));
  });

  it('adds 33 bytes and holds no clear text', () => {
    const sealed = vault.seal('a', 'clear text');
    assert.equal(sealed.length, 'clear text'.length + 33);
    assert.ok(!sealed.includes('clear'));
  });

  it('does not open a value under the label of another field', () => {
    const sealed = vault.seal('files.name', 'text');
    assert.throws(() => vault.open('people.name', sealed), refused);
  });

  it('does not open a value with one altered bit, wherever it is', () => {
    const sealed = vault.seal('a', 'text');
    for (const position of sealed.keys()) {
      const altered = Buffer.from(sealed);
      altered.writeUInt8(altered.readUInt8(position) ^ 1, position);
      assert.throws(() => vault.open('a', altered), refused, `byte ${position}`);
    }
  });

  it('does not open a value that was cut, whatever is left of it', () => {
    const sealed = vault.seal('a', 'text');
    for (let length = 0; length < sealed.length; length++)
      assert.throws(() => vault.open('a', sealed.subarray(0, length)), refused, `${length} bytes`);
  });

  it('says which key is missing, and no more', () => {
    const sealed = createVault([NEW]).seal('a', 'clear text');
    assert.throws(
      () => vault.open('a', sealed),
      (error: unknown) =>
        error instanceof Failure &&
        error.message.includes(createVault([NEW]).keyId) &&
        !error.message.includes('clear'),
    );
  });

  it('refuses a master key that is not 32 bytes long', () => {
    assert.throws(() => createVault([Buffer.alloc(31)]), /32 bytes/);
  });

  it('refuses to be without a master key', () => {
    assert.throws(() => createVault([]), /master key/);
  });

  describe('with a ring of keys', () => {
    const ring = createVault([NEW, OLD]);

    it('opens what an older key has sealed', () => {
      assert.equal(ring.openText('a', vault.seal('a', 'text')), 'text');
    });

    it('seals with the newest', () => {
      assert.equal(createVault([NEW]).openText('a', ring.seal('a', 'text')), 'text');
      assert.throws(() => vault.open('a', ring.seal('a', 'text')), refused);
    });

    it('knows its keys by their ids', () => {
      assert.equal(ring.keyId, createVault([NEW]).keyId);
      assert.ok(ring.hasKey(vault.keyId));
      assert.ok(!vault.hasKey(ring.keyId));
    });
  });

  describe('makes MACs', () => {
    it('of 32 bytes that are the same each time', () => {
      const mac = vault.mac('blind-index', 'DK_CPR', '0102030000');
      assert.equal(mac.length, 32);
      assert.deepEqual(createVault([OLD]).mac('blind-index', 'DK_CPR', '0102030000'), mac);
    });

    it('that differ by purpose', () => {
      const macs = PURPOSES.map((purpose) => vault.mac(purpose, 'scope', 'value').toString('hex'));
      assert.equal(new Set(macs).size, PURPOSES.length);
    });

    it('that differ by scope', () => {
      assert.notDeepEqual(vault.mac('token', 'a', 'value'), vault.mac('token', 'b', 'value'));
    });

    it('whose scope does not run into the value', () => {
      assert.notDeepEqual(vault.mac('token', 'a', 'bc'), vault.mac('token', 'ab', 'c'));
    });

    it('that differ by master key', () => {
      assert.notDeepEqual(vault.mac('token', 'a', 'value'), createVault([NEW]).mac('token', 'a', 'value'));
    });
  });
});
