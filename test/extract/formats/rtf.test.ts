import assert from 'node:assert/strict';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

const HEAD =
  '{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fswiss Arial;}{\\f1\\fswiss\\fcharset204 Arial Cyr;}}';

async function bodyOf(content: string): Promise<string> {
  return partOf(await read('a.rtf', `${HEAD}${content}}`), 'body');
}

describe('rtf', () => {
  it('reads letters in the code page of the document and of the font', async () => {
    assert.equal(await bodyOf("bl\\'e5b\\'e6r {\\f1\\'c4\\'e0}"), 'blåbær Да\n');
  });

  it('reads Unicode letters once, and not what stands for them elsewhere', async () => {
    assert.equal(await bodyOf("\\uc1 S\\u248\\'f8ren \\uc2\\u229??se"), 'Søren åse\n');
  });

  it('parts paragraphs, cells and rows', async () => {
    assert.equal(
      await bodyOf('one\\par two\\par\\trowd Navn\\cell Alder\\cell\\row Ida\\cell 42\\cell\\row'),
      'one\ntwo\nNavn\tAlder\nIda\t42\n',
    );
  });

  it('tells headers, footnotes and text boxes apart', async () => {
    const content =
      '{\\header hoved\\par}word{\\footnote\\pard noten}{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt boks\\par}}';
    const result = await read('a.rtf', `${HEAD}${content}}`);
    assert.equal(partOf(result, 'header'), 'hoved\n');
    assert.equal(partOf(result, 'footnotes'), 'noten\n');
    assert.equal(partOf(result, 'text boxes'), 'boks\n');
    assert.equal(partOf(result, 'body'), 'word\n');
  });

  it('gives a comment with its author where it stands', async () => {
    const content =
      'word{\\*\\atnid IH}{\\*\\atnauthor Ida Holm}\\chatn{\\*\\annotation\\pard a remark} goes on';
    assert.equal(await bodyOf(content), 'word IH  Ida Holm a remark  goes on\n');
  });

  it('gives the address of a link and leaves out the code of a page number', async () => {
    const link = '{\\field{\\*\\fldinst{HYPERLINK "mailto:ida@example.com"}}{\\fldrslt{write}}}';
    const text = await bodyOf(`${link} {\\field{\\*\\fldinst PAGE }{\\fldrslt 7}}`);
    assert.match(text, /mailto:ida@example\.com.*write/);
    assert.doesNotMatch(text, /PAGE/);
  });

  it('gives who wrote it, of two writings of a property the one in Unicode', async () => {
    const info = '{\\info{\\upr{\\author S?ren}{\\*\\ud{\\author S\\u248 ?ren}}}{\\*\\company Firma}}body';
    assert.match(partOf(await read('a.rtf', `${HEAD}${info}}`), 'properties'), /author: Søren/);
  });

  it('leaves out what only programs read', async () => {
    assert.equal(
      await bodyOf('{\\stylesheet{\\s1 heading 1;}}{\\*\\unknown secret}{\\pict\\wmetafile8 00ff}word'),
      'word\n',
    );
  });

  it('passes over the bytes of a picture that are written as they are', async () => {
    assert.equal(await bodyOf('a{\\pict\\bin5 }{\\x}}b'), 'ab\n');
  });

  it('reads the files that are embedded in it', async () => {
    const native = compoundOf({ Package: docxOf(paragraph('inner words')) });
    const name = Buffer.from('\x0f\0\0\0Word.Document.\0\0\0\0\0\0\0\0\0', 'latin1');
    const size = Buffer.alloc(4);
    size.writeUInt32LE(native.length);
    const data = Buffer.concat([Buffer.from([1, 5, 0, 0, 2, 0, 0, 0]), name, size, native]).toString('hex');
    const { text } = await read('a.rtf', `${HEAD}{\\object\\objemb{\\*\\objdata ${data}}{\\result shown}}}`);
    assert.match(text, /inner words/);
    assert.match(text, /shown/);
  });

  it('reads on in a mail that was HTML, without what is said twice', async () => {
    const text = await bodyOf(
      '{\\*\\htmltag64 <p>}\\htmlrtf {\\htmlrtf0 words\\htmlrtf twice\\par }\\htmlrtf0 more',
    );
    assert.equal(text, 'words\nmore\n');
  });

  it('ends as too deep when its groups nest without end', async () => {
    assert.equal((await read('a.rtf', `${HEAD}x${'{'.repeat(200_000)}`)).ended, 'partial/too_deep');
  });

  it('gives the same text however it is cut into pieces', async () => {
    const whole = `${HEAD}${"bl\\'e5b\\'e6r \\u248\\'f8 \\b fed\\b0 ".repeat(20_000)}}`;
    const { text } = await read('a.rtf', whole);
    assert.equal(text.replaceAll('\n', '').match(/blåbær ø fed/g)?.length, 20_000);
  });
});
