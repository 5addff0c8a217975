import assert from 'node:assert/strict';
import { found } from '../found.ts';
import { names } from './model.ts';

const places = (text: string): string[] => found('LOCATION', text, { names });

const ADDRESSES: readonly [string, string][] = [
  ['with all parts', 'Nørregade 12, 2. tv., 2100 København Ø'],
  ['with a letter and the ground floor', 'Vestergade 3 B, st. th., 8000 Aarhus C'],
  ['without a floor', 'Skovbrynet 7, 3460 Birkerød'],
  ['over a line break', 'Østerbrogade 112, 4. th.,\n2100 København Ø'],
  ['named after a person', 'H.C. Andersens Boulevard 44, 1553 København V'],
  ['in capitals', 'ØSTERBROGADE 112, 4. TH., 2100 KØBENHAVN Ø'],
  ['without a town', 'Søndergade 4'],
  ['of several words', 'Ny Østergade 14, 4000 Roskilde'],
  ['in Norway', 'Storgata 12, 0155 Oslo'],
  ['in Germany', 'Hauptstraße 12, 10115 Berlin'],
  ['in Germany, of a street that ends as none does', 'Unter den Linden 77, 10117 Berlin'],
];

describe('an address', () => {
  for (const [what, address] of ADDRESSES) {
    it(`${what} is one place`, () => {
      assert.deepEqual(places(`Hun bor på ${address}.`), [address]);
    });
  }
  it('ends with the district, not with the next sentence', () => {
    const [place] = places('Han bor på Nørregade 12, 2100 København Ø. Sagsbehandleren ringer.');
    assert.equal(place, 'Nørregade 12, 2100 København Ø');
  });
  it('is not made of a number behind a plain word', () => {
    assert.deepEqual(places('Se tabel 12 og bilag 3, side 44.'), []);
  });
  it('is not the docket of a German court', () => {
    assert.deepEqual(
      places('BGH, Urteil vom 5. Juni 2014 - 2 StR 381/13').filter((place) => place.includes('StR')),
      [],
    );
  });
  it('is not a year behind a street', () => {
    assert.deepEqual(
      places('Vi flyttede fra Nørregade i 1998.').filter((place) => place.includes('1998')),
      [],
    );
  });
});

describe('a place', () => {
  it('is found without its capital', () => {
    assert.deepEqual(places('vi ses i aalborg i morgen'), ['aalborg']);
  });
  it('takes its postcode along', () => {
    assert.deepEqual(places('Postadresse: 8000 Aarhus C'), ['8000 Aarhus C']);
  });
  it('does not take a year along', () => {
    assert.deepEqual(places('Det var i 1992 København var kulturby.'), ['København']);
  });
  it('is a country too', () => {
    assert.deepEqual(places('Hun er lige kommet hjem fra Norge.'), ['Norge']);
  });
});
