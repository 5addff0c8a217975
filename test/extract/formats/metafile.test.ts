import assert from 'node:assert/strict';
import { emfOf, wmfOf } from '../../support/documents/metafile-maker.ts';
import { read } from '../../support/documents/reading.ts';

describe('drawings of Windows', () => {
  it('give the words of an enhanced one, those on one height as a line', async () => {
    const result = await read('a.emf', emfOf([10, 'Åse'], [10, 'Holm'], [30, '010190-1234']));
    assert.equal(result.format, 'metafile');
    assert.equal(result.ended, 'scanned');
    assert.equal(result.text, 'Åse Holm\n010190-1234\n');
  });

  it('give the words of an older one in the charset of its font', async () => {
    assert.equal((await read('a.wmf', wmfOf(204, [5, Buffer.from([0xc4, 0xe0])]))).text, 'Да\n');
  });

  it('are scanned when they have no words', async () => {
    assert.equal((await read('a.emf', emfOf())).ended, 'scanned');
  });

  it('are read wherever they are changed', async () => {
    for (const whole of [emfOf([1, 'some words']), wmfOf(0, [1, Buffer.from('some words')])])
      for (let at = 0; at < whole.length; at++) {
        const changed = Buffer.from(whole);
        changed[at] = (changed[at] ?? 0) ^ 0xff;
        assert.match((await read('a.emf', changed)).ended, /^(scanned|(partial|skipped|failed)\/\w+)$/);
      }
  });
});
