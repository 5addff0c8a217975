import assert from 'node:assert/strict';
import { deflateSync } from 'node:zlib';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { read } from '../../support/documents/reading.ts';

function atom(type: number, data: Buffer, instance = 0): Buffer {
  return record(instance << 4, type, data);
}

function container(type: number, ...inner: Buffer[]): Buffer {
  return record(0xf, type, Buffer.concat(inner));
}

function record(version: number, type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.writeUInt16LE(version, 0);
  head.writeUInt16LE(type, 2);
  head.writeUInt32LE(data.length, 4);
  return Buffer.concat([head, data]);
}

const text = (words: string): Buffer => atom(4000, Buffer.from(words, 'utf16le'));
const slide = (...inner: Buffer[]): Buffer => container(1006, ...inner);

describe('ppt', () => {
  it('numbers its slides as the presentation shows them', async () => {
    const [second, first] = [slide(text('shown second')), slide(text('shown first'))];
    const place = (id: number): Buffer => atom(1011, Buffer.from([id, 0, 0, 0]));
    const list = record(0xf, 4080, Buffer.concat([place(2), place(1)]));
    const document = container(1000, list);
    const directory = Buffer.alloc(16);
    for (const [i, value] of [0x300001, 0, second.length, second.length + first.length].entries())
      directory.writeUInt32LE(value, i * 4);
    const edit = Buffer.alloc(28);
    edit.writeUInt32LE(3, 16);
    const stream = Buffer.concat([second, first, document, atom(6002, directory), atom(4085, edit)]);
    const { segments } = await read('a.ppt', compoundOf({ 'PowerPoint Document': stream }));
    assert.deepEqual(
      segments.map((segment) => [segment.text, segment.place.slide]),
      [
        ['shown first\n', 1],
        ['shown second\n', 2],
      ],
    );
  });

  it('gives the texts of a state before the last save, and says so', async () => {
    const stream = slide(text('an old name'));
    const { segments } = await read('a.ppt', compoundOf({ 'PowerPoint Document': stream }));
    assert.deepEqual(segments[0], { text: 'an old name\n', place: { path: [], part: 'earlier state' } });
  });

  it('leaves out the prompts of a master but not its own words', async () => {
    const shape = (...inner: Buffer[]): Buffer => container(0xf004, ...inner);
    const prompt = shape(container(0xf011, atom(3011, Buffer.from([0, 0, 0, 0, 1, 0, 0, 0]))), text('Click'));
    const stream = container(1016, prompt, shape(text('Firma A/S')));
    const result = await read('a.ppt', compoundOf({ 'PowerPoint Document': stream }));
    assert.equal(result.text, 'Firma A/S\n');
  });

  it('reads an embedded object that is packed', async () => {
    const object = compoundOf({ Package: docxOf(paragraph('inner words')) });
    const packed = Buffer.concat([Buffer.alloc(4), deflateSync(object)]);
    const file = compoundOf({ 'PowerPoint Document': atom(4113, packed, 1) });
    assert.match((await read('a.ppt', file)).text, /inner words/);
  });

  it('is encrypted when a record says so', async () => {
    const stream = container(0x2f14, text('x'));
    assert.equal(
      (await read('a.ppt', compoundOf({ 'PowerPoint Document': stream }))).ended,
      'skipped/encrypted',
    );
  });

  it('gives the slides before the place where it is damaged', async () => {
    const stream = Buffer.concat([slide(text('whole')), slide(text('cut off')).subarray(0, 20)]);
    const { ended, text: words } = await read('a.ppt', compoundOf({ 'PowerPoint Document': stream }));
    assert.equal(ended, 'partial/corrupt');
    assert.match(words, /whole/);
  });
});
