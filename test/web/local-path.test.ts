import assert from 'node:assert/strict';
import { localPath } from '#web/index.ts';

describe('A local path', () => {
  it('keeps its query and drops its fragment', () => {
    assert.equal(localPath('/files?risk=high&page=2#top'), '/files?risk=high&page=2');
  });

  const elsewhere = [
    'https://elsewhere.example/',
    '//elsewhere.example',
    '/\\elsewhere.example',
    '\\\\elsewhere.example',
    '/\t/elsewhere.example',
    '/\n/elsewhere.example',
    '/.//elsewhere.example',
    '/a/..//elsewhere.example',
    'javascript:alert(1)',
    'elsewhere',
    '',
    ' /files',
    '/' + 'a'.repeat(2000),
  ];
  for (const [index, address] of elsewhere.entries()) {
    it(`is refused when it leads elsewhere or is no path (${index + 1})`, () => {
      assert.equal(localPath(address), undefined);
    });
  }

  for (const value of [undefined, null, 7, ['/files'], { toString: () => '/files' }]) {
    it(`is refused when it is no text (${typeof value})`, () => {
      assert.equal(localPath(value), undefined);
    });
  }
});
