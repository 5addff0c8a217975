import assert from 'node:assert/strict';
import iconv from 'iconv-lite';
import { SEGMENT_LENGTH } from '#extract/index.ts';
import { read } from '../../support/documents/reading.ts';
import { zipOf } from '../../support/documents/zip-maker.ts';

const DANISH =
  'Kære Åse Sørensen. Tak for dit brev om børnenes skolegang på Ærø. Vi går i gang med at læse sagen igennem, ' +
  'og så får du svar. Det kan tage nogle uger, fordi der er mange, der har søgt om det samme på én gang.\n';

describe('plain text', () => {
  for (const charset of [
    'utf-8',
    'windows-1252',
    'iso-8859-1',
    'iso-8859-15',
    'cp850',
    'cp865',
    'macintosh',
  ]) {
    it(`is read in ${charset}`, async () => {
      const { text } = await read('a.txt', iconv.encode(DANISH.repeat(3), charset));
      assert.match(text, /Kære Åse Sørensen.*Ærø/);
    });
  }

  for (const charset of ['utf-16le', 'utf-16be', 'utf-32le', 'utf-32be']) {
    for (const addBOM of [true, false]) {
      it(`is read in ${charset} ${addBOM ? 'with' : 'without'} a mark`, async () => {
        const { text } = await read('a.txt', iconv.encode(DANISH, charset, { addBOM }));
        assert.equal(text, DANISH);
      });
    }
  }

  it('is read right when its first letter outside ASCII comes late', async () => {
    const { text } = await read(
      'a.txt',
      iconv.encode(`${'plain line\n'.repeat(100_000)}${DANISH}`, 'windows-1252'),
    );
    assert.ok(text.endsWith(DANISH));
  });

  it('is read right when most lines are UTF-8 and one is not', async () => {
    const mixed = Buffer.concat([Buffer.from(DANISH.repeat(5)), iconv.encode('Søren\n', 'windows-1252')]);
    const { text } = await read('a.txt', mixed);
    assert.match(text, /Kære Åse[^]*\nSøren\n$/);
  });

  it('is read right when a letter is parted by the end of a chunk', async () => {
    const long = `x${'ø'.repeat(400_000)}`;
    assert.equal((await read('a.txt', long)).text.replaceAll('\n', ''), long);
  });

  it('takes the charset that XML declares', async () => {
    const xml = iconv.encode('<?xml version="1.0" encoding="ISO-8859-2"?><a>Łódź</a>', 'iso-8859-2');
    assert.match((await read('a.xml', xml)).text, /<a>Łódź<\/a>/);
  });

  it('gives every line end as a newline', async () => {
    assert.equal((await read('a.txt', 'a\r\nb\rc\nd')).text, 'a\nb\nc\nd');
  });

  it('gives NUL bytes as a space', async () => {
    assert.equal((await read('a.txt', `${'text '.repeat(20)}a\0\0b`)).text, `${'text '.repeat(20)}a b`);
  });

  it('is cut at lines, and says on which line each segment begins', async () => {
    const lines = Array.from({ length: 10_000 }, (_, i) => `this is line ${i + 1}\n`);
    const { segments } = await read('a.txt', lines.join(''));
    assert.ok(segments.length > 2);
    for (const { text, place } of segments) {
      assert.ok(text.length <= SEGMENT_LENGTH);
      assert.ok(text.startsWith(`this is line ${place.line}\n`));
    }
  });

  it('is cut hard where a line never ends, and not within a character', async () => {
    const endless = '🙂'.repeat(200_000);
    const { segments, ended } = await read('a.txt', endless);
    assert.equal(ended, 'scanned');
    assert.ok(segments.every(({ text }) => text.length <= SEGMENT_LENGTH && text.isWellFormed()));
    assert.equal(segments.map(({ text }) => text).join(''), endless);
  });

  it('is streamed out of an archive although it would not fit in memory', async () => {
    const line = 'a line of a very long log, number 1234567\n';
    const zip = zipOf([{ name: 'a.log', content: line.repeat(60_000) }]);
    const { ended, text } = await read('a.zip', zip, { maxInMemory: 100_000 });
    assert.equal(ended, 'scanned');
    assert.equal(text.split('number 1234567').length - 1, 60_000);
  });
});
