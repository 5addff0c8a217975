import assert from 'node:assert/strict';
import { codes, confidence, found } from '../found.ts';
import { names } from './model.ts';

const persons = (text: string, columns?: readonly string[]): string[] =>
  found('PERSON', text, columns ? { names, columns } : { names });

/** Writing, a text, and the people in it. */
const WRITINGS: readonly [string, string, readonly string[]][] = [
  ['a sentence', 'Vi har talt med Kirsten Østergaard om sagen.', ['Kirsten Østergaard']],
  ['a genitive', 'Det er Mettes bil, der holder udenfor.', ['Mettes']],
  ['an initial', 'Referent: Pernille W. Thorup', ['Pernille W. Thorup']],
  ['a hyphen', 'Jeg spørger lige Anne-Lise Bach-Madsen i morgen.', ['Anne-Lise Bach-Madsen']],
  [
    'a line break in running text',
    'Efter et kort ophold i udlandet blev hun gift med Otto\nBækgaard, som hun havde kendt fra barn.',
    ['Otto\nBækgaard'],
  ],
  ['surname first', 'Holm, Jens\nKrogh, Pia\n', ['Holm, Jens', 'Krogh, Pia']],
  ['a list', 'Deltagere:\nLise Damgaard\nOmar Haddad\n', ['Lise Damgaard', 'Omar Haddad']],
  ['capitals', 'LEJER: KARIN ELISABETH FREDSLUND', ['KARIN ELISABETH FREDSLUND']],
  ['chat', 'jonas: hej camilla har du set morten', ['jonas', 'camilla', 'morten']],
  ['a chat with capitals of who speaks', 'Mette: har du set jonas i aalborg?', ['Mette', 'jonas']],
  ['a name of East Asia, surname first', 'Zhang Wei har søgt om orlov.', ['Zhang Wei']],
  ['a signature', 'Tak for i dag.\n\nHilsen\nSolveig', ['Solveig']],
  ['an order of speakers', 'Borgmester Birger Klitgaard (V): Værsgo, Nete.', ['Birger Klitgaard', 'Nete']],
  ['a debate', 'Stig Malling (V): Tak til fru Jytte Kragelund.', ['Stig Malling', 'Jytte Kragelund']],
  ['cells that gaps part', 'Omar Haddad          Lagerchef       35.500', ['Omar Haddad']],
  ['Norwegian', 'Jeg har snakket med Ragnhild Haugen i går.', ['Ragnhild Haugen']],
  ['Swedish', 'Vi har pratat med Göran Lindqvist om avtalet.', ['Göran Lindqvist']],
  ['English', 'We spoke to Margaret Thompson about the contract.', ['Margaret Thompson']],
  ['German', 'Wir haben mit Herrn Thomas Schneider gesprochen.', ['Thomas Schneider']],
];

/** What is named after people, or looks like it. */
const NEAR_MISSES: readonly [string, string][] = [
  ['companies', 'Vi køber ind hos Novo Nordisk og Carlsberg.'],
  ['a company with its form', 'Fakturaen er fra Holm Auto ApS.'],
  ['a street', 'Vi mødes på H.C. Andersens Boulevard i morgen.'],
  ['months and days', 'Mandag den 3. maj og tirsdag i august er der lukket.'],
  ['a heading', 'Indledning og Baggrund\n\nFormål og Metode\n'],
  ['programs', 'Windows skal opdateres, og Outlook virker ikke.'],
  ['plain sentences', 'Svar venligst i dag. Tak for hjælpen. Huset er solgt.'],
];

describe('persons', () => {
  for (const [writing, text, expected] of WRITINGS) {
    it(`are found in ${writing}`, () => {
      assert.deepEqual(persons(text), expected);
    });
  }
  for (const [what, text] of NEAR_MISSES) {
    it(`are not ${what}`, () => {
      assert.deepEqual(persons(text), []);
    });
  }
  it('are found in a column that a header names, whatever the names', () => {
    assert.deepEqual(persons('Xqwertz Plonk\t12\n', ['Kontaktperson', 'Antal']), ['Xqwertz Plonk']);
  });
  it('are not the header of their own column', () => {
    assert.deepEqual(persons('Kontaktperson\tAntal\nIda Holm\t12\n', ['Kontaktperson', 'Antal']), [
      'Ida Holm',
    ]);
  });
  it('are not found in a column of companies', () => {
    assert.deepEqual(persons('Carl Holm\t12\n', ['Firma', 'Antal']), []);
  });
  it('are found behind a label of a form, whatever the names', () => {
    assert.deepEqual(persons('Lejer: Xqwertz Plonk\nLejemål: 2. sal\n'), ['Xqwertz Plonk']);
  });
  it('are surer behind a label', () => {
    const alone = confidence('PERSON', 'Vi skrev til Kerte i maj.', { names });
    assert.ok(confidence('PERSON', 'Sagsbehandler: Kerte Holm', { names }) > alone);
  });
  it('say which evidence speaks for them', () => {
    assert.ok(codes('PERSON', 'Navn: Mette Hansen', { names }).includes('names.label-names-it'));
  });
  it('are not looked for without a model', () => {
    assert.deepEqual(found('PERSON', 'Vi har talt med Kirsten Østergaard.'), []);
  });
});
