import assert from 'node:assert/strict';
import { codes, confidence, found, inventedCpr } from './found.ts';

// Fails modulus 11, so that only what names it makes it believed.
const number = inventedCpr('070761', 4200, false);

const TABLES: Readonly<Record<string, string>> = {
  tabs: `Nr.\tCPR\tNavn\n1\t${number}\tAnna Krogh\n`,
  semicolons: `Nr.;CPR;Navn\n1;${number};Anna Krogh\n`,
  'commas and quotation marks': `"Navn","Nr.","CPR"\n"Krogh, Anna","1","${number}"\n`,
  bars: `| Nr. | CPR | Navn |\n|-----|-----|------|\n| 1 | ${number} | Anna Krogh |\n`,
  gaps: `Nr.   CPR          Navn\n1     ${number}   Anna Krogh\n`,
};

describe('a header row in the text', () => {
  for (const [what, text] of Object.entries(TABLES)) {
    it(`names the cells of its column between ${what}`, () => {
      assert.ok(confidence('DK_CPR', text) > 0.5);
      assert.ok(codes('DK_CPR', text).includes('cpr.column-names-it'));
    });
    it(`does not name the cells of other columns between ${what}`, () => {
      assert.deepEqual(found('DK_CPR', text.replace('CPR', 'Ordrenr.')), []);
    });
  }

  it('is no sentence with commas', () => {
    const text = `Husk cpr, navn, telefon og adresse\n${number}, 1, 2, 3\n`;
    assert.ok(!codes('DK_CPR', text).includes('cpr.column-names-it'));
  });
  it('ends with its table', () => {
    const text = `Nr.;CPR;Navn\n1;${number};Anna Krogh\n\nDer er sendt ${number} i dag\n`;
    assert.equal(found('DK_CPR', text).length, 1);
  });
});
