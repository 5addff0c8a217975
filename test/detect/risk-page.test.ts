import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { defaultRiskWeights } from '#detect/index.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/risk.md'), 'utf8');
/** Each row of a table as the names in its first cell, and its other cells. */
const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| '))
  .map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
  .map(([first = '', ...cells]) => ({
    names: [...first.matchAll(/`([\w-]+)`/g)].map((match) => match[1]),
    first,
    cells,
  }));

const rowOf = (name: string) => {
  const row = rows.find(({ names }) => names.includes(name));
  assert.ok(row, `docs/risk.md has no row for ${name}`);
  return { ...row, index: row.names.indexOf(name) };
};

describe('docs/risk.md', () => {
  it('says what each category and type weighs', () => {
    for (const [name, weight] of Object.entries({
      ...defaultRiskWeights.categories,
      ...defaultRiskWeights.types,
    }))
      assert.deepEqual(rowOf(name).cells.slice(0, 2).map(Number), [weight.first, weight.doubling], name);
  });

  it('says what each kind of document adds', () => {
    for (const [kind, points] of Object.entries(defaultRiskWeights.documents)) {
      const { cells, index } = rowOf(kind);
      assert.equal(Number(cells[0]?.split(', ')[index]), points, kind);
    }
  });

  it('says what each combination and each exposure multiplies by', () => {
    const factors = { ...defaultRiskWeights.combinations, ...defaultRiskWeights.exposures };
    for (const [name, factor] of Object.entries(factors))
      assert.equal(Number(rowOf(name).cells[0]), factor, name);
  });

  it('says what age and people multiply by', () => {
    const cellOf = (first: string) => Number(rows.find((row) => row.first === first)?.cells[0]);
    assert.equal(cellOf('people, each doubling'), defaultRiskWeights.peopleDoubling);
    for (const { years, factor } of defaultRiskWeights.ages)
      assert.equal(cellOf(`unchanged for ${years} years`), factor);
  });

  it('says where the bands begin', () => {
    const { high, medium } = defaultRiskWeights.bands;
    assert.match(page, new RegExp(`high from ${high}, medium from ${medium}`));
  });
});
