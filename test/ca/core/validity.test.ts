import assert from 'node:assert/strict';
import { renewalDue, validity } from '#ca/core/validity.ts';

const certificate = {
  notBefore: new Date('2026-01-01T00:00:00Z'),
  notAfter: new Date('2026-01-31T00:00:00Z'),
};

describe('a certificate', () => {
  it('is not renewed before two thirds of its life', () =>
    assert.equal(renewalDue(certificate, new Date('2026-01-20T23:59:59Z')), false));

  it('is renewed at two thirds of its life', () =>
    assert.equal(renewalDue(certificate, new Date('2026-01-21T00:00:00Z')), true));

  it('is renewed when it has long ended', () =>
    assert.equal(renewalDue(certificate, new Date('2030-01-01')), true));

  it('is renewed when it does not hold yet', () =>
    assert.equal(renewalDue(certificate, new Date('2025-12-31T23:59:59Z')), true));

  it('begins an hour before it is made', () =>
    assert.deepEqual(validity(new Date('2026-01-01T01:00:00Z'), 30), certificate));

  it('ends no later than its issuer', () =>
    assert.deepEqual(
      validity(new Date('2026-01-15T01:00:00Z'), 30, certificate).notAfter,
      certificate.notAfter,
    ));
});
