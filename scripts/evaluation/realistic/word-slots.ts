import type { Rng } from '../../demo/rng.ts';
import type { Slot } from './slot.ts';

/** Names, places and things. They stand around the numbers; whether names are found is measured elsewhere. */
export const WORD_SLOTS: Readonly<Record<string, Slot>> = {
  given: word((rng) => rng.pick(GIVEN)),
  family: word((rng) => rng.pick(FAMILY)),
  name: word((rng) => `${rng.pick(GIVEN)} ${rng.pick(FAMILY)}`),
  initials: word((rng) => rng.pick(['MHA', 'JPN', 'LKS', 'AB', 'TRØ', 'SIKR'])),
  title: word((rng) =>
    rng.pick(['lagermedarbejder', 'bogholder', 'sælger', 'montør', 'konsulent', 'pædagog']),
  ),
  company: word((rng) =>
    rng.pick([
      'Fjordby Møbler A/S',
      'Nordhavn Logistik ApS',
      'Tangvig & Søn',
      'Birkelund El',
      'Prøve Data A/S',
    ]),
  ),
  product: word((rng) =>
    rng.pick([
      'kontorstol',
      'hæve-sænkebord',
      'skærm 27"',
      'LED-pære E27',
      'printerpapir A4',
      'filter',
      'Bord 140x70',
      'kabel 3 m',
    ]),
  ),
  street: word(
    (rng) =>
      `${rng.pick(['Bøgevej', 'Havnegade', 'Nørre Allé', 'Kirkestien', 'Industrivej'])} ${rng.int(1, 99)}${rng.chance(0.3) ? `, ${rng.int(1, 5)}. ${rng.pick(['tv', 'th', 'mf'])}.` : ''}`,
  ),
};

export function town(rng: Rng): string {
  return rng.pick([
    '2300 København S',
    '8000 Aarhus C',
    '5000 Odense C',
    '9000 Aalborg',
    '6400 Sønderborg',
    '4000 Roskilde',
  ]);
}

/** A day in one of the writings of its language. */
export function day(rng: Rng, language: 'da' | 'en', year: number): string {
  const [date, month] = [rng.int(1, 28), rng.int(1, 12)];
  if (language === 'en') {
    return rng.pick([
      `${date} ${ENGLISH[month - 1]} ${year}`,
      `${twoDigits(date)}/${twoDigits(month)}/${year}`,
      `${ENGLISH[month - 1]} ${date}, ${year}`,
    ]);
  }
  return rng.pick([
    `${twoDigits(date)}.${twoDigits(month)}.${year}`,
    `${twoDigits(date)}-${twoDigits(month)}-${year}`,
    `${date}. ${DANISH[month - 1]} ${year}`,
    `${date}/${month} ${year}`,
  ]);
}

export function isoDay(rng: Rng, year: number): string {
  return `${year}-${twoDigits(rng.int(1, 12))}-${twoDigits(rng.int(1, 28))}`;
}

export function amPm(rng: Rng): string {
  return `${twoDigits(rng.int(0, 23))}:${twoDigits(rng.int(0, 59))}`;
}

export function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}

function word(make: (rng: Rng) => string): Slot {
  return { type: null, fill: ({ rng }) => make(rng) };
}

const DANISH = 'januar februar marts april maj juni juli august september oktober november december'.split(
  ' ',
);
const ENGLISH = 'January February March April May June July August September October November December'.split(
  ' ',
);
const GIVEN =
  'Anna Bo Carla Ditte Emil Freja Gert Hanne Ivan Jytte Kaj Line Mads Nanna Ole Pia Ravn Sanne Tove Ulla Viggo Aisha Marek Fatima'.split(
    ' ',
  );
const FAMILY =
  'Hansen Nielsen Østergaard Krogh Prøvesen Testrup Lund Bang Friis Dahl Møller Kjær Zielinski Yilmaz Aaberg Storm'.split(
    ' ',
  );
