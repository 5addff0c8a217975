import assert from 'node:assert/strict';
import type { Risk, RiskLine } from '#detect/index.ts';
import { presentRisk } from '#scan/risk.presenter.ts';
import { createFormats } from '#web/index.ts';

/** Says the key and the count, so that a test need not know the words. */
const t = (key: string, values?: Readonly<Record<string, string | number>>): string =>
  values?.['count'] === undefined ? key : `${key} ${values['count']}`;

function found(type: 'LOCATION' | 'HEALTH', first: number): Extract<RiskLine, { code: 'found' }> {
  const category = type === 'HEALTH' ? 'sensitive' : 'ordinary';
  return {
    code: 'found',
    type,
    category,
    count: 1,
    confidence: 1,
    weight: { first, doubling: 0 },
    more: 0,
    points: first,
  };
}

const RISK: Risk = {
  score: 51,
  band: 'medium',
  points: 51,
  arithmetic: [found('LOCATION', 1), found('HEALTH', 50)],
};

describe('How a risk is shown to come about', () => {
  it('begins with what weighs most', () => {
    const { rows } = presentRisk(t, createFormats('en', 'UTC'), RISK);
    assert.deepEqual(
      rows.slice(0, 2).map(({ value }) => value),
      ['50.0', '1.0'],
    );
  });

  it('says one point of a single one', () => {
    const { rows } = presentRisk(t, createFormats('en', 'UTC'), RISK);
    assert.equal(rows[1]?.how, 'scan:risk.found-one 1');
  });
});
