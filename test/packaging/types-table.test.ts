import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { FINDING_TYPES } from '#detect/index.ts';
import { typesTable, withTypesTable } from '../../scripts/checks/types-table.ts';

const PAGE = new URL('../../docs/detection.md', import.meta.url);

describe('the table of types in docs/detection.md', () => {
  it('is what the detectors say now; otherwise run scripts/node scripts/checks/types-table.ts', () => {
    const page = readFileSync(PAGE, 'utf8');
    assert.equal(page, withTypesTable(page, typesTable()));
  });

  it('has a row for every type', () => {
    const table = typesTable();
    assert.deepEqual(
      FINDING_TYPES.filter((type) => !table.includes(`| \`${type}\` |`)),
      [],
    );
  });

  it('is refused a type that nothing is told of', () => {
    assert.throws(() => typesTable(['CUSTOM_UNKNOWN']), /does not know how CUSTOM_UNKNOWN is told/);
  });

  it('is refused by a page without its marks', () => {
    assert.throws(() => withTypesTable('No marks here.', typesTable()), /types:begin/);
  });
});
