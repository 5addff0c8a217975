import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Read } from '../support/documents/reading.ts';
import { read } from '../support/documents/reading.ts';

const CASES = resolve(import.meta.dirname, '../../../shared/cases');
const FOLDER = join(CASES, 'documents');

/** What no format reads yet; such documents have to end well, but are not searched. */
const UNREAD = /\.(jpg|png)$/i;

/** What the cases expect that is no text of the document, with the reason. */
const NOT_TEXT: readonly (readonly [string, string])[] = [
  ['testHTMLGoodScript.html', 'cool'], // a script, and another case of the same file forbids it
  ['testHTML_embedded_data_uri_js.html', "alert( 'Hello, world!' );"], // a script, forbidden by the same case
  ['testHTML_embedded_img.html', 'src="data:"'], // the markup that the other tool writes
  ['testHTML_embedded_img_in_js.html', 'moscow-birds'], // in the metadata of a picture within a script
  ['testMicrosoftIRMServices.pdf', 'EncryptedDocumentException'], // the name of the other tool's exception
  ['testZipEncrypted.zip', 'EncryptedDocumentException: stream (encrypted.txt) is encrypted'], // the same
  ['testEXCEL2003.xml', 'Col1 Col2 Col3 Col4 string 1 1.10'], // all digits of a double; ours is the number as it is shown
  ['testEXCEL_dateFormats.xlsx', '2018-09-20'], // the other tool's way to write dates; ours is the Danish one
  ['testEXCEL_dateFormats.xlsx', '1996-08-10'], // the same
  ['testPPT_EmbeddedPDF.pptx', 'APACHE TIKA'], // the other tool was set to write in capitals
  ['testPPT_EmbeddedPDF.pptx', 'HELLO WORLD'], // the same
];

interface Case {
  readonly file: string;
  readonly contains_text: readonly string[];
}

function casesOf(): Case[] {
  const parsed: unknown = JSON.parse(readFileSync(join(CASES, 'documents.json'), 'utf8'));
  assert.ok(
    typeof parsed === 'object' && parsed !== null && 'cases' in parsed && Array.isArray(parsed.cases),
  );
  return parsed.cases.map((one: unknown) => {
    assert.ok(typeof one === 'object' && one !== null && 'file' in one && 'contains_text' in one);
    assert.ok(typeof one.file === 'string' && Array.isArray(one.contains_text));
    return { file: one.file, contains_text: one.contains_text.map(String) };
  });
}

/** White space aside, for a line's end is another tool's space; the cases' markup as characters, and their ends of strings. */
function plain(text: string): string {
  return text.replaceAll('&gt;', '>').replaceAll('\0', '').replaceAll(/\s+/g, ' ');
}

describe('real documents', function () {
  this.timeout(120_000);
  const results = new Map<string, Read & { seconds: number }>();

  before(async () => {
    assert.ok(existsSync(FOLDER), `the documents to test with are expected in ${FOLDER}`);
    for (const name of readdirSync(FOLDER)) {
      const started = performance.now();
      const result = await read(name, readFileSync(join(FOLDER, name)));
      results.set(name, { ...result, seconds: (performance.now() - started) / 1000 });
    }
  });

  it('all end in one of the four ways', () => {
    assert.ok(results.size > 150);
    for (const [name, { ended }] of results) {
      assert.match(ended, /^(scanned|(partial|skipped|failed)\/[a-z_]+)$/, name);
    }
  });

  it('take no more than a few seconds each', () => {
    for (const [name, { seconds }] of results) assert.ok(seconds < 5, `${name} took ${seconds} s`);
  });

  it('give at least 95 % of the texts that they are known to hold', () => {
    const missing: string[] = [];
    let expected = 0;
    for (const { file, contains_text } of casesOf()) {
      if (UNREAD.test(file)) continue;
      const text = plain(results.get(file)?.text ?? '');
      for (const wanted of contains_text) {
        if (NOT_TEXT.some(([name, words]) => name === file && words === wanted)) continue;
        expected++;
        if (!text.includes(plain(wanted))) missing.push(`${file}: ${wanted}`);
      }
    }
    assert.ok(expected > 200);
    assert.ok(
      missing.length <= expected * 0.05,
      `${missing.length} of ${expected} are missing:\n${missing.join('\n')}`,
    );
  });
});
