import assert from 'node:assert/strict';
import { createAllowedCheck } from '#detect/custom/allowances.ts';
import type { Allowance } from '#detect/custom/rule-set.ts';
import type { FindingType } from '#detect/index.ts';

const head = { id: 'A1', reason: 'vores egen', types: [] };
const allows = (allowance: Allowance, type: FindingType, value: string, places: string[] = []) =>
  createAllowedCheck([allowance])(type, value, new Set(places));

describe('what a company allows', () => {
  it('is a value in every writing of it', () => {
    const phone: Allowance = { ...head, kind: 'value', value: '+45 70 12 34 56' };
    assert.equal(allows(phone, 'PHONE_NUMBER', '70123456'), true);
  });
  it('is no other value', () => {
    const phone: Allowance = { ...head, kind: 'value', value: '+45 70 12 34 56' };
    assert.equal(allows(phone, 'PHONE_NUMBER', '70123457'), false);
  });
  it('is a value of the types that were named', () => {
    const number: Allowance = { ...head, kind: 'value', value: '70123456', types: ['DK_CVR'] };
    assert.equal(allows(number, 'PHONE_NUMBER', '70123456'), false);
  });
  it('is nothing when the value has no normal form', () => {
    assert.equal(allows({ ...head, kind: 'value', value: 'firma' }, 'CREDIT_CARD', '----'), false);
  });
  it('is a domain with what stands below it, and no domain that only ends like it', () => {
    const domain: Allowance = { ...head, kind: 'domain', domain: 'firma.dk' };
    const addresses = ['info@firma.dk', 'INFO@Post.Firma.DK', 'info@andetfirma.dk', 'firma.dk@example.dk'];
    assert.deepEqual(
      addresses.map((address) => allows(domain, 'EMAIL_ADDRESS', address)),
      [true, true, false, false],
    );
  });
  it('is a pattern that fits all of the value', () => {
    const pattern: Allowance = { ...head, kind: 'pattern', pattern: 'faktura\\d+@.*' };
    assert.equal(allows(pattern, 'EMAIL_ADDRESS', 'Faktura7@example.dk'), true);
    assert.equal(allows(pattern, 'EMAIL_ADDRESS', 'min.faktura7@example.dk'), false);
  });
  it('is a place, for the files in it', () => {
    const place: Allowance = { ...head, kind: 'place', sourceId: 1, folder: ['Skabeloner'] };
    assert.equal(allows(place, 'DK_CPR', '0707614285', ['A1']), true);
    assert.equal(allows(place, 'DK_CPR', '0707614285'), false);
  });
});
