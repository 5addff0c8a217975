import { readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import { identifiers } from '#detect/detectors.ts';
import { type Category, categoryLists, FINDING_TYPES, type FindingType } from '#detect/index.ts';

/** What the table says of a type: its name for people, its category, and what is checked. */
interface Row {
  readonly type: FindingType;
  readonly name: string;
  readonly category: Category;
  readonly checked: string;
}

/** The types of findings as a table of Markdown, in their order. @throws Error for a type that nothing here tells of */
export function typesTable(types: readonly FindingType[] = FINDING_TYPES): string {
  const names = words.parse(JSON.parse(readFileSync(WORDS, 'utf8'))).type;
  const rows = types.map((type): Row => ({ type, name: names[type] ?? type, ...factsOf(type) }));
  return [
    '| type | what | category | told by |',
    '|---|---|---|---|',
    ...rows.map(
      ({ type, name, category, checked }) => `| \`${type}\` | ${name} | ${category} | ${checked} |`,
    ),
  ].join('\n');
}

/** @throws Error when a mark is missing. */
export function withTypesTable(document: string, table: string): string {
  if (!MARKS.test(document)) throw new Error('the page has lost its types:begin or types:end mark');
  return document.replace(MARKS, (_all, begin: string, end: string) => `${begin}\n\n${table}\n\n${end}`);
}

/** A detector with a way of its own says it here; the other identifiers and the lists say it themselves. */
const OWN_WAY: Readonly<Partial<Record<FindingType, Omit<Row, 'type' | 'name'>>>> = {
  DK_CPR: {
    category: 'confidential',
    checked: 'date with century, modulus 11 as a weight, the word or header beside it, its neighbours',
  },
  PERSON: { category: 'ordinary', checked: 'the trained model, and lists of names' },
  LOCATION: { category: 'ordinary', checked: 'the trained model, and the form of an address' },
  EMAIL_ADDRESS: { category: 'ordinary', checked: 'form and top-level domain' },
  PHONE_NUMBER: {
    category: 'ordinary',
    checked: 'the numbering plan of its country, and the words beside it',
  },
  DATE_OF_BIRTH: { category: 'ordinary', checked: 'a day in the calendar, and a word about birth' },
  IBAN_CODE: { category: 'confidential', checked: 'country, length and modulus 97' },
  DK_BANK_ACCOUNT: {
    category: 'confidential',
    checked: 'registration number and account number, and the words beside them',
  },
  BIC: { category: 'ordinary', checked: 'form and country, and the words beside it' },
  CREDIT_CARD: { category: 'confidential', checked: "Luhn's check digit, and the issuers' ranges" },
  DK_TAX_CARD: { category: 'confidential', checked: 'a rate or deduction behind its word' },
  MRZ: { category: 'confidential', checked: 'the form of the lines, and their check digits' },
  PASSWORD: { category: 'confidential', checked: 'what stands behind its label' },
  USERNAME: { category: 'ordinary', checked: 'what stands behind its label' },
  PRIVATE_KEY: { category: 'confidential', checked: 'the lines of its armour' },
  API_TOKEN: { category: 'confidential', checked: "the issuers' forms, or what stands behind its label" },
  IP_ADDRESS: { category: 'ordinary', checked: 'form; private and loopback addresses are believed less' },
  MAC_ADDRESS: { category: 'ordinary', checked: 'form' },
  COORDINATES: { category: 'ordinary', checked: 'form and range' },
  CRYPTO: { category: 'confidential', checked: 'form and checksum' },
};

function factsOf(type: FindingType): Omit<Row, 'type' | 'name'> {
  const own = OWN_WAY[type];
  if (own) return own;
  const identifier = identifiers.find((one) => one.type === type);
  if (identifier) return { category: identifier.category, checked: identifier.rule.en };
  const list = categoryLists().find((one) => one.type === type);
  if (list) return { category: list.category, checked: 'phrases of its lists that are said of a person' };
  throw new Error(`scripts/checks/types-table.ts does not know how ${type} is told`);
}

const WORDS = new URL('../../views/scan/words.en.json', import.meta.url);
const words = z.object({ type: z.record(z.string(), z.string()) });
const MARKS = /(<!-- types:begin[^>]*-->).*(<!-- types:end -->)/s;

if (import.meta.main) {
  const file = new URL('../../docs/detection.md', import.meta.url);
  writeFileSync(file, withTypesTable(readFileSync(file, 'utf8'), typesTable()));
}
