import { cprNumber, danishIban, cardNumber, type Born } from './numbers.ts';
import type { Rng } from './rng.ts';

/** An invented person. All numbers are normalised: digits only, IBAN without spaces. */
export interface Person {
  readonly given: string;
  readonly family: string;
  readonly name: string;
  readonly gender: 'female' | 'male';
  readonly born: Born;
  readonly cpr: string;
  readonly mail: string;
  /** Eight digits. The series 67, 68 and 94 are spare in the Danish numbering plan of 2016. */
  readonly phone: string;
  readonly street: string;
  readonly town: string;
  readonly iban: string;
  readonly card: string;
}

/** Makes people who differ in name and CPR number from all that the same function has made before. */
export function createPeople(rng: Rng): (from: number, to: number) => Person {
  const taken = new Set<string>();
  return (from, to) => {
    for (;;) {
      const person = invent(rng, from, to);
      if (taken.has(person.name) || taken.has(person.cpr)) continue;
      taken.add(person.name).add(person.cpr);
      return person;
    }
  };
}

export function phoneNumber(rng: Rng): string {
  return rng.pick(['67', '68', '94']) + rng.digits(6);
}

function invent(rng: Rng, from: number, to: number): Person {
  const gender = rng.pick(['female', 'male'] as const);
  const names = rng.chance(0.8) ? DANISH : rng.pick(ELSEWHERE);
  const given = rng.pick(names[gender]);
  const middle = names === DANISH && rng.chance(0.25) ? `${rng.pick(MIDDLE)} ` : '';
  const family = middle + rng.pick(names.family);
  const newYear = rng.chance(0.05);
  const born = {
    year: rng.int(from, to),
    month: newYear ? 1 : rng.int(1, 12),
    day: newYear ? 1 : rng.int(1, 28),
  };
  const initials = rng.chance(0.25) ? String(rng.int(1, 99)) : '';
  return {
    given,
    family,
    name: `${given} ${family}`,
    gender,
    born,
    // Numbers that fail modulus 11 have been given out since 2007, all known ones to people born on 1 January.
    cpr: cprNumber(rng, born, gender, !newYear),
    mail: `${ascii(given)}.${ascii(family.split(' ').at(-1) ?? '')}${initials}@${rng.pick(MAIL_HOSTS)}`,
    phone: phoneNumber(rng),
    street: `${rng.pick(STREETS)} ${rng.int(1, 148)}${rng.pick(['', '', '', ', 1. tv.', ', 2. th.', ', st. mf.', ' B'])}`,
    town: rng.pick(TOWNS),
    iban: danishIban(rng),
    card: cardNumber(rng),
  };
}

/** A name as it goes into an address: mette.soeholm. */
export function ascii(name: string): string {
  const spelt = name.toLowerCase().replace(/æ/g, 'ae').replace(/ø/g, 'oe').replace(/å/g, 'aa');
  return spelt.normalize('NFD').replace(/[^a-z]/g, '');
}

// Reserved for documentation (RFC 2606): mail to these goes nowhere.
const MAIL_HOSTS = ['mail.example.com', 'post.example.org', 'example.net', 'example.com', 'privat.example'];

interface Names {
  readonly female: readonly string[];
  readonly male: readonly string[];
  readonly family: readonly string[];
}

const words = (list: string): readonly string[] => list.split(' ');

const DANISH: Names = {
  female: words(
    'Karen Mette Anne Kirsten Hanne Lone Camilla Louise Ida Emma Freja Sofie Caroline Maja Signe Astrid Gitte Birthe ' +
      'Jytte Inge Trine Rikke Pernille Charlotte Annette Bodil Åse Dorthe Ellen Frida Gerda Helle Inger Johanne Katrine ' +
      'Lærke Maren Nanna Oline Petra Ragnhild Sanne Tove Ulla Vibeke Ylva Sørine Anne-Marie Ann-Sofie',
  ),
  male: words(
    'Jens Peter Søren Lars Niels Henrik Thomas Morten Jesper Mads Rasmus Frederik Anders Bjarne Carsten Dennis Erik ' +
      'Flemming Gustav Holger Ib Jørgen Kaj Kåre Leif Magnus Nikolaj Oskar Poul Rune Steen Torben Uffe Viggo William ' +
      'Åge Ebbe Lauge Mikkel Oliver Preben Svend Tobias Valdemar Hans-Peter Karl-Emil',
  ),
  family: words(
    'Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen Kristensen ' +
      'Olsen Thomsen Christiansen Poulsen Johansen Møller Mortensen Holm Lund Kjær Bach Vestergaard Søndergaard Østergaard ' +
      'Nørgaard Bjerregaard Krogh Juhl Brandt Skov Dahl Winther Fribørg Hedelund Strandby Klitmark Tangaa Enghave Rødkilde ' +
      'Bækholt Ågren Myrup Tværmose Sandklint Langelykke Vibeholm Kragelund',
  ),
};

const MIDDLE = words('Bruun Holst Toft Friis Lykke Bech Gade Riis Bang Højer');

const ELSEWHERE: readonly Names[] = [
  {
    female: words('Fatima Aisha Leyla Yasmin Noor Zahra'),
    male: words('Mohammed Ahmed Omar Hassan Yusuf Karim'),
    family: words('Al-Khatib Haddad Rahimi Nasser El-Masri Barakat'),
  },
  {
    female: words('Agnieszka Katarzyna Zofia Małgorzata'),
    male: words('Tomasz Paweł Krzysztof Łukasz'),
    family: words('Kowalczyk Nowicka-Lis Wiśniewski Zieliński Dąbrowski'),
  },
  {
    female: words('Elif Zeynep Ayşe Emine'),
    male: words('Emre Mehmet Burak Yılmaz'),
    family: words('Demirtaş Kaya Öztürk Şahin Çelik'),
  },
  {
    female: words('Linh Thuy Priya Kavitha Mei'),
    male: words('Minh Duc Ravi Suresh Wei'),
    family: words('Nguyen Tran Sivakumar Rajendran Zhang'),
  },
  {
    female: words('Aviâja Naja Paninnguaq Hodan Amina'),
    male: words('Malik Inuk Aqqaluk Abdi Jamal'),
    family: words('Kleist Petrussen Olsvig Warsame Jama'),
  },
];

const STREETS = [
  'Klitrosevej',
  'Gammel Havnegade',
  'Bøgelunden',
  'Skovløbervej',
  'Nørre Allé',
  'Søbakken',
  'Møllestien',
  'Ved Åen',
  'Rødtjørnsvænget',
  'Kirkestræde',
  'Strandengen',
  'Lærkedalen',
  'Bakkedraget',
  'Fiskergyde',
  'Hovedgaden',
];

const TOWNS = [
  '9999 Fjordby',
  '9998 Vestervig Strand',
  '9997 Nørrekøbing',
  '9996 Lillehavn',
  '9995 Øster Ådal',
  '9994 Mellemsø',
];
