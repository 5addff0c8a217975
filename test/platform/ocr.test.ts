import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Picture } from '#kernel/picture.ts';
import { readPictureHere } from '#platform/ocr/tesseract-here.ts';
import { createTesseract, type PictureReader } from '#platform/ocr/tesseract.ts';
import { pictured } from '../support/documents/picture-maker.ts';

const LINES = ['Ærøskøbing, den 3. maj', 'Æblet hænger højt i træet', 'CPR 010190-1234'];

describe('who reads pictures', function () {
  this.timeout(60_000);
  let folder: string;
  let picture: Picture;
  let program: PictureReader;

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ocr-test-'));
    picture = await pictured(LINES);
    const found = createTesseract(join(folder, 'models'));
    assert.ok(found, 'the tests need tesseract: scripts/setup --test installs it');
    program = found;
  });
  after(() => rmSync(folder, { recursive: true }));

  const readers: Record<string, (picture: Picture, signal?: AbortSignal) => Promise<string | null>> = {
    program: (seen, signal) => program(seen, signal),
    library: (seen) => readPictureHere(seen),
  };
  for (const [name, reader] of Object.entries(readers)) {
    it(`finds Danish letters and numbers, as a ${name}`, async () => {
      assert.equal((await reader(picture))?.trim().replace(/\n+/g, '\n'), LINES.join('\n'));
    });
    it(`finds nothing in a blank picture, as a ${name}`, async () => {
      const blank = { ...picture, grey: new Uint8Array(picture.grey.length).fill(255) };
      assert.equal((await reader(blank))?.trim(), '');
    });
  }
  it('gives up when asked to', async () => {
    assert.equal(await program(picture, AbortSignal.abort()), null);
  });
});
