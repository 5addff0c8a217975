import assert from 'node:assert/strict';
import { gzipSync } from 'node:zlib';
import { gzipQuine, zipQuine } from '../../support/documents/quine-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';
import { tarOf } from '../../support/documents/tar-maker.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';
import { ownTime } from '../../support/own-time.ts';

const MIB = 1024 * 1024;

describe('archives that are made to do harm', function () {
  this.timeout(60_000);

  it('that are zip files and contain themselves end as too deep', async () => {
    const { ended, segments } = await read('r.zip', zipQuine());
    assert.equal(ended, 'partial/too_deep');
    assert.equal(Math.max(...segments.map(({ place }) => place.path.length)), 8);
  });

  it('that are gzip files and contain themselves end as too deep', async () => {
    assert.equal((await read('r.gz', gzipQuine())).ended, 'skipped/too_deep');
  });

  it('of archives of archives that unpack to terabytes end as too large, and soon', async () => {
    let bomb: Buffer = gzipSync(Buffer.alloc(MIB, 0x20));
    for (const level of [1, 2, 3, 4, 5]) {
      const same = { name: `${level}`, content: bomb };
      bomb = zipOf(Array.from({ length: 32 }, (_, i) => ({ ...same, name: `${level}-${i}` })));
    }
    let ended = '';
    const cost = await ownTime(async () => {
      ({ ended } = await read('42.zip', bomb, { maxUnpacked: 200 * MIB }));
    });
    assert.equal(ended, 'partial/too_large');
    assert.ok(cost < 20_000, `${cost} ms`);
  });

  it('keep names that lead elsewhere as they are, for nothing is opened by them', async () => {
    const names = ['../../../etc/passwd', '/etc/passwd', 'C:\\Windows\\win.ini', '\\\\server\\share\\a.txt'];
    const { segments, ended } = await read('a.zip', zipOf(names.map((name) => ({ name, content: 'ours' }))));
    assert.equal(ended, 'scanned');
    const paths = segments.filter(({ text }) => text === 'ours').map(({ place }) => place.path[0]);
    assert.deepEqual(paths, [
      '../../../etc/passwd',
      '/etc/passwd',
      'C:/Windows/win.ini',
      '//server/share/a.txt',
    ]);
  });

  it('that are tar files keep names that lead elsewhere, and follow no links', async () => {
    const { segments, text } = await read(
      'a.tar',
      tarOf([
        { name: '../../etc/shadow', content: 'ours' },
        { name: 'link', content: '', kind: '2' },
      ]),
    );
    assert.deepEqual(segments[0]?.place.path, ['../../etc/shadow']);
    assert.doesNotMatch(text, /root:/);
  });

  it('are read when names hold newlines, zeros or bytes of no charset', async () => {
    const raw = Buffer.concat([Buffer.from('a\nb\0c'), Buffer.from([0xff, 0xfe, 0x80]), Buffer.from('.txt')]);
    const { segments, ended } = await read('a.zip', zipOf([{ name: raw, content: 'inside' }]));
    assert.equal(ended, 'scanned');
    const [name = ''] = segments.find(({ text }) => text === 'inside')?.place.path ?? [];
    assert.match(name, /^a\nbc.+\.txt$/s);
  });

  it('take no longer than their length for a hundred thousand names', async () => {
    const zip = zipOf(
      Array.from({ length: 60_000 }, (_, i) => ({ name: `${i}.txt`, content: 'x', stored: true })),
    );
    const cost = await ownTime(() => read('a.zip', zip));
    assert.ok(cost < 20_000, `${cost} ms`);
  });

  it('that are tar files and say that a file is larger than the archive end as corrupt', async () => {
    const { ended, text } = await read(
      'a.tar',
      tarOf([{ name: 'a.txt', content: 'there '.repeat(50_000), claimedSize: 2 ** 32 }]),
    );
    assert.equal(ended, 'partial/corrupt');
    assert.match(text, /there/);
  });

  it('give the names of files beyond one that is a bomb', async () => {
    const zip = zipOf([
      { name: 'bomb.txt', content: Buffer.alloc(40 * MIB, 0x20) },
      { name: 'after.txt', content: 'after the bomb' },
    ]);
    const result = await read('a.zip', zip);
    assert.equal(result.ended, 'partial/too_large');
    assert.match(partOf(result, 'names'), /after\.txt/);
    assert.match(result.text, /after the bomb/);
  });
});
