import { eastAsianName } from './east-asian-names.ts';
import { namesOf } from './lists.ts';
import type { GoldText } from './corpus.ts';

/** Names of people who do not exist, for training: from the name lists and from the family names of the corpora. */
export interface People {
  given(): string;
  surname(): string;
  /** A whole name in one of the ways in which people write it. */
  full(): string;
  company(): string;
}

/** @param corpora where family names of other countries come from: the last words of longer person names. */
export function inventPeople(dataFolder: string, corpora: readonly GoldText[], random: () => number): People {
  const female = namesOf(`${dataFolder}/names/first-names-female.jsonl`).map(capitalised);
  const male = namesOf(`${dataFolder}/names/first-names-male.jsonl`).map(capitalised);
  const surnames = namesOf(`${dataFolder}/names/surnames.jsonl`).map(capitalised);
  const abroad = familyNames(corpora);
  const pick = (list: readonly string[], most = list.length): string =>
    list[Math.floor(random() * Math.min(most, list.length))] ?? '';
  const listed = (): string => {
    const list = random() < 0.5 ? female : male;
    const chance = random();
    return pick(list, chance < 0.35 ? 400 : chance < 0.65 ? 4000 : 30_000);
  };
  /** "Mai-lin", as Korean and Chinese names are written here. */
  const syllables = (): string => {
    const short = (): string =>
      listed()
        .replace(/[\s'-].*/, '')
        .slice(0, 2 + Math.floor(random() * 3));
    return `${short()}-${short().toLowerCase()}`;
  };
  const given = (): string => (random() < 0.05 ? syllables() : listed());
  const surname = (): string => {
    const chance = random();
    if (chance < 0.35) return pick(surnames, 200);
    if (chance < 0.6) return pick(surnames);
    if (chance < 0.75) return pick(abroad);
    if (chance < 0.85) return pick(random() < 0.5 ? female : male, 30_000);
    if (chance < 0.9) return `${pick(['Al-', 'El-', 'Mc', "O'", 'Ben-', 'Van ', 'De '])}${pick(male, 8000)}`;
    if (chance < 0.95) return `${pick(surnames, 200)}-${pick(surnames, 400)}`;
    return pseudoName(pick(surnames), pick(male), random);
  };
  const initial = (): string => `${given().charAt(0)}.`;
  const company = (): string => {
    const chance = random();
    if (chance < 0.25) return `${surname()} ${pick(FORMS)}`;
    if (chance < 0.4) return `${surname()} & ${surname()} ${pick(FORMS)}`;
    if (chance < 0.5) return `${surname()} & ${pick(['Søn', 'Sønner', 'Co.'])}`;
    if (chance < 0.6)
      return `${given()} ${surname()} ${pick(['A/S', 'ApS', 'Holding', 'Gruppen', 'Fonden', 'Transport'])}`;
    if (chance < 0.65)
      return `${surname()}s ${pick(['Fond', 'Legat', 'Bageri', 'Auto', 'VVS', 'Boghandel', 'Eftf.'])}`;
    return pick(COMPANIES);
  };
  const full = (): string => {
    if (random() < EAST_ASIAN) return eastAsianName(random);
    const chance = random();
    if (chance < 0.5) return `${given()} ${surname()}`;
    if (chance < 0.66) return `${given()} ${surname()} ${surname()}`;
    if (chance < 0.76) return `${given()} ${initial()} ${surname()}`;
    if (chance < 0.86) return `${given()} ${given()} ${surname()}`;
    if (chance < 0.9) return `${initial()} ${surname()}`;
    if (chance < 0.92) return `${initial()}${initial()} ${surname()}`;
    if (chance < 0.95) return `${given()}-${given()} ${surname()}`;
    return `${given()} ${pick(PARTICLES)} ${surname()}`;
  };
  return { given, surname, full, company };
}

/** Share of the whole names: the lists and the corpora have few of them. */
const EAST_ASIAN = 0.08;

const PARTICLES = [
  'von',
  'van',
  'de',
  'al',
  'bin',
  'af',
  'di',
  'í',
  'á',
  'av',
  'da',
  'del',
  'la',
  'von der',
  'van der',
  'zu',
  'el',
  'dos',
];
const FORMS = [
  'A/S',
  'ApS',
  'I/S',
  'AB',
  'AS',
  'GmbH',
  'Ltd.',
  'Holding ApS',
  'Entreprise A/S',
  'Byg ApS',
  'Inc.',
];

/** Companies, institutions and their like that are named after people or might be taken for some. */
const COMPANIES =
  'Novo Nordisk,Carlsberg,Danske Bank,Lego,A.P. Møller - Mærsk,Mærsk,Falck,Carl Hansen & Søn,Georg Jensen,Bang & Olufsen,Danfoss,Grundfos,Arla,Nordea,Matas,Netto,Rema 1000,Salling,Coop,Microsoft,Google,Siemens,Bosch,Volvo,Ericsson,Jensens Bøfhus,Sct. Hans Hospital,Rigshospitalet,Herlev Hospital,Niels Bohr Institutet,Velux,Vestas,Rockwool,Coloplast,Lundbeck,Leo Pharma,Royal Unibrew,Tryg,Topdanmark,Codan,Jyske Bank,Sydbank,Spar Nord,TDC,Telia,Ørsted,Energinet,Cowi,Rambøll,Niras,Deloitte,Ernst & Young,KPMG,PwC,Kromann Reumert,Bech-Bruun,Plesner,Gorrissen Federspiel,Københavns Kommune,Aarhus Kommune,Region Hovedstaden,Skat,Dansk Metal,HK,3F,FOA,Djøf,Aarhus Universitet,Copenhagen Business School,Post Danmark,PostNord,DSB,Elgiganten,Bilka,Føtex,Irma,Harald Nyborg,Jem & Fix,Johannes Fog,Sadolin,Flügger,Hempel,Haldor Topsøe,Chr. Hansen,Ole Kirk Fonden,Mercedes,Daimler,Philips,Ford,Renault,Louis Vuitton,Hugo Boss,Levi Strauss,Johnson & Johnson,Marks & Spencer,Goldman Sachs,Lloyds,Barclays,Excel,Word,Outlook,Teams,Windows,SAP,Dropbox,Facebook,LinkedIn,Louis Poulsen,Ole Lynggaard,Arne Jacobsen,Kay Bojesen,Niels Brock,Peter Justesen,Bent Brandt,Lars Larsen Group,Tommy Hilfiger,Calvin Klein,Ralph Lauren,Michael Kors,John Deere,Jensen’s Bøfhus,Johan Bülow,Lagkagehuset,Joe & The Juice,Paustian,Brødrene Price,Peter Larsen Kaffe,Anthon Berg,Toms,Marabou,Jacobs,Tuborg,Tivoli,Lindhardt og Ringhof,Bech-Bruun,Hotel Phoenix,Aula,Borger.dk,Jysk,Power,Elkjøp,Saxo,Bog & Idé'.split(
    ',',
  );

function capitalised(name: string): string {
  return name
    .toLowerCase()
    .replace(/(^|[\s'-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}

function familyNames(corpora: readonly GoldText[]): string[] {
  const found = new Set<string>();
  for (const { text, spans } of corpora) {
    for (const { start, end, kind } of spans) {
      if (kind !== 'PER') continue;
      const words = text.slice(start, end).split(' ');
      const last = words.at(-1) ?? '';
      if (words.length > 1 && /^\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?$/u.test(last)) found.add(last);
    }
  }
  return [...found].sort();
}

/** The front of one name and the back of another: a name that is in no list. */
function pseudoName(front: string, back: string, random: () => number): string {
  const cut = 2 + Math.floor(random() * 2);
  return (
    front.slice(0, cut) +
    back
      .toLowerCase()
      .slice(Math.max(1, back.length - cut - 2))
      .replace(/^[\s'-]+/, '')
  );
}
