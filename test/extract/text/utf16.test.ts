import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { utf16Text } from '#extract/text/utf16.ts';

describe('UTF-16 out of bytes', () => {
  it('is read, little-endian, wherever it begins', () => {
    const bytes = Buffer.concat([Buffer.from('!'), Buffer.from('Jørgen Æblø 🙂', 'utf16le')]);
    assert.equal(utf16Text(bytes.subarray(1)), 'Jørgen Æblø 🙂');
  });

  it('leaves out a last half unit', () => {
    assert.equal(utf16Text(Uint8Array.of(0x61, 0, 0x62)), 'a');
    assert.equal(utf16Text(Uint8Array.of(0x61)), '');
  });

  // The C library's checks tell of a wrong address as soon as it is freed, where otherwise chance decides.
  it('does no harm to the heap with odd bytes at an odd address', () => {
    const code = `
      import { utf16Text } from '#extract/text/utf16.ts';
      for (let i = 0; i < 200; i++) utf16Text(Buffer.from(new ArrayBuffer(4096), 1, 1001));
      process.stdout.write('alive');`;
    const said = execFileSync(process.execPath, ['--input-type=module', '--eval', code], {
      cwd: import.meta.dirname,
      env: { GLIBC_TUNABLES: 'glibc.malloc.check=3', LD_PRELOAD: 'libc_malloc_debug.so.0' },
    });
    assert.equal(said.toString(), 'alive');
  });
});
