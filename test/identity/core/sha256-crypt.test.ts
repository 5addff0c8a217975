import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { parseSha256Crypt, sha256Crypt } from '#identity/core/sha256-crypt.ts';

describe('sha256_crypt', () => {
  it("gives what glibc's crypt(3) gives for the texts of the specification's test program", () => {
    const known = [
      ['Hello world!', '$5$rounds=10000$saltstringsaltst$3xv.VbSHBb41AL9AvLeujZkZRBAwqFMz2.opqey6IcA'],
      ['a short string', '$5$rounds=123456$asaltof16chars..$gP3VQ/6X7UUEW3HkBn2w1/Ptq2jxPyzV/cZKmF/wJvD'],
      [
        'we have a short salt string but not a short password',
        '$5$rounds=77777$short$JiO1O3ZpDAxGJeaDIuqCoEFysAe1mZNJRs3pw0KQRd/',
      ],
    ] as const;
    for (const [password, hash] of known) {
      const { salt, rounds } = parseSha256Crypt(hash) ?? { salt: '', rounds: 0 };
      assert.equal(sha256Crypt(password, salt, rounds), hash);
    }
  });

  it('gives what openssl gives, for passwords of every length around a digest and its multiples', () => {
    const lengths = [
      1, 11, 12, 15, 16, 17, 31, 32, 33, 47, 48, 63, 64, 65, 95, 96, 97, 127, 128, 129, 224, 255, 256,
    ];
    const long = 'Et kort digt om smør og brød, 0123456789 og lidt til. '.repeat(8);
    const different = lengths.filter((length) => {
      const password = Buffer.from(long).subarray(0, length).toString('utf8').replaceAll('\ufffd', '?');
      return sha256Crypt(password, SALT, 1_000) !== byOpenssl(password, 'rounds=1000$' + SALT);
    });
    assert.deepEqual(different, []);
  });

  it('gives what openssl gives for letters beyond ASCII, for short salts and with the rounds of the product', () => {
    const password = 'blåbærgrød på søndag';
    for (const [salt, rounds] of [
      ['a', 1_000],
      ['./0AZaz', 1_001],
      [SALT, 535_000],
    ] as const) {
      assert.equal(sha256Crypt(password, salt, rounds), byOpenssl(password, `rounds=${rounds}$${salt}`));
    }
  });

  it('refuses what crypt(3) would read otherwise', () => {
    assert.throws(() => sha256Crypt('a\0b', SALT, 1_000), /NUL/);
    assert.throws(() => sha256Crypt('a', 'sal$t', 1_000), /salt/);
    assert.throws(() => sha256Crypt('a', 'seventeen.letters', 1_000), /salt/);
    assert.throws(() => sha256Crypt('a', SALT, 999), /rounds/);
  });

  it('reads its own hashes and no others', () => {
    assert.deepEqual(parseSha256Crypt(sha256Crypt('a', SALT, 1_000)), { salt: SALT, rounds: 1_000 });
    for (const other of [
      '',
      '$6$rounds=5000$salt$x',
      '$5$salt$' + 'a'.repeat(43),
      '$5$rounds=1000$salt$short',
    ]) {
      assert.equal(parseSha256Crypt(other), null);
    }
  });
});

const SALT = 'saltsaltSALT./12';

function byOpenssl(password: string, setting: string): string {
  const answer = execFileSync('openssl', ['passwd', '-5', '-salt', setting, '-stdin'], {
    input: `${password}\n`,
  });
  return answer.toString().trim();
}
