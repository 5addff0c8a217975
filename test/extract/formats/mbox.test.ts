import assert from 'node:assert/strict';
import { read } from '../../support/documents/reading.ts';

function mail(words: string): string {
  return `From ida@example.com Mon Jan 01 10:00:00 2001\nFrom: ida@example.com\nSubject: ${words}\nMessage-ID: <1>\n\n${words} body\n\n`;
}

describe('mbox', () => {
  it('reads each mail by itself, with its number', async () => {
    const { segments, ended } = await read('a', mail('one') + mail('two'));
    assert.equal(ended, 'scanned');
    const body = segments.find(({ text }) => text.includes('two body'));
    assert.deepEqual(body?.place, { path: ['mail 2.eml'], part: 'text', line: 1 });
  });

  it('takes "From" at a line\'s beginning within a text for text', async () => {
    const { text } = await read(
      'a',
      mail('one\nFrom here on').replace('Subject: one\nFrom here on', 'Subject: one'),
    );
    assert.match(text, /^From here on body$/m);
  });

  it('leaves out a mail that is too large and reads on', async () => {
    const { text, ended } = await read('a', mail('x'.repeat(5000)) + mail('two'), { maxInMemory: 4000 });
    assert.equal(ended, 'partial/too_large');
    assert.match(text, /two body/);
  });
});
