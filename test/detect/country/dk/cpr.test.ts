import assert from 'node:assert/strict';
import { codes, confidence, findingsOf, found, inventedCpr, withHyphen } from '../../found.ts';

const plain = inventedCpr('070761', 4285);
const hyphened = withHyphen(plain);
const failing = inventedCpr('070761', 4200, false);
const since2007 = inventedCpr('150412', 4200, false);

describe('CPR numbers', () => {
  const head = plain.slice(0, 6);
  const tail = plain.slice(6);
  for (const [writing, value] of Object.entries({
    'a hyphen': hyphened,
    'ten digits after a label': plain,
    'a space': `${head} ${tail}`,
    'a hyphen with spaces': `${head} - ${tail}`,
    'an en dash': `${head}–${tail}`,
    'a non-breaking hyphen': `${head}\u2011${tail}`,
    'a no-break space': `${head}\u00a0${tail}`,
    'spaces between the parts': `${head.slice(0, 2)} ${head.slice(2, 4)} ${head.slice(4)} ${tail}`,
    'dots between the parts': `${head.slice(0, 2)}.${head.slice(2, 4)}.${head.slice(4)}-${tail}`,
  })) {
    it(`are found when written with ${writing}`, () => {
      assert.deepEqual(found('DK_CPR', `Vedr. CPR-nr.: ${value}, som aftalt`), [value]);
    });
  }

  it('are found with a hyphen and no words beside them', () => {
    assert.ok(confidence('DK_CPR', `Hansen ${hyphened} flytter`) >= 0.95);
  });
  it('are found without hyphen or words when modulus 11 holds', () => {
    assert.deepEqual(found('DK_CPR', `Hansen ${plain} flytter`), [plain]);
  });
  it('are not reported without hyphen, words and modulus 11', () => {
    assert.deepEqual(found('DK_CPR', `Hansen ${failing} flytter`), []);
  });
  it('since 2007 are found when modulus 11 fails', () => {
    assert.deepEqual(found('DK_CPR', `barnet ${withHyphen(since2007)} er indmeldt`), [withHyphen(since2007)]);
  });
  it('since 2007 that fail modulus 11 are believed without hyphen when a word names them', () => {
    assert.ok(confidence('DK_CPR', `personnummer ${since2007}`) > 0.9);
  });
  it('are found when modulus 11 fails but a word names them', () => {
    assert.deepEqual(found('DK_CPR', `CPR: ${failing}`), [failing]);
  });
  it('are found with the label on the line above, as in a form', () => {
    assert.ok(codes('DK_CPR', `Navn\nCPR-nummer\n${plain}\n`).includes('cpr.context-names-it'));
  });
  it('are found with the words after them', () => {
    assert.ok(codes('DK_CPR', `${hyphened} er personnummeret for hende`).includes('cpr.context-names-it'));
  });
  it('are found right after a label without space', () => {
    assert.deepEqual(found('DK_CPR', `cpr-nr${plain}`), [plain]);
  });
  it('are found at both ends of a text', () => {
    assert.deepEqual(found('DK_CPR', `${hyphened}\n${hyphened}`), [hyphened, hyphened]);
  });

  it('are named by their column in a table', () => {
    const context = { columns: ['Navn', 'CPR-nr.', 'Ordrenr.'] };
    assert.ok(confidence('DK_CPR', `Anna\t${since2007}\t77\n`, context) > 0.9);
  });
  it('are named by a header row in the text itself', () => {
    const text = `Medarbejdere\n\nNavn\tCPR\tOrdrenr.\nAnna\t${since2007}\t${plain}\nBo\t${since2007}\t${plain}\n`;
    assert.deepEqual(found('DK_CPR', text), [since2007, since2007]);
  });
  it('are not taken from a column of item numbers under a header row in the text', () => {
    const text = `Varenr.      Vare          Antal\n-----\n${hyphened}  Lænestol      20\n${hyphened}  Bænk          14\n`;
    assert.deepEqual(found('DK_CPR', text), []);
  });
  it('are not taken from the first column of a header row that a PDF gave with single spaces', () => {
    assert.deepEqual(found('DK_CPR', `Varenr. Vare Antal Pris\n${hyphened} Lænestol 2 7.730,00\n`), []);
  });
  it('are found again after the table has ended', () => {
    const text = `Varenr.\tVare\tAntal\n${hyphened}\tStol\t2\n\nMed venlig hilsen\nAnna, ${hyphened}\n`;
    assert.deepEqual(
      findingsOf('DK_CPR', text).map(({ start }) => start),
      [text.lastIndexOf(hyphened)],
    );
  });
  it('are not looked for in a column of another kind', () => {
    assert.deepEqual(
      found('DK_CPR', `Anna\t77\t${plain}\n`, { columns: ['Navn', 'CPR-nr.', 'Ordrenr.'] }),
      [],
    );
  });
  it('are found in the right column when the text begins inside a row', () => {
    assert.deepEqual(
      found('DK_CPR', `${plain}\t${plain}\n`, { columns: ['Ordrenr.', 'Varenr.', 'CPR'], firstCell: 1 }),
      [plain],
    );
  });

  it('stay found when the word order number stands far away', () => {
    assert.ok(
      confidence(
        'DK_CPR',
        `Ordrenummer: se bilag. ${'Teksten fortsætter her. '.repeat(10)}\nHansen ${hyphened}`,
      ) > 0.9,
    );
  });
  it('stay found when a phone number with its label stands between', () => {
    assert.ok(confidence('DK_CPR', `tlf. 23 45 67 89, ${hyphened}`) > 0.9);
  });
  it('stay found in rows whose order numbers are ten digits too', () => {
    const people = Array.from({ length: 30 }, (_, at) => withHyphen(inventedCpr('070761', 4000 + at * 30)));
    const text = people.map((number, at) => `${String(4700000000 + at * 7919)} Hansen ${number}\n`).join('');
    assert.deepEqual(found('DK_CPR', text), people);
  });
  it('stay found among ten-digit numbers when their own name stands right before them', () => {
    const log = Array.from({ length: 8 }, (_, at) => `job=${4711000000 + at * 104729}`);
    log.splice(4, 0, `cpr=${plain}`);
    assert.deepEqual(found('DK_CPR', log.join(' ')), [plain]);
  });
  for (const text of [
    `Tak for din ordre. Kunden er ${plain} og bor i Odense.`,
    `Ordrenummer mangler. ${plain} har ringet.`,
    `Faktura sendt til Anna Krogh, ${plain}`,
    `Faktura til ${hyphened}`,
    `Lønseddel_${plain}_2024.pdf`,
  ]) {
    it(`stay believed after words that are not theirs: ${text.replaceAll(/\d/g, '#')}`, () => {
      assert.ok(confidence('DK_CPR', text) >= 0.5);
    });
  }
  for (const label of ['CPR/CVR-nr.:', 'CVR/CPR:', 'Personnr./CVR-nr.', 'cpr- eller cvr-nr.']) {
    it(`are named by a label that leaves a choice: ${label}`, () => {
      assert.ok(confidence('DK_CPR', `${label} ${plain}`) > 0.9);
    });
  }
  it('are believed with a hyphen in a column of members, not in one of orders', () => {
    const inColumn = (title: string) =>
      confidence('DK_CPR', `Anna Krogh\t${hyphened}\n`, { columns: ['Navn', title] });
    assert.ok(inColumn('Medlemsnr.') >= 0.5);
    assert.ok(inColumn('Ordrenr.') < 0.4);
  });
  it('are named by a column that leaves a choice', () => {
    const context = { columns: ['Navn', 'CPR/CVR'] };
    assert.ok(confidence('DK_CPR', `Anna Krogh\t${plain}\n`, context) > 0.9);
  });
  it('are named by a word before an enumeration', () => {
    const other = inventedCpr('120348', 3100);
    assert.ok(confidence('DK_CPR', `CPR-numrene ${plain} og ${other}`) > 0.9);
    assert.equal(found('DK_CPR', `CPR-numrene ${plain} og ${other}`).length, 2);
  });
  it('are not what the number of another writing beside them is', () => {
    assert.ok(confidence('DK_CPR', `stod i sag 2019-123456 og ${plain} i den anden`) >= 0.5);
  });
  it('raise each other in a list', () => {
    const list = [0, 1, 2, 3].map((at) => inventedCpr('070761', 4000 + at * 50)).join(' og ');
    assert.ok(codes('DK_CPR', list).includes('cpr.neighbours-are-cpr'));
  });
});

