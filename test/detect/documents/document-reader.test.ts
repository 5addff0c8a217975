import assert from 'node:assert/strict';
import { createDocumentReader, DOCUMENT_KINDS, EXPERIMENTAL_KINDS, type FindingType } from '#detect/index.ts';

const OWN = { path: [] };

const PAYSLIP = `Lønseddel\nLønperiode: 01.05 - 31.05\nMånedsløn 31.000,00\nAM-bidrag -2.480,00\nA-skat -8.100,00\nUdbetales til konto 20.420,00\n`;
const SICK_NOTE = `Lægeerklæring\nUndertegnede læge erklærer, at Bo Dam har været uarbejdsdygtig på grund af sygdom fra den 3. maj til og med den 9. maj.\nDiagnose: influenza\nLæge I. Krarup\n`;
const MAIL = 'Kære Lis. Her er det, vi talte om i går. Hilsen Bo\n';

function kindOf(
  parts: readonly { text: string; path?: readonly string[]; found?: readonly FindingType[] }[],
  name = '',
) {
  const reader = createDocumentReader(name);
  for (const { text, path = [], found = [] } of parts) {
    reader.push(text, { path });
    for (const type of found) reader.found(type, { path });
  }
  return reader.finish();
}

describe('the kind of a document', () => {
  it('is told of a payslip, and why', () => {
    const type = kindOf([{ text: PAYSLIP, found: ['PERSON', 'DK_CPR'] }]);
    assert.equal(type?.kind, 'payslip');
    assert.ok(type.evidence.some(({ code }) => code === 'document.payslip.deductions'));
  });
  it('is not told of a form that nobody has filled in', () => {
    const form = 'Lønseddel\nNavn: ________\nLønperiode: ________\nMånedsløn: ________\nA-skat: ________\n';
    assert.equal(kindOf([{ text: form }]), null);
  });
  it('is not told of an article about such documents', () => {
    const article =
      'Sådan læser du din lønseddel\n\nØverst står din månedsløn. Derefter trækkes ATP og AM-bidrag, før skatten beregnes. Du bør altid kontrollere dine feriedage. Spørg din tillidsrepræsentant, hvis du er i tvivl.';
    assert.equal(kindOf([{ text: article }]), null);
  });
  it('is not told of a text without a sign of any', () => {
    assert.equal(kindOf([{ text: MAIL, found: ['PERSON'] }]), null);
  });
  it('is not told of an empty file', () => {
    assert.equal(kindOf([]), null);
  });
  it('is the same however the text is cut', () => {
    const whole = kindOf([{ text: SICK_NOTE, found: ['PERSON'] }]);
    const pieces = Array.from(SICK_NOTE, (text) => ({ text }));
    assert.deepEqual(kindOf([...pieces, { text: '', found: ['PERSON'] }]), whole);
  });
  it('is told of the beginning of a text without end, and its end', () => {
    const filler = 'og så videre om vind og vejr\n'.repeat(200);
    const long = Array.from({ length: 300 }, () => ({ text: filler }));
    const type = kindOf([{ text: PAYSLIP.repeat(3), found: ['PERSON', 'DK_CPR'] }, ...long]);
    assert.equal(type?.kind, 'payslip');
  });
  it('is that of a file inside when the file itself is of none, and says so', () => {
    const type = kindOf([
      { text: MAIL },
      { text: SICK_NOTE, path: ['note.pdf'], found: ['PERSON', 'HEALTH'] },
    ]);
    assert.equal(type?.kind, 'sick_note');
    assert.ok(type.evidence.some(({ code }) => code === 'document.in-a-part'));
  });
  it('is the gravest of those inside', () => {
    const type = kindOf([
      { text: PAYSLIP, path: ['one.txt'], found: ['PERSON', 'DK_CPR'] },
      { text: SICK_NOTE, path: ['two.txt'], found: ['PERSON', 'HEALTH', 'DK_CPR'] },
    ]);
    assert.equal(type?.kind, 'sick_note');
  });
  it('is read off the columns of a table, and how many people are in it', () => {
    const reader = createDocumentReader('Kundeliste 2024.xlsx');
    reader.push('1001\tBo Dam\tbo@example.dk\n', OWN, ['Kundenr.', 'Navn', 'E-mail', 'Telefon', 'Postnr.']);
    for (let person = 0; person < 12; person++) {
      reader.found('PERSON', OWN);
      reader.found('EMAIL_ADDRESS', OWN);
    }
    assert.equal(reader.finish()?.kind, 'customer_list');
  });
  it('is told of a machine-readable passport', () => {
    const text =
      'PAS PASSPORT\nSurname / Efternavn\nDAM\nGiven names\nBO\nNationality DANSK\nDate of expiry 01 JAN 2030\nAuthority\n';
    assert.equal(kindOf([{ text, found: ['MRZ', 'DK_PASSPORT', 'DATE_OF_BIRTH'] }])?.kind, 'passport');
  });
  it('never has a text of the file in its reasons', () => {
    const type = kindOf([{ text: SICK_NOTE, found: ['PERSON'] }], 'Bo Dam.docx');
    assert.ok(type?.evidence.every(({ code }) => /^document\.[a-z0-9.-]+$/.test(code)));
  });
  it('says which kinds are experiments, and only of kinds that there are', () => {
    assert.ok(EXPERIMENTAL_KINDS.every((kind) => DOCUMENT_KINDS.includes(kind)));
  });
});
