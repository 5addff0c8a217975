import assert from 'node:assert/strict';
import { readFigures, type Figures } from '#quality/figures.ts';
import { fallen, FLOORS, spreadByOrigin } from '../../scripts/evaluation/floors.ts';

describe('the floors of quality', () => {
  const shipped = readFigures();

  it('all hold for the figures that the product ships', () => {
    assert.deepEqual(
      fallen(shipped).map(({ floor, figure }) => `${floor.what}: ${figure}`),
      [],
    );
  });
  it('say when recall falls', () => {
    const worse: Figures = {
      ...shipped,
      identifiers: {
        ...shipped.identifiers,
        types: shipped.identifiers.types.map((one) =>
          one.type === 'DK_CPR' ? { ...one, right: Math.floor(one.wanted * 0.98) } : one,
        ),
      },
    };
    assert.ok(fallen(worse).some(({ floor }) => floor.what.startsWith('recall of CPR')));
  });
  it('say when a set has gone missing, as its share is of nothing', () => {
    assert.equal(
      fallen({ ...shipped, peers: [] }).length,
      FLOORS.filter(({ what }) => /presidio|osdata|stdnum/.test(what)).length,
    );
  });
  it('say when one origin falls behind the others', () => {
    const groups = [
      { origin: 'danish', gender: 'f' as const, wanted: 100, found: 99 },
      { origin: 'danish', gender: 'm' as const, wanted: 100, found: 97 },
      { origin: 'turkish', gender: 'f' as const, wanted: 100, found: 80 },
    ];
    assert.equal(spreadByOrigin(groups), 18);
    const behind = { ...shipped, names: { ...shipped.names, groups } };
    assert.ok(fallen(behind).some(({ floor }) => floor.what.startsWith('names of the worst origin')));
  });
});
