import assert from 'node:assert/strict';
import { readNameList } from '#rules/name-list.ts';

const names = (text: string) => readNameList(text).people.map(({ name }) => name);

describe('a list of names that was pasted', () => {
  it('may be names alone', () => {
    assert.deepEqual(names('Mette Prøvesen\r\n\nBo  Eksempel\n'), ['Mette Prøvesen', 'Bo Eksempel']);
  });
  it('may be surnames first', () => {
    assert.deepEqual(names('Prøvesen, Mette\nEksempel, Bo'), ['Prøvesen, Mette', 'Eksempel, Bo']);
  });
  it('is told by its headers', () => {
    const text = 'Medarbejdernr.;Navn;E-mail;CPR-nr.\n17;Mette Prøvesen;mette@example.dk;070761-4285\n';
    assert.deepEqual(readNameList(text).people, [
      { name: 'Mette Prøvesen', email: 'mette@example.dk', number: '17', cpr: '070761-4285' },
    ]);
  });
  it('puts given name and surname together', () => {
    assert.deepEqual(names('First name\tLast name\nMette\tPrøvesen'), ['Mette Prøvesen']);
    assert.deepEqual(names('Efternavn;Fornavn\nPrøvesen;Mette'), ['Mette Prøvesen']);
  });
  it('takes quoted cells with the separator in them for one', () => {
    assert.deepEqual(names('Navn,E-mail\n"Prøvesen, ""Mette""",m@example.dk'), ['Prøvesen, "Mette"']);
  });
  it('finds the address of mail without headers', () => {
    const [person] = readNameList('Mette Prøvesen;mette@example.dk').people;
    assert.deepEqual([person?.name, person?.email], ['Mette Prøvesen', 'mette@example.dk']);
  });
  it('counts the lines that hold no name', () => {
    const { people, unread } = readNameList('Navn;E-mail\n;a@example.dk\nBo Eksempel;b@example.dk\n');
    assert.deepEqual([people.length, unread], [1, 1]);
  });
});
