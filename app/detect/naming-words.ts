/** What a word beside a number, or a column's header, says that the number is. */
export type NamedKind =
  | 'cpr'
  | 'birth'
  | 'p-number'
  | 'company-number'
  | 'order-number'
  | 'item-number'
  | 'customer-number'
  | 'case-number'
  | 'phone'
  | 'account'
  | 'card'
  | 'amount'
  | 'date';

/** A word that names a kind, and where it ends in the text searched. */
export interface NamingWord {
  readonly kind: NamedKind;
  readonly start: number;
  readonly end: number;
}

/** Every naming word of a short, lower-case text, in order. The text is a few dozen characters: a label, a header. */
export function namingWords(text: string): NamingWord[] {
  const words: NamingWord[] = [];
  for (const match of text.matchAll(NAMING)) {
    const kind = KINDS[match.findIndex((group: string | undefined, at) => at > 0 && group !== undefined) - 1];
    if (kind) words.push({ kind, start: match.index, end: match.index + match[0].length });
  }
  return words;
}

// Danish first, then English and the neighbours. `^` stands for "no letter before", `$` for "no letter after": \b does
// not know æ, ø and å. Words may stand inside a compound (hovedordrenr) where that cannot be misread: `tel` would be
// found in hotel and `konto` in kontor, so those are bounded.
const NUMBER = '[\\s.\\-_]{0,2}(?:nr|nummer|numre|number|num|no|id|kode|code|#)';
const VOCABULARY: Readonly<Record<NamedKind, readonly string[]>> = {
  cpr: [
    'cpr',
    'personn(?:ummer|umret|umre|ummeret|r)',
    'person-?\\s?(?:nummer|nr|id)',
    '^pers\\.?\\s?nr',
    'civil registration',
    'social security',
    '^ssn$',
    'national id',
    'fødselsn(?:ummer|r)',
    'personal (?:identity|identification|id)',
    'sygesikring',
  ],
  birth: ['^født', 'fødsels?(?:dato|dag|år)', '^born$', 'birth', '^dob$', '^född', '^født'],
  'p-number': [`^p${NUMBER}`, 'produktionsenhed', `produktions${NUMBER}`, '^p-enhed'],
  'company-number': [
    '^cvr',
    `^se${NUMBER}`,
    '^vat$',
    `^moms${NUMBER}`,
    `^org\\.?${NUMBER}`,
    `virksomheds${NUMBER}`,
    'organisationsn',
  ],
  'order-number': [
    'ordre',
    `order${NUMBER}`,
    'order\\s?[:#]',
    'order(?=[^a-zæøå]*$)',
    'bestilling',
    'purchase',
    `^po${NUMBER}`,
    'rekvisition',
    `^rek\\.?${NUMBER}`,
    'faktura',
    `^fak\\.?${NUMBER}`,
    'invoice',
    '^bilag',
    'kreditnota',
    'booking',
    'reservation',
  ],
  'item-number': [
    `vare${NUMBER}`,
    'artikel',
    `article${NUMBER}`,
    `item${NUMBER}`,
    '^sku$',
    `produ(?:kt|ct)${NUMBER}`,
    `part${NUMBER}`,
    `serie${NUMBER}`,
    'serial',
    '^batch',
    '^lot$',
    '^ean',
    'gtin',
    '^isbn',
    'stregkode',
    'barcode',
    `stel${NUMBER}`,
    '^imei',
    'tracking',
    'track ?& ?trace',
    `pakke${NUMBER}`,
    'forsendelse',
    'shipment',
    '^gln',
    `lokations${NUMBER}`,
    'version',
    `måler${NUMBER}`,
    `meter${NUMBER}`,
    'chassis',
  ],
  'customer-number': [
    `kunde${NUMBER}`,
    `customer${NUMBER}`,
    `klient${NUMBER}`,
    `medlems?${NUMBER}`,
    `member${NUMBER}`,
    'debitor',
    'kreditor',
    `leverandør${NUMBER}`,
    `medarbejder${NUMBER}`,
    `løn${NUMBER}`,
    `employee${NUMBER}`,
    `police${NUMBER}`,
    `policy${NUMBER}`,
    `aftale${NUMBER}`,
    `kontrakt${NUMBER}`,
    `contract${NUMBER}`,
    `abonnement`,
  ],
  'case-number': [
    `sags?${NUMBER}`,
    `journal${NUMBER}`,
    '^ref\\.?$',
    'reference',
    `løbe${NUMBER}`,
    `dokument${NUMBER}`,
    `document${NUMBER}`,
    `case${NUMBER}`,
    'ticket',
    `projekt${NUMBER}`,
    `project${NUMBER}`,
    `transaktions?${NUMBER}`,
    `transaction${NUMBER}`,
  ],
  phone: [
    'telefon',
    '^tlf',
    '^tel$',
    'mobil',
    '^mob\\.?$',
    'phone',
    'mobile',
    '^fax',
    '^cell$',
    '^sms$',
    '^ring (?:til|på)',
    '^call$',
    'whatsapp',
    'direkte n',
    '^tele?fax',
    'puhelin',
    '^(?:my|his|her|their|our|us|the) number is$',
  ],
  account: [
    'konto(?!r)',
    'account',
    `^reg\\.?${NUMBER}`,
    'iban',
    '^swift',
    '^bic$',
    '^giro',
    'betalings-?id',
    '^fik$',
    '^ocr$',
    '^kid$',
    '^bank',
    'indbetal',
    'overfør',
  ],
  card: [
    `kort${NUMBER}`,
    'kreditkort',
    'betalingskort',
    'dankort',
    '^visa$',
    'master ?card',
    '^amex',
    'american express',
    '^diners',
    'maestro',
    `card${NUMBER}`,
    'credit card',
    'debit card',
    '^card$',
    'kortholder',
  ],
  amount: [
    '^kr\\.?$',
    '^dkk$',
    '^eur$',
    '^usd$',
    '^sek$',
    '^nok$',
    'beløb',
    'amount',
    '^pris',
    '^price',
    '^total',
    '^saldo',
    '^i alt$',
  ],
  date: ['(?<!fødsels)dato$', '(?<!birth)date$', '^kl\\.?$', 'tidspunkt', 'timestamp'],
};

const KINDS = Object.keys(VOCABULARY) as NamedKind[];
const NAMING = new RegExp(
  KINDS.map((kind) => {
    const words = VOCABULARY[kind].map((word) =>
      word.replace(/^\^/, '(?<![a-zæøåäö])').replace(/(?<!\*)\$$/, '(?![a-zæøåäö])'),
    );
    return `(${words.join('|')})`;
  }).join('|'),
  'g',
);
