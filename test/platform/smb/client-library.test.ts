import assert from 'node:assert/strict';
import { SIGNATURES } from '#platform/smb/client-library.ts';

describe('What of the SMB library can be called', () => {
  it('is nothing that writes, makes, renames or removes', () => {
    const writes =
      /_(write|creat|open_print|unlink|rename|mkdir|rmdir|chmod|utime|utimes|ftruncate|splice|f?l?setxattr|f?l?removexattr|print)/;
    assert.deepEqual(
      SIGNATURES.filter((signature) => writes.test(signature)),
      [],
    );
  });

  it('is all that there is: nothing is called but by a signature of the list', () => {
    for (const signature of SIGNATURES) assert.match(signature, /^(void|int|int64_t|void \*) ?\*?smbc_\w+\(/);
  });
});
