import assert from 'node:assert/strict';
import { helpOf } from '../../support/documents/help-maker.ts';
import { read } from '../../support/documents/reading.ts';

describe('compiled HTML help', () => {
  it('gives its pages, and not its contents, styles and own files', async () => {
    const file = helpOf([
      ['html/løn.htm', '<html><body><p>Løn til Mette Holm</p></body></html>'],
      ['toc.hhc', '<html><body>contents</body></html>'],
      ['a.css', 'p {}'],
      ['#SYSTEM', 'x'],
      ['note.txt', 'Kære Åse'],
    ]);
    const { mime, segments, ended } = await read('a.chm', file);
    assert.equal(mime, 'application/vnd.ms-htmlhelp');
    assert.deepEqual(
      segments.map(({ text, place }) => [place.path, text]),
      [
        [['html/løn.htm'], 'Løn til Mette Holm\n'],
        [['note.txt'], 'Kære Åse'],
      ],
    );
    assert.equal(ended, 'scanned');
  });

  it('ends as corrupt when its one stretch is cut off', async () => {
    const file = helpOf([
      ['a.htm', '<html>first</html>'],
      ['b.htm', '<html>second</html>'],
    ]);
    assert.equal((await read('a.chm', file.subarray(0, file.length - 1))).ended, 'failed/corrupt');
  });
});