describe('near-misses of CPR numbers', () => {
  for (const label of [
    'Ordrenr.',
    'ordrenummer',
    'Order number',
    'Fakturanr.:',
    'fak-nr',
    'Varenr.',
    'P-nr.',
    'p-nummer',
    'P.nr',
    'CVR-nr.',
    'Kontonr.',
    'Tracking',
    'Kundenr.',
    'Sagsnr.',
    'Telefon:',
    'SKU',
  ]) {
    it(`are not believed after "${label}"`, () => {
      assert.ok(confidence('DK_CPR', `${label} ${plain}`) < 0.4);
    });
  }
  for (const [what, text] of Object.entries({
    'a day that is none': inventedCpr('320161', 4000),
    'a 29 February of a common year': `CPR ${withHyphen(inventedCpr('290261', 4000))}`,
    'the serial 0000': 'CPR 070761-0000',
    'eleven digits': `CPR ${plain}1`,
    'a code with letters': `AB${plain}`,
    'a P-number': inventedCpr('100285', 4000),
    'an amount': `${plain},50`,
    'a part of a longer number': `12-${plain}-01`,
  })) {
    it(`are not reported: ${what}`, () => {
      assert.deepEqual(found('DK_CPR', text), []);
    });
  }
  it('are not reported among numbers that are no dates', () => {
    const numbers = Array.from({ length: 12 }, (_, at) => String(4711000000 + at * 104729));
    numbers.splice(6, 0, plain);
    assert.deepEqual(found('DK_CPR', numbers.join('\n')), []);
  });
  it('are not believed in an enumeration of order numbers', () => {
    assert.ok(confidence('DK_CPR', `ordrenumre 4711000000, ${plain} og 9833104729`) < 0.4);
    assert.ok(confidence('DK_CPR', `vi har 4711000000, ${plain} og 9833104729 liggende`) < 0.4);
  });
  it('are not raised by hyphened numbers when they stand within a line', () => {
    const text = `${withHyphen(inventedCpr('120348', 3100))} og ${withHyphen(inventedCpr('150362', 3100))} er omfattet af aftale ${plain}.`;
    const last = findingsOf('DK_CPR', text).find(({ start }) => start === text.indexOf(plain));
    assert.ok(!last?.evidence.some(({ code }) => code === 'cpr.neighbours-are-cpr'));
  });
  it('with a birth that lies ahead are not even reported behind a label of something else', () => {
    assert.equal(confidence('DK_CPR', `Varenr. ${withHyphen(inventedCpr('070755', 5000))}`), 0);
  });
  it('with a birth that lies ahead are not believed', () => {
    assert.ok(confidence('DK_CPR', withHyphen(inventedCpr('070755', 5000))) < 0.5);
  });
  it('leave the label to the number that follows it', () => {
    assert.ok(confidence('DK_CPR', `${hyphened} ordrenr. 77`) > 0.9);
  });
});
