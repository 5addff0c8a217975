import assert from 'node:assert/strict';
import type { FindingType } from '#detect/index.ts';
import { codes, confidence, found } from '../found.ts';
import { names } from '../names/model.ts';

/** A text that says it of somebody, and one with the same word that says it of nobody. */
const PAIRS: readonly [FindingType, string, string, string][] = [
  ['HEALTH', 'a name before it', 'Line Borup har diabetes.', 'Foreningen udgiver en pjece om diabetes.'],
  ['HEALTH', 'a pronoun', 'Hun fik konstateret leukæmi.', 'Forskning i leukæmi støttes af fonden.'],
  ['HEALTH', 'the first person', 'I was diagnosed with lupus.', 'Lupus: causes and treatment explained.'],
  ['HEALTH', 'one role', 'Medarbejderen er sygemeldt.', 'Alle sygemeldte indkaldes, jf. lovens § 7.'],
  ['HEALTH', 'an inflected word', 'Hans sygemeldinger bekymrer os.', 'Vejledning om sygemeldinger.'],
  ['HEALTH', 'a negation', 'Han er ikke alkoholiker.', 'Alkoholpolitikken omtaler alkoholikere.'],
  ['TRADE_UNION', 'a membership', 'Mette Hansen er medlem af HK.', 'HK og arbejdsgiverne forhandler.'],
  ['RELIGION', 'a belief', 'Jeg er katolik.', 'Den katolske kirke i byen åbner kl. 9.'],
  ['POLITICS', 'a capital', 'Hun stemmer på Venstre.', 'Hun drejer til venstre.'],
  ['CRIMINAL_OFFENCE', 'a sentence', 'Peter Dam blev dømt for vold.', 'Straffeloven omtaler vold.'],
  ['FINANCES', 'a debt', 'Hans gæld er på 90.000 kr.', 'Reglerne gælder for alle.'],
  ['DISMISSAL', 'a dismissal', 'Ida Holm er blevet afskediget.', 'Regler for afskedigelse.'],
];

/** The other languages. */
const ELSEWHERE: readonly [FindingType, string][] = [
  ['HEALTH', 'Hon är sjukskriven sedan mars.'],
  ['HEALTH', 'Han ble sykmeldt i går.'],
  ['HEALTH', 'Frau Anna Schmidt ist krankgeschrieben.'],
  ['TRADE_UNION', 'Hun er tillitsvalgt i Fagforbundet.'],
  ['RELIGION', 'Er ist konfessionslos, seine Konfession wurde geändert.'],
  ['CRIMINAL_OFFENCE', 'Han dömdes för stöld.'],
];

describe('a special category', () => {
  for (const [type, what, about, not] of PAIRS) {
    it(`is found by ${what}: ${type}`, () => {
      assert.notDeepEqual(found(type, about, { names }), []);
    });
    it(`is not found where nobody is meant, unlike ${what}: ${type}`, () => {
      assert.deepEqual(found(type, not, { names }), []);
    });
  }
  for (const [type, text] of ELSEWHERE) {
    it(`is found in another language: ${text}`, () => {
      assert.notDeepEqual(found(type, text, { names }), []);
    });
  }
  it('lets a name stand beside it', () => {
    assert.deepEqual(found('PERSON', 'Mette Hansen er sygemeldt.', { names }), ['Mette Hansen']);
  });
  it('is no part of a longer name', () => {
    assert.deepEqual(found('RELIGION', 'Peter Christian Holm har sin bil her.', { names }), []);
  });
  it('is surer beside a name than beside none', () => {
    const beside = confidence('HEALTH', 'Mette Hansen er sygemeldt.', { names });
    assert.ok(beside > confidence('HEALTH', 'er sygemeldt', { names }));
  });
  it('is surer with a CPR number beside it', () => {
    const text = 'Vedr. 070761-4285: sygemeldt';
    assert.ok(codes('HEALTH', text, { names }).includes('category.number-of-somebody-beside'));
  });
  it('counts the name that a letter is to', () => {
    const letter = 'Kære Mette Hansen\n\nTak for mødet i tirsdags.\n\nVi noterer depression som årsag.\n';
    assert.ok(codes('HEALTH', letter, { names }).includes('category.paper-of-somebody'));
  });
  it('counts a year of long ago against it', () => {
    const text = 'Digteren Hans Holm blev indlagt i 1834.';
    assert.ok(codes('HEALTH', text, { names }).includes('category.of-long-ago'));
  });
  it('is not found in a form that is not filled in', () => {
    assert.deepEqual(found('HEALTH', 'Diagnose: ________ Patientens navn: ________', { names }), []);
  });
  it('is surer among others of its kind', () => {
    const file =
      'Lasse Brandt, udvikler\n\nNakkesmerter siden maj\nHovedpine dagligt\nAnsigtssmerter\nSvimmelhed\n';
    assert.ok(codes('HEALTH', file, { names }).includes('category.others-of-its-kind-near'));
  });
  it('is not found in a glossary', () => {
    const glossary =
      'angst, astma, eksem, gigt, hiv, kol, migræne, psykose, demens, epilepsi, prolaps, '.repeat(4);
    assert.deepEqual(found('HEALTH', `Hun ${glossary}`, { names }), []);
  });
  it('is a payslip when an amount stands behind its labels', () => {
    const payslip = 'Medarbejder: Bo Krag\nA-skat      -7.112,00\nNetto       17.023,55\n';
    assert.deepEqual(found('FINANCES', payslip, { names }), ['A-skat', 'Netto']);
  });
});
