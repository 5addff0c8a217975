import assert from 'node:assert/strict';
import { chmodSync, writeFileSync } from 'node:fs';
import { readPasswords } from '#boot/cli/passwords-file.ts';
import { scratch } from '../../support/scratch.ts';

describe('a file of passwords', () => {
  const files = scratch();

  const written = (text: string, mode = 0o600): string => {
    const path = files.path('koder.txt');
    writeFileSync(path, text);
    chmodSync(path, mode);
    return path;
  };

  it('has one a line, each once, with the blanks that belong to it', async () => {
    assert.deepEqual(await readPasswords(written('en\r\n to \n\nen\ntre')), ['en', ' to ', 'tre']);
  });

  it('is refused when others may read it, without a word of what is in it', async () => {
    for (const mode of [0o640, 0o604])
      await assert.rejects(
        readPasswords(written('hemmelig', mode)),
        /^UsageError: others may read ((?!hemmelig).)*$/,
      );
  });

  it('is refused when it is not there, and when it has more than are tried', async () => {
    await assert.rejects(readPasswords(files.path('ingen.txt')), /cannot be read/);
    const many = Array.from({ length: 51 }, (_, i) => String(i)).join('\n');
    await assert.rejects(readPasswords(written(many)), /at most 50/);
  });
});
