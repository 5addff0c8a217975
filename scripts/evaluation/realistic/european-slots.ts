import { stdnum } from 'stdnum';
import type { MeasuredType } from '#quality/figures.ts';
import type { Rng } from '../../demo/rng.ts';
import type { Slot } from './slot.ts';
import { twoDigits } from './word-slots.ts';

/** Other countries' numbers: made in the right form until the validator of the stdnum package, not ours, takes one. */
export const EUROPEAN_SLOTS: Readonly<Record<string, Slot>> = {
  se: valid('SE_PERSONNUMMER', 'SE', 'personnummer', (rng) => `${yymmdd(rng)}-${rng.digits(4)}`),
  no: valid(
    'NO_FODSELSNUMMER',
    'NO',
    'fodselsnummer',
    (rng) => `${ddmmyy(rng)}${rng.int(0, 4)}${rng.digits(4)}`,
  ),
  fi: valid(
    'FI_PERSONAL_IDENTITY_CODE',
    'FI',
    'hetu',
    (rng) =>
      `${ddmmyy(rng)}-${rng.int(1, 8)}${rng.digits(2)}${letter(rng, '0123456789ABCDEFHJKLMNPRSTUVWXY')}`,
  ),
  nl: valid('NL_BSN', 'NL', 'bsn', (rng) => `${rng.int(1, 9)}${rng.digits(8)}`),
  pl: valid('PL_PESEL', 'PL', 'pesel', (rng) => `${yymmdd(rng)}${rng.digits(5)}`),
  es: valid('ES_NIF', 'ES', 'dni', (rng) => `${rng.digits(8)}${letter(rng, 'TRWAGMYFPDXBNJZSQVHLCKE')}`),
  it: valid(
    'IT_FISCAL_CODE',
    'IT',
    'codicefiscale',
    (rng) =>
      `${rng.pick(['RSSMRA', 'BNCLCU', 'VRDGPP'])}${rng.int(40, 99)}${letter(rng, 'ABCDEHLMPRST')}${twoDigits(rng.int(1, 28))}H501${letter(rng, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ')}`,
  ),
  de: valid('DE_TAX_ID', 'DE', 'idnr', (rng) => germanTaxId(rng)),
  fr: valid('FR_NIR', 'FR', 'nir', (rng) =>
    `${rng.int(1, 2)}${rng.int(40, 99)}${twoDigits(rng.int(1, 12))}75${twoDigits(rng.int(1, 99))}${rng.digits(6)}`
      .slice(0, 15)
      .padEnd(15, '0'),
  ),
  be: { type: 'BE_RIJKSREGISTERNUMMER', fill: ({ rng }) => belgianNumber(rng) },
  ch: valid('CH_AHV', 'CH', 'ssn', (rng) => `756.${rng.digits(4)}.${rng.digits(4)}.${rng.digits(2)}`),
  lt: valid('LT_ASMENS_KODAS', 'LT', 'asmens', (rng) => `${rng.int(3, 4)}${yymmdd(rng)}${rng.digits(4)}`),
  ee: valid('EE_ISIKUKOOD', 'EE', 'ik', (rng) => `${rng.int(3, 4)}${yymmdd(rng)}${rng.digits(4)}`),
  pt: valid('PT_NIF', 'PT', 'nif', (rng) => `2${rng.digits(8)}`),
  ie: valid('IE_PPSN', 'IE', 'pps', (rng) => `${rng.digits(7)}${letter(rng, 'ABCDEFGHIJKLMNOPQRSTUVW')}`),
  at: valid('AT_SVNR', 'AT', 'vnr', (rng) => `${rng.int(1, 9)}${rng.digits(3)}${ddmmyy(rng)}`),
  cz: valid(
    'CZ_RODNE_CISLO',
    'CZ',
    'rc',
    (rng) => `${rng.int(60, 99)}${twoDigits(rng.int(1, 12))}${twoDigits(rng.int(1, 28))}/${rng.digits(4)}`,
  ),
  nhs: { type: 'UK_NHS', fill: ({ rng }) => nhsNumber(rng) },
  nino: {
    type: 'UK_NINO',
    fill: ({ rng }) =>
      `${rng.pick(['AB', 'JK', 'SC'])} ${rng.digits(2)} ${rng.digits(2)} ${rng.digits(2)} ${letter(rng, 'ABCD')}`,
  },
};

const TRIES = 20_000;

function valid(type: MeasuredType, country: string, name: string, form: (rng: Rng) => string): Slot {
  return {
    type,
    fill({ rng }) {
      const validator = stdnum[country]?.[name];
      if (!validator) throw new Error(`stdnum has no ${country}.${name}`);
      for (let tried = 0; tried < TRIES; tried += 1) {
        const value = form(rng);
        if (validator.validate(value).isValid) return value;
      }
      throw new Error(`no valid ${country}.${name} in ${TRIES} tries`);
    },
  };
}

function yymmdd(rng: Rng): string {
  return `${rng.int(40, 99)}${twoDigits(rng.int(1, 12))}${twoDigits(rng.int(1, 28))}`;
}

function ddmmyy(rng: Rng): string {
  return `${twoDigits(rng.int(1, 28))}${twoDigits(rng.int(1, 12))}${rng.int(40, 99)}`;
}

/** Ten digits of which exactly one stands twice, and a check digit, as the authority has made them since 2008. */
function germanTaxId(rng: Rng): string {
  const digits = rng.some(Array.from('0123456789'), 10);
  const twice = rng.int(1, 9);
  digits[twice] = digits[(twice + 4) % 10] ?? '1';
  if (digits[0] === '0') digits.reverse();
  return `${digits.join('')}${rng.digits(1)}`;
}

/** Modulus 11 over nine digits, weights 10 to 2 (NHS Data Dictionary); stdnum has no validator of it. */
function nhsNumber(rng: Rng): string {
  for (;;) {
    const nine = `${rng.int(400, 499)}${rng.digits(6)}`;
    const sum = Array.from(nine).reduce((total, digit, at) => total + (10 - at) * Number(digit), 0);
    const check = (11 - (sum % 11)) % 11;
    if (check < 10) return `${nine}${check}`.replace(/(...)(...)(....)/, '$1 $2 $3');
  }
}

/** 97 less the first nine digits modulo 97, for people born before 2000; stdnum takes people yet to be born as well. */
function belgianNumber(rng: Rng): string {
  const nine = `${yymmdd(rng)}${String(rng.int(1, 997)).padStart(3, '0')}`;
  return `${nine}${twoDigits(97 - (Number(nine) % 97))}`;
}

function letter(rng: Rng, letters: string): string {
  return letters.charAt(rng.int(0, letters.length - 1));
}
