import assert from 'node:assert/strict';
import { lastBirthDay } from '#detect/identifiers/calendar.ts';
import { confidence, found, inventedCpr, withHyphen } from '../found.ts';

const now = new Date('2026-11-24T12:00:00Z');
const today = withHyphen(inventedCpr('241126', 4200));
const tomorrow = withHyphen(inventedCpr('251126', 4200));

describe('the last day that somebody can be born on', () => {
  it('is today in Denmark', () => {
    assert.equal(lastBirthDay(now), 20261124);
    assert.equal(lastBirthDay(new Date('2026-07-31T22:30:00Z')), 20260801);
  });
  it('is far away without a clock', () => {
    assert.equal(lastBirthDay(undefined), 20351231);
  });
  it('is far away by a clock that was never set', () => {
    assert.equal(lastBirthDay(new Date(0)), 20351231);
    assert.equal(lastBirthDay(new Date(NaN)), 20351231);
  });
  it('leaves a CPR number to who is born that day', () => {
    assert.deepEqual(found('DK_CPR', `CPR ${today}`, { now }), [today]);
  });
  it('leaves none to who is born a day later, whatever it is called', () => {
    assert.ok(confidence('DK_CPR', `CPR ${tomorrow}`, { now }) < 0.5);
  });
  it('leaves none with the year in full to who is born a day later', () => {
    const long = (number: string): string => `CPR ${number.slice(0, 4)}20${number.slice(4)}`;
    assert.equal(found('DK_CPR', long(today), { now }).length, 1);
    assert.deepEqual(found('DK_CPR', long(tomorrow), { now }), []);
  });
  it('ends dates of birth', () => {
    assert.deepEqual(found('DATE_OF_BIRTH', 'født 25.11.2026, født 24.11.2026', { now }), ['24.11.2026']);
  });
  it('puts a year of two digits into the past century', () => {
    assert.deepEqual(found('DATE_OF_BIRTH', 'født 12.03.31', { now }), ['12.03.31']);
  });
});
