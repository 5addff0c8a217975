import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { loadNameModel } from '#detect/index.ts';

const bytes = readFileSync(new URL('../../../app/detect/names/weights.dmnm', import.meta.url));

const changed = (at: number, value: number): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy[at] = value;
  return copy;
};

describe('the weights of the name model', () => {
  it('are at most 8 MB', () => {
    assert.ok(bytes.length <= 8_000_000);
  });
  it('are refused when the bytes are something else', () => {
    assert.throws(() => loadNameModel(changed(0, 0)), /no name model/);
  });
  it('are refused in another format', () => {
    assert.throws(() => loadNameModel(changed(4, 9)), /format 9/);
  });
  it('are refused when they are cut short', () => {
    assert.throws(() => loadNameModel(bytes.subarray(0, bytes.length - 1)), /damaged/);
  });
  it('are refused when they belong to another training', () => {
    assert.throws(() => loadNameModel(changed(8, 99)), /not of this version/);
  });
});
