import assert from 'node:assert/strict';
import { tallyOfTests } from '../../scripts/checks/tally.ts';

describe('the tally of a test run', () => {
  it('counts what passed and what failed', () =>
    assert.deepEqual(tallyOfTests({ passes: 5, failures: 2, pending: 0 }, false), { passed: 5, failed: 2 }));

  it('counts a skipped test as failed', () =>
    assert.deepEqual(tallyOfTests({ passes: 5, failures: 0, pending: 3 }, true), { passed: 5, failed: 3 }));

  it('counts a run without tests as failed', () =>
    assert.deepEqual(tallyOfTests({ passes: 0, failures: 0, pending: 0 }, true), { passed: 0, failed: 1 }));

  it('counts a run that ended badly after its last test as failed', () =>
    assert.deepEqual(tallyOfTests({ passes: 5, failures: 0, pending: 0 }, false), { passed: 5, failed: 1 }));

  it('counts a run that left no counts as failed', () =>
    assert.deepEqual(tallyOfTests(null, true), { passed: 0, failed: 1 }));
});
