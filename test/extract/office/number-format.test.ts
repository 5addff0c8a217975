import assert from 'node:assert/strict';
import { shownNumber } from '#extract/office/number-format.ts';

describe('a number as a spreadsheet shows it', () => {
  const cases: readonly (readonly [number, string, string])[] = [
    [101901234, '000000-0000', '010190-1234'],
    [101901234, '000000\\-0000', '010190-1234'],
    [101901234, '000000"-"0000', '010190-1234'],
    [101901234, '0000000000', '0101901234'],
    [12345678, '00 00 00 00', '12 34 56 78'],
    [12345678, '##\\ ##\\ ##\\ ##', '12 34 56 78'],
    [1234, '0000', '1234'],
    [12, '0000', '0012'],
    [1019012340, 'General', '1019012340'],
    [5019717010103, '', '5019717010103'],
    [0.1 + 0.2, 'General', '0.3'],
    [1234.5, '#,##0.00', '1234.50'],
    [-1234.5, '#,##0.00', '-1234.50'],
    [-5, '0;(0)', '(5)'],
    [0, '0;-0;"none"', 'none'],
    [0.256, '0%', '26%'],
    [1599.99, '"kr." 0.00', 'kr. 1599.99'],
    [1599.99, '[$kr.-406] 0.00', 'kr. 1599.99'],
    [32874, 'dd-mm-yyyy', '01-01-1990'],
    [32874, 'd/m/yy', '1/1/90'],
    [32874.75, 'yyyy-mm-dd hh:mm', '1990-01-01 18:00'],
    [0.75, 'h:mm AM/PM', '6:00 PM'],
    [1.5, '[h]:mm', '36:00'],
    [1, 'dd-mm-yyyy', '01-01-1900'],
    [-3, 'dd-mm-yyyy', '-3'],
    [2.5, '# ?/?', '2.5'],
    [198356388, '0.00E+00', '198356388'],
  ];
  for (const [value, code, shown] of cases) {
    it(`is ${shown} for ${value} under ${code || 'no format'}`, () => {
      assert.equal(shownNumber(value, code, false), shown);
    });
  }

  it('counts days from 1904 where the workbook says so', () => {
    assert.equal(shownNumber(31412, 'dd-mm-yyyy', true), '01-01-1990');
  });
});
