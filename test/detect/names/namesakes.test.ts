import assert from 'node:assert/strict';
import { found } from '../found.ts';
import { names } from './model.ts';

const persons = (text: string): string[] => found('PERSON', text, { names });

/** What bears a person's name and is none. Written to be hard; nothing of it is in training. */
const NAMESAKES: readonly [string, string][] = [
  ['a boulevard', 'Vi mødes på H.C. Andersens Boulevard klokken ti.'],
  ['a square', 'Kontoret ligger på Ole Kirks Plads i Billund.'],
  ['a street of a square', 'Vi ses på Hans Broges Gade ved stationen.'],
  ['two partners with a form', 'Fakturaen fra Møller & Co ApS er betalt.'],
  ['two partners', 'Advokatfirmaet Thyregod & Bjerre fører sagen.'],
  ['a firm of brothers', 'Brdr. Hansen Entreprenørfirma graver.'],
  ['a beer', 'Han drikker helst Carlsberg og Tuborg.'],
  ['a restaurant', "Vi spiste på Jensen's Bøfhus i går."],
  ['a lamp', 'Lampen er fra Louis Poulsen.'],
  ['silver', 'Hun fik en skål fra Georg Jensen i gave.'],
  ['clothes', 'Tøjet er fra Hugo Boss og Tommy Hilfiger.'],
  ['a school', 'Hun læser på Niels Brock.'],
  ['a king on a ship', 'Skibet hedder Frederik VII og ligger i havnen.'],
  ['a disease', 'Hun har Crohns sygdom, og Alzheimer er i familien.'],
  ['a grant', 'Marie Curie-stipendiet blev uddelt i går.'],
  ['a hospital', 'Han er indlagt på Sct. Hans Hospital.'],
  ['a function', 'const most = Math.max(tally.ole, lines.hans);'],
  ['an appendix', 'Se bilag B og vitamin D i klasse 4.B.'],
];

/** The same names, borne by people. */
const PEOPLE: readonly [string, string][] = [
  ['Georg Jensen', 'Georg Jensen ringede i går om sin opsigelse.'],
  ['Louis Poulsen', 'Vi har talt med Louis Poulsen, som er sygemeldt.'],
  ['Carl Hansen', 'Carl Hansen og hans kone er flyttet.'],
  ['Pia Lorentzen', 'Mødet holdes hos Pia Lorentzen på torsdag.'],
  ['Lene', 'Lene & Tom kommer til festen.'],
  ['Ida_Holm', 'Filen Ida_Holm_kontrakt.pdf ligger på drevet.'],
  ['Per Juhl', 'Se H:\\Kontrakter\\Per Juhl\\løn.xlsx'],
  ['Abildgaard', 'Se Abildgaard.docx i mappen.'],
];

describe('what is named after people', () => {
  for (const [what, text] of NAMESAKES) {
    it(`is no person: ${what}`, () => {
      assert.deepEqual(persons(text), []);
    });
  }
  for (const [name, text] of PEOPLE) {
    it(`does not hide people of that name (${PEOPLE.findIndex(([other]) => other === name) + 1})`, () => {
      assert.ok(persons(text).includes(name));
    });
  }
});
