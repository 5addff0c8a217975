import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { FINDING_TYPES } from '#detect/index.ts';

const words = z.object({ type: z.record(z.string(), z.string().min(2)) });

describe('the words for types of findings', () => {
  for (const language of ['da', 'en']) {
    const path = resolve(import.meta.dirname, `../../views/scan/words.${language}.json`);
    const { type } = words.parse(JSON.parse(readFileSync(path, 'utf8')));

    it(`are there for each type, and for no other: ${language}`, () => {
      assert.deepEqual(Object.keys(type).sort(), [...FINDING_TYPES].sort());
    });
    it(`tell the types apart: ${language}`, () => {
      assert.equal(new Set(Object.values(type)).size, FINDING_TYPES.length);
    });
  }
});
