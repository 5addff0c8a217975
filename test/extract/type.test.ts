import assert from 'node:assert/strict';
import { bytesInMemory } from '#kernel/bytes.ts';
import { typeOf } from '#extract/type.ts';
import { compoundOf } from '../support/documents/compound-maker.ts';
import { docxOf, odtOf, paragraph, pptxOf, xlsxOf } from '../support/documents/office-maker.ts';
import { zipOf } from '../support/documents/zip-maker.ts';

const of = (name: string, content: string | Uint8Array): Promise<string> =>
  typeOf(name, bytesInMemory(Buffer.from(content)));

const OFFICE = 'application/vnd.openxmlformats-officedocument';

describe('the type of a file', () => {
  it('is what the content says, whatever the name', async () => {
    assert.equal(await of('holiday.jpg', docxOf(paragraph('x'))), `${OFFICE}.wordprocessingml.document`);
    assert.equal(await of('notes.txt', '%PDF-1.7\n'), 'application/pdf');
  });

  it('tells documents that are zip files apart', async () => {
    assert.equal(await of('a', xlsxOf([{ name: 'S', rows: '' }])), `${OFFICE}.spreadsheetml.sheet`);
    assert.equal(await of('a', pptxOf([{ text: 'x' }])), `${OFFICE}.presentationml.presentation`);
    assert.equal(await of('a', odtOf('x')), 'application/vnd.oasis.opendocument.text');
    assert.equal(await of('a.docx', zipOf([{ name: 'a.txt', content: 'x' }])), 'application/zip');
  });

  it('knows a document without its list of types by its main part', async () => {
    const zip = zipOf([{ name: 'word/document.xml', content: '<w:document/>' }]);
    assert.equal(await of('a', zip), `${OFFICE}.wordprocessingml.document`);
  });

  it('takes the kind of a text from the name', async () => {
    assert.equal(await of('a.csv', 'a;b\n1;2\n'), 'text/csv');
    assert.equal(await of('a.tsv', 'a\tb\n'), 'text/tab-separated-values');
    assert.equal(await of('a.unheard-of', 'some text'), 'text/plain');
  });

  it('does not believe a name that says text', async () => {
    assert.equal(await of('a.csv', Buffer.from([0, 1, 2, 3, 4, 5, 6, 0, 0, 1])), 'application/octet-stream');
  });

  it('knows a mail by its headers and a page by its first element', async () => {
    assert.equal(
      await of('x', 'Received: from a\nFrom: a@example.com\nTo: b@example.com\n\nhi'),
      'message/rfc822',
    );
    assert.equal(await of('x', '\n<!DOCTYPE html><p>hi'), 'text/html');
  });

  it('does not take a note with a colon for a mail', async () => {
    assert.equal(await of('x.txt', 'To: the board\nSubject: heating\n\nIt is cold.'), 'text/plain');
  });

  it('does not take text for a binary file because of its first letters', async () => {
    assert.equal(await of('x.txt', 'BMW and MZ are makers of vehicles.'), 'text/plain');
  });

  it('sees text in UTF-16 and UTF-32, with and without a mark', async () => {
    const text = 'Kære kollega, se venligst vedlagte.';
    const wide = Buffer.from(text, 'utf16le');
    assert.equal(await of('x.txt', wide), 'text/plain');
    assert.equal(await of('x.txt', Buffer.concat([Buffer.from([0xff, 0xfe]), wide])), 'text/plain');
    assert.equal(
      await of('x.txt', Buffer.from(Uint32Array.from(text, (c) => c.codePointAt(0) ?? 0).buffer)),
      'text/plain',
    );
  });

  it('sees a log with some NUL bytes in it as text', async () => {
    assert.equal(await of('x.log', `${'a line of the log\n'.repeat(50)}${'\0'.repeat(40)}`), 'text/plain');
  });

  it('does not take a compound file for the text that it holds', async () => {
    const words = Buffer.from('words '.repeat(20_000), 'utf16le');
    assert.equal(await of('a.txt', compoundOf({ WordDocument: words })), 'application/msword');
  });
});
