import assert from 'node:assert/strict';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import type { CompoundContent } from '../../support/documents/compound-maker.ts';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

const wide = (text: string): Buffer => Buffer.from(text, 'utf16le');

/** The stream of whole numbers: behind its header 16 bytes each. */
function numbers(header: number, values: Readonly<Record<number, number>>): Buffer {
  const rows = Object.entries(values).map(([id, value]) => {
    const row = Buffer.alloc(16);
    row.writeUInt16LE(3, 0);
    row.writeUInt16LE(Number(id), 2);
    row.writeInt32LE(value, 8);
    return row;
  });
  return Buffer.concat([Buffer.alloc(header), ...rows]);
}

function item(subject: string, more: CompoundContent = {}): CompoundContent {
  return {
    '__properties_version1.0': numbers(32, {}),
    '__substg1.0_0037001F': wide(subject),
    '__substg1.0_0C1A001F': wide('Ida Holm'),
    '__substg1.0_5D01001F': wide('ida@example.com'),
    ...more,
  };
}

describe('msg', () => {
  it('gives who wrote to whom about what', async () => {
    const recipient = {
      '__properties_version1.0': numbers(8, { 0x0c15: 2 }),
      '__substg1.0_3001001F': wide('Bo Holm'),
      '__substg1.0_39FE001F': wide('bo@example.com'),
    };
    const file = compoundOf(item('Løn', { '__recip_version1.0_#00000000': recipient }));
    const result = await read('a.msg', file);
    assert.equal(result.ended, 'scanned');
    assert.equal(
      partOf(result, 'headers'),
      'Subject: Løn\nFrom: Ida Holm <ida@example.com>\nCc: Bo Holm <bo@example.com>\n',
    );
  });

  it('reads narrow strings in the code page that the item names', async () => {
    const more = {
      '__properties_version1.0': numbers(32, { 0x3ffd: 1251 }),
      '__substg1.0_1000001E': Buffer.from([0xc4, 0xe0]),
    };
    assert.equal(partOf(await read('a.msg', compoundOf(item('x', more))), 'text'), 'Да');
  });

  it('reads a body that is there as RTF only', async () => {
    const plain = Buffer.concat([
      Buffer.alloc(8),
      Buffer.from('MELA'),
      Buffer.alloc(4),
      Buffer.from('{\\rtf1 hello}'),
    ]);
    plain.writeUInt32LE(14, 4);
    const result = await read('a.msg', compoundOf(item('x', { '__substg1.0_10090102': plain })));
    assert.equal(partOf(result, 'body'), 'hello\n');
  });

  it('gives what a contact is made of', async () => {
    const file = compoundOf(item('x', { '__substg1.0_3A1C001F': wide('+45 12 34 56 78') }));
    assert.equal(partOf(await read('a.msg', file), 'properties'), '+45 12 34 56 78\n');
  });

  it('reads attachments by their own format, and a mail that is attached as a mail', async () => {
    const file = compoundOf(
      item('outer', {
        '__attach_version1.0_#00000000': {
          '__substg1.0_3707001F': wide('cv.docx'),
          '__substg1.0_37010102': docxOf(paragraph('attached words')),
        },
        '__attach_version1.0_#00000001': {
          '__substg1.0_3001001F': wide('the inner one'),
          '__substg1.0_3701000D': item('inner', { '__substg1.0_1000001F': wide('inner words') }),
        },
      }),
    );
    const { segments } = await read('a.msg', file);
    const pathOf = (words: string): unknown =>
      segments.find(({ text }) => text.startsWith(words))?.place.path;
    assert.deepEqual(pathOf('attached words'), ['cv.docx']);
    assert.deepEqual(pathOf('inner words'), ['the inner one']);
  });
});
