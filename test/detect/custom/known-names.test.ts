import assert from 'node:assert/strict';
import { createNameKnowledge } from '#detect/custom/known-names.ts';
import type { Finding } from '#detect/index.ts';

const knows = createNameKnowledge([
  { kind: 'employees', names: ['Mette Prøvesen', 'Holm, Anders', 'Bo'] },
  { kind: 'customers', names: ['Fatima El-Eksempel'] },
]);

function person(text: string, name: string, confidence = 0.5): Finding {
  const start = text.indexOf(name);
  return { type: 'PERSON', category: 'ordinary', start, end: start + name.length, confidence, evidence: [] };
}

const told = (text: string, findings: readonly Finding[] = []) =>
  knows(text, findings).map(({ start, end, confidence, evidence }) =>
    `${text.slice(start, end)} ${confidence} ${evidence.map(({ code }) => code).join(' ')}`.trim(),
  );

describe('the names that a company knows', () => {
  it('make a person surer', () => {
    const text = 'Kære Mette Prøvesen';
    assert.deepEqual(told(text, [person(text, 'Mette Prøvesen')]), [
      'Mette Prøvesen 0.98 names.known-employee',
    ]);
  });
  it('are found where the model saw nobody', () => {
    assert.deepEqual(told('mette prøvesen og FATIMA EL-EKSEMPEL'), [
      'mette prøvesen 0.98 names.known-employee',
      'FATIMA EL-EKSEMPEL 0.98 names.known-customer',
    ]);
  });
  it('are found with the surname first, whichever way they were listed', () => {
    assert.deepEqual(told('Prøvesen, Mette; Anders Holm').length, 2);
  });
  it('are found in the genitive', () => {
    assert.deepEqual(told('Anders Holms mappe'), ['Anders Holms 0.98 names.known-employee']);
  });
  it('are not a given name alone', () => {
    assert.deepEqual(told('Bo og Mette'), []);
  });
  it('are not part of other words', () => {
    assert.deepEqual(told('Anders Holmgård'), []);
  });
  it('are not part of a longer name', () => {
    const text = 'Ida Mette Prøvesen';
    assert.deepEqual(told(text, [person(text, 'Ida Mette Prøvesen')]), ['Ida Mette Prøvesen 0.5']);
  });
  it('leave everything else as it is', () => {
    const text = 'Mette Prøvesen, mette@example.dk';
    const mail: Finding = { ...person(text, 'mette@example.dk'), type: 'EMAIL_ADDRESS' };
    assert.ok(knows(text, [mail]).includes(mail));
  });
});
