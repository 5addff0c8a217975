import assert from 'node:assert/strict';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import { docxOf, paragraph } from '../../support/documents/office-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';
import type { VisioPart } from '../../support/documents/visio-maker.ts';
import { chunk, fieldsChunk, textChunk, visioDocument } from '../../support/documents/visio-maker.ts';

const MASTERS = 0x1d;
const PAGES = 0x27;
const PAGE = 0x15;
const SHAPE = 0x48;
const NAMES = 0x32;
const NAME = 0x33;

function vsdOf(parts: readonly VisioPart[], version = 11): Buffer {
  return compoundOf({ VisioDocument: visioDocument(parts, version) });
}

/** A page that holds a stream for each shape. */
function page(...texts: readonly string[]): VisioPart {
  return {
    type: PAGE,
    inner: texts.map((text) => ({ type: SHAPE, chunks: [textChunk(text)], packed: true })),
  };
}

describe('vsd', () => {
  it('gives the texts of shapes page by page', async () => {
    const { segments, ended, format } = await read(
      'a.vsd',
      vsdOf([{ type: PAGES, inner: [page('Åse', 'Bo'), page('Ida')] }]),
    );
    assert.equal(format, 'vsd');
    assert.equal(ended, 'scanned');
    assert.deepEqual(
      segments.map(({ text, place }) => [place.page, text.trim()]),
      [
        [1, 'Åse'],
        [1, 'Bo'],
        [2, 'Ida'],
      ],
    );
  });

  it('reads streams that are packed with references to what came before', async () => {
    const text = 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa and bbbbbb';
    const { segments } = await read('a.vsd', vsdOf([{ type: PAGES, packed: true, inner: [page(text)] }]));
    assert.equal(segments[0]?.text.trim(), text);
  });

  it('tells masters from pages', async () => {
    const master = {
      type: MASTERS,
      inner: [{ type: 0x1e, inner: [{ type: SHAPE, chunks: [textChunk('prompt')] }] }],
    };
    assert.equal(partOf(await read('a.vsd', vsdOf([master])), 'master').trim(), 'prompt');
  });

  it('gives the fields of a shape', async () => {
    const shape = { type: SHAPE, chunks: [fieldsChunk('Leder', 'Ida Holm'), textChunk('box')] };
    const result = await read('a.vsd', vsdOf([{ type: PAGES, inner: [{ type: PAGE, inner: [shape] }] }]));
    assert.equal(partOf(result, 'fields'), 'Leder\nIda Holm\n');
    assert.match(result.text, /box/);
  });

  it('reads the narrow texts of Visio 2000', async () => {
    const shape = { type: SHAPE, chunks: [textChunk('blåbær', 6)] };
    const { text } = await read(
      'a.vsd',
      vsdOf([{ type: PAGES, inner: [{ type: PAGE, inner: [shape] }] }], 6),
    );
    assert.match(text, /blåbær/);
  });

  it('gives the names that people gave to pages', async () => {
    const names = ['Løn for Ida', 'Page-1', 'HideText'].map((name) => ({
      type: NAME,
      bytes: Buffer.concat([Buffer.alloc(4), Buffer.from(`${name}\0`, 'utf16le')]),
    }));
    assert.equal(
      partOf(await read('a.vsd', vsdOf([{ type: NAMES, inner: names }])), 'names'),
      'Løn for Ida\n',
    );
  });

  it('opens a document that is embedded in pieces, and not what programs keep there', async () => {
    const object = compoundOf({ Package: docxOf(paragraph('inner words')) });
    const settings = compoundOf({ Settings: Buffer.alloc(10) });
    const pieces = [object.subarray(0, 1000), object.subarray(1000), settings].map((bytes) => ({
      type: 0x1f,
      bytes,
    }));
    const { text, ended } = await read('a.vsd', vsdOf([{ type: 0x31, inner: pieces }]));
    assert.equal(text, 'inner words\n');
    assert.equal(ended, 'scanned');
  });

  it('reads on behind a chunk that makes no sense', async () => {
    const shape = {
      type: SHAPE,
      chunks: [chunk(0x71, Buffer.alloc(5)), Buffer.alloc(30, 0xee), textChunk('after')],
    };
    const { text } = await read('a.vsd', vsdOf([{ type: PAGES, inner: [{ type: PAGE, inner: [shape] }] }]));
    assert.match(text, /after/);
  });

  it('ends when streams lead to themselves', async () => {
    const document = visioDocument([{ type: PAGES, inner: [page('words')] }]);
    for (let at = 0x60; at + 18 <= document.length; at++)
      if (document.readUInt32LE(at) === PAGE) document.writeUInt32LE(document.readUInt32LE(0x24 + 8), at + 8);
    assert.equal((await read('a.vsd', compoundOf({ VisioDocument: document }))).ended, 'skipped/no_text');
  });

  it('ends as corrupt or better wherever it is changed', async () => {
    const document = visioDocument([{ type: PAGES, packed: true, inner: [page('some words', 'more')] }]);
    for (let at = 0; at < document.length; at++) {
      const changed = Buffer.from(document);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      const { ended } = await read('a.vsd', compoundOf({ VisioDocument: changed }));
      assert.match(ended, /^(scanned|(partial|skipped|failed)\/\w+)$/);
    }
  });

  it('is damaged when its streams lie over one another and together are far longer than the file', async () => {
    const shape = { type: SHAPE, chunks: [textChunk('words '.repeat(2000))] };
    const fakes = Array.from({ length: 40 }, () => ({ type: SHAPE, bytes: Buffer.from('x') }));
    const document = visioDocument([{ type: PAGES, inner: [{ type: PAGE, inner: [shape, ...fakes] }] }]);
    const length = textChunk('words '.repeat(2000)).length;
    let fake = 0;
    for (let at = 0x60 + length; at + 18 <= document.length; at++) {
      if (document.readUInt32LE(at) !== SHAPE || document.readUInt32LE(at + 12) !== 1) continue;
      document.writeUInt32LE(0x60 + ++fake, at + 8);
      document.writeUInt32LE(length - fake, at + 12);
    }
    assert.equal(fake, 40);
    assert.equal((await read('a.vsd', compoundOf({ VisioDocument: document }))).ended, 'partial/corrupt');
  });
});
