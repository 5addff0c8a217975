import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { formatSet } from '#extract/index.ts';

const PAGE = readFileSync(resolve(import.meta.dirname, '../../docs/reading.md'), 'utf8');

function firstCells(heading: string): string[] {
  const [, section = ''] = PAGE.split(`\n## ${heading}\n`);
  const [body = ''] = section.split('\n## ');
  return [...body.matchAll(/^\| `([a-z0-9_-]+)` \|/gm)].map(([, cell]) => cell ?? '');
}

describe('the page about reading', () => {
  it('has a row for each format, and none for another', () => {
    assert.deepEqual(firstCells('Formats').toSorted(), Object.keys(formatSet.formats).toSorted());
  });

  it('explains each status and each reason', () => {
    const statuses = ['scanned', 'partial', 'skipped', 'failed'];
    const reasons = [
      'encrypted',
      'corrupt',
      'too_large',
      'too_deep',
      'timed_out',
      'unsupported',
      'infected',
      'unreadable',
      'no_text',
    ];
    assert.deepEqual(firstCells('How a file ends'), [...statuses, ...reasons]);
  });
});
