import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { read } from '../../support/documents/reading.ts';
import { tarOf } from '../../support/documents/tar-maker.ts';

/** "blaabaer " forty times, packed by bzip2 1.0.8. */
const BZIP2 = 'QlpoOTFBWSZTWTThEq4AAHeRgEAAMgQQACAAUGABSoZNE0TwmCcEwTgnRNE+LuSKcKEgacIlXA==';

/** The same packed by xz 5.4. */
const XZ =
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AFnABFdADEbCFq91EanOAlfILszowAAAAAAANHoIh2j9NgaAAEt6AIAAACghsrKscRn+wIAAAAABFla';

describe('gzip, bzip2 and xz', () => {
  it('give the file that was packed, under its own name', async () => {
    const { segments, ended } = await read('notes.txt.gz', gzipSync('a note'));
    assert.equal(ended, 'scanned');
    assert.deepEqual(segments, [{ text: 'a note', place: { path: ['notes.txt'], line: 1 } }]);
  });

  it('give the files of a packed archive', async () => {
    const packed = gzipSync(tarOf([{ name: 'a.txt', content: 'in the archive' }]));
    const { segments } = await read('year.tgz', packed);
    assert.deepEqual(segments[0]?.place.path, ['year.tar', 'a.txt']);
  });

  it('read several packed files that were put behind each other as one', async () => {
    const packed = Buffer.concat([gzipSync('first '), gzipSync('second')]);
    assert.equal((await read('a.gz', packed)).text, 'first second');
    const twice = Buffer.concat([Buffer.from(BZIP2, 'base64'), Buffer.from(BZIP2, 'base64')]);
    assert.equal((await read('a.bz2', twice)).text, 'blaabaer '.repeat(80));
    const thrice = Buffer.concat(Array.from({ length: 3 }, () => Buffer.from(XZ, 'base64')));
    assert.equal((await read('a.xz', thrice)).text, 'blaabaer '.repeat(120));
  });

  it('end as partial where the packed bytes are cut off', async () => {
    const content = Array.from({ length: 50_000 }, (_, i) => Math.sin(i)).join('\n');
    const { ended, text } = await read('a.gz', gzipSync(content).subarray(0, 200_000));
    assert.equal(ended, 'partial/corrupt');
    assert.ok(text.length > 100_000);
  });

  it('stop a file that grows out of all proportion', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024, 0x20));
    assert.match((await read('a.gz', bomb, { maxRatio: 100 })).ended, /too_large/);
  });

  it('do not take the memory that a packed file claims to need', async () => {
    const changed = Buffer.from(XZ, 'base64');
    // The size of the window stands behind the filter's number and its length.
    changed[12 + 4] = 40;
    assert.match((await read('a.xz', changed)).ended, /too_large/);
  });

  it('end as corrupt or better wherever they are changed', async () => {
    for (const whole of [Buffer.from(BZIP2, 'base64'), Buffer.from(XZ, 'base64')])
      for (let at = 0; at < whole.length; at++) {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 0x55;
        assert.match((await read('a', changed)).ended, /^(scanned|(partial|skipped|failed)\/\w+)$/);
      }
  });
});
