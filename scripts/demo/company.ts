import { danishIban } from './numbers.ts';
import { createPeople, ascii, phoneNumber, type Person } from './people.ts';
import type { Rng } from './rng.ts';

/** The invented company whose share this is. */
export interface Company {
  readonly name: string;
  readonly address: string;
  readonly cvr: string;
  readonly phone: string;
  readonly iban: string;
  readonly staff: readonly Employee[];
  readonly board: readonly Person[];
  readonly customers: readonly Person[];
  readonly applicants: readonly Person[];
  readonly suppliers: readonly Supplier[];
}

export interface Employee extends Person {
  readonly workMail: string;
  readonly workPhone: string;
  readonly job: string;
  readonly department: string;
  readonly number: string;
  readonly hired: number;
  readonly salary: number;
  readonly relative: Person;
}

export interface Supplier {
  readonly name: string;
  readonly contact: Person;
  readonly mail: string;
  readonly phone: string;
  readonly iban: string;
}

export const MAIL_HOST = 'fjordby-moebler.example';

export function createCompany(rng: Rng): Company {
  const person = createPeople(rng.fork('people'));
  const staff = Array.from({ length: 64 }, (_, at) => employee(rng, person, at));
  return {
    name: 'Fjordby Møbler A/S',
    address: 'Havnekajen 14, 9999 Fjordby',
    cvr: '12 80 46 29',
    phone: phoneNumber(rng),
    iban: danishIban(rng),
    staff,
    board: Array.from({ length: 6 }, () => person(1946, 1975)),
    customers: Array.from({ length: 320 }, () => person(1934, 2004)),
    applicants: Array.from({ length: 70 }, () => person(1960, 2007)),
    suppliers: SUPPLIERS.map((name) => supplier(rng, name, person(1958, 1995))),
  };
}

/** One of the staff who does such a job, for signatures: always the same few, as in a real house. */
export function employeeOf(company: Company, department: string): Employee {
  const found = company.staff.find((one) => one.department === department);
  if (!found) throw new Error(`nobody works in ${department}`);
  return found;
}

function employee(rng: Rng, person: (from: number, to: number) => Person, at: number): Employee {
  const self = person(1958, 2005);
  const [job, department] = JOBS[at % JOBS.length] ?? ['Medarbejder', 'Produktion'];
  return {
    ...self,
    workMail: `${ascii(self.given).slice(0, 2)}${ascii(self.family.split(' ').at(-1) ?? '').slice(0, 2)}${at}@${MAIL_HOST}`,
    workPhone: phoneNumber(rng),
    job,
    department,
    number: String(1001 + at * 3),
    hired: rng.int(Math.max(1992, self.born.year + 18), 2025),
    salary: rng.int(268, 612) * 100,
    relative: person(1940, 2000),
  };
}

function supplier(rng: Rng, name: string, contact: Person): Supplier {
  const host = `${ascii(name.split(' ')[0] ?? '')}.example`;
  return {
    name,
    contact,
    mail: `${rng.pick(['faktura', 'salg', 'kontakt', 'ordre'])}@${host}`,
    phone: phoneNumber(rng),
    iban: danishIban(rng),
  };
}

const JOBS: readonly (readonly [string, string])[] = [
  ['Direktør', 'Ledelse'],
  ['HR-chef', 'HR'],
  ['Lønansvarlig', 'Løn'],
  ['Økonomichef', 'Økonomi'],
  ['Salgschef', 'Salg'],
  ['It-ansvarlig', 'IT'],
  ['Kundeservicechef', 'Kundeservice'],
  ['Marketingkoordinator', 'Marketing'],
  ['Produktionschef', 'Produktion'],
  ['Jurist', 'Jura'],
  ['Møbelsnedker', 'Produktion'],
  ['Maskinsnedker', 'Produktion'],
  ['Lagermedarbejder', 'Lager'],
  ['Chauffør', 'Lager'],
  ['Butiksassistent', 'Salg'],
  ['Kundekonsulent', 'Kundeservice'],
  ['Møbelpolstrer', 'Produktion'],
  ['Bogholder', 'Økonomi'],
  ['Indkøber', 'Indkøb'],
  ['Lærling', 'Produktion'],
];

const SUPPLIERS = [
  'Nordtræ Savværk ApS',
  'Tekstilhuset Vibe A/S',
  'Beslag og Skruer I/S',
  'Lakgrossisten A/S',
  'Emballage Nord ApS',
  'Kontorforsyningen Ådal',
  'Fjordby Fragt ApS',
  'Skumgummifabrikken A/S',
  'Rengøringsselskabet Blank',
  'Elektro Sydhavn ApS',
];
