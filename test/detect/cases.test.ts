import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { judgePeers, type PeerVerdict } from '../../scripts/evaluation/peers.ts';

// Cases of peers' own test suites, read in place. A missing folder fails: these tests never skip.
const CASES = resolve(import.meta.dirname, '../../../shared/cases/detect');

/** Where we differ on purpose. */
const EXCEPTIONS: Readonly<Record<string, string>> = {
  // The same text stands twice, once expecting its last number and once not (their modulus 11 switched on). We believe
  // it a little: it stands in a list of CPR numbers with a hyphen, and modulus 11 weighs but does not decide.
  'CPRRule-17efee91': 'osdatascanner with modulus 11 as a must',
  // Passport authorities' numbers begin with C to K, those of identity cards with L to Y: one place is one finding.
  'DeIdCardRecognizer-2b720b1a': 'a passport number',
  'DeIdCardRecognizer-3edb9de8': 'a passport number',
};

describe("peers' cases", () => {
  let verdicts: readonly PeerVerdict[] = [];
  const of = (suite: PeerVerdict['suite']) => verdicts.filter((verdict) => verdict.suite === suite);
  const missed = (suite: PeerVerdict['suite']) =>
    of(suite).filter(({ positives, found }) => found < positives);
  const believedWrongly = (suite: PeerVerdict['suite']) => of(suite).filter(({ isWrong }) => isWrong);
  const unexplained = (cases: readonly PeerVerdict[]) =>
    cases.map(({ id }) => id).filter((id) => !(id in EXCEPTIONS));

  before(() => {
    verdicts = judgePeers(CASES);
  });

  it('presidio: 97 in 100 of what it finds with 0.4 or more are found, at the same place', () => {
    const positives = of('presidio').reduce((sum, verdict) => sum + verdict.positives, 0);
    const found = of('presidio').reduce((sum, verdict) => sum + verdict.found, 0);
    assert.ok(positives > 150 && found >= positives * 0.97, `${found} of ${positives}`);
    assert.deepEqual(unexplained(missed('presidio')), []);
  });

  it('presidio: what it does not find is not believed', () => {
    assert.ok(of('presidio').length > 200);
    assert.deepEqual(unexplained(believedWrongly('presidio')), []);
  });

  it('osdatascanner: CPR numbers, cards and plates that it finds are found', () => {
    assert.ok(of('osdatascanner').length > 40);
    assert.deepEqual(unexplained(missed('osdatascanner')), []);
  });

  it('osdatascanner: CPR numbers, cards and plates that it does not find are not believed', () => {
    assert.deepEqual(unexplained(believedWrongly('osdatascanner')), []);
  });

  it('stdnum: 97 in 100 of its valid numbers of our kinds are found', () => {
    const ours = of('stdnum').filter(({ positives }) => positives > 0);
    const found = ours.filter((verdict) => verdict.found > 0).length;
    assert.ok(ours.length > 400 && found >= ours.length * 0.97, `${found} of ${ours.length}`);
  });

  it('stdnum: of its valid numbers of other kinds, at most one in 500 is taken for ours', () => {
    const others = of('stdnum').filter(({ isNegative }) => isNegative);
    const taken = others.filter(({ isWrong }) => isWrong).length;
    assert.ok(others.length > 5000 && taken <= others.length / 500, `${taken} of ${others.length}`);
  });
});
