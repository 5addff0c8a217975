/** What speaks for and against CPR numbers, in both languages. */
export const cprWords: Readonly<Record<string, { readonly da: string; readonly en: string }>> = {
  'cpr.date-valid': { en: 'begins with a valid date', da: 'begynder med en gyldig dato' },
  'cpr.written-with-hyphen': {
    en: 'written with a hyphen as CPR numbers are',
    da: 'skrevet med bindestreg som CPR-numre',
  },
  'cpr.written-with-spaces': {
    en: 'written in two groups as CPR numbers are',
    da: 'skrevet i to grupper som CPR-numre',
  },
  'cpr.written-in-parts': {
    en: 'written as a date with four digits',
    da: 'skrevet som en dato med fire cifre efter',
  },
  'cpr.modulus-11-holds': { en: 'modulus 11 holds', da: 'modulus 11 stemmer' },
  'cpr.modulus-11-fails': { en: 'modulus 11 fails', da: 'modulus 11 stemmer ikke' },
  'cpr.modulus-11-not-needed': {
    en: 'modulus 11 fails, which numbers of this birth date may',
    da: 'modulus 11 stemmer ikke, hvilket numre med denne fødselsdato har lov til',
  },
  'cpr.birth-year-long-ago': { en: 'would be born before 1910', da: 'ville være født før 1910' },
  'cpr.birth-ahead': {
    en: 'would be born on a day to come',
    da: 'ville først blive født på en dag i fremtiden',
  },
  'cpr.could-be-p-number': { en: 'begins like a P-number', da: 'begynder som et P-nummer' },
  'cpr.could-be-date-and-time': {
    en: 'could be a date and a time',
    da: 'kunne være en dato og et klokkeslæt',
  },
  'cpr.part-of-longer-number': {
    en: 'part of a longer number or code',
    da: 'del af et længere nummer eller en kode',
  },
  'cpr.looks-like-amount': {
    en: 'followed by decimals like an amount',
    da: 'efterfulgt af decimaler som et beløb',
  },
  'cpr.neighbours-are-cpr': { en: 'stands among other CPR numbers', da: 'står blandt andre CPR-numre' },
  'cpr.neighbours-are-other-numbers': {
    en: 'stands among numbers that are no CPR numbers',
    da: 'står blandt numre, der ikke er CPR-numre',
  },
  'cpr.context-names-it': {
    en: "'cpr' or a like word stands beside it",
    da: "'cpr' eller et lignende ord står ved siden af",
  },
  'cpr.context-may-name-it': {
    en: "'cpr' or a like word stands near it",
    da: "'cpr' eller et lignende ord står i nærheden",
  },
  'cpr.context-says-birth': {
    en: 'a word about birth stands beside it',
    da: 'et ord om fødsel står ved siden af',
  },
  'cpr.column-names-it': { en: "the column's header says CPR", da: 'kolonnens overskrift siger CPR' },
  'cpr.context-says-p-number': {
    en: 'the words beside it say P-number',
    da: 'ordene ved siden af siger P-nummer',
  },
  'cpr.context-says-company-number': {
    en: 'the words beside it say company number',
    da: 'ordene ved siden af siger CVR- eller momsnummer',
  },
  'cpr.context-says-order-number': {
    en: 'the words beside it say order or invoice',
    da: 'ordene ved siden af siger ordre eller faktura',
  },
  'cpr.context-says-item-number': {
    en: 'the words beside it say item number',
    da: 'ordene ved siden af siger varenummer',
  },
  'cpr.context-says-customer-number': {
    en: 'the words beside it say customer or staff number',
    da: 'ordene ved siden af siger kunde- eller medarbejdernummer',
  },
  'cpr.context-says-case-number': {
    en: 'the words beside it say case or reference',
    da: 'ordene ved siden af siger sag eller reference',
  },
  'cpr.context-says-other-id': {
    en: 'the words beside it say another kind of personal number',
    da: 'ordene ved siden af siger en anden slags personligt nummer',
  },
  'cpr.context-says-phone': { en: 'the words beside it say phone', da: 'ordene ved siden af siger telefon' },
  'cpr.context-says-account': {
    en: 'the words beside it say account',
    da: 'ordene ved siden af siger konto',
  },
  'cpr.context-says-amount': { en: 'the words beside it say amount', da: 'ordene ved siden af siger beløb' },
  'cpr.context-may-say-other-number': {
    en: 'a word for another kind of number stands near it',
    da: 'et ord for en anden slags nummer står i nærheden',
  },
  'cpr.column-says-customer-number': {
    en: "the column's header says customer, member or employee number",
    da: 'kolonnens overskrift siger kunde-, medlems- eller medarbejdernummer',
  },
  'cpr.column-says-other-number': {
    en: "the column's header says another kind of number",
    da: 'kolonnens overskrift siger en anden slags nummer',
  },
};
