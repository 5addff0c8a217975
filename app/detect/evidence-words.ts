import { categoryWords } from './categories/category-words.ts';
import { identifiers } from './detectors.ts';
import { documentWords } from './documents/document-words.ts';
import { genericWords } from './generic/generic-words.ts';
import { identifierWords } from './identifiers/identifier-words.ts';

/**
 * What each evidence code means, in both languages, as a phrase that stands in a list. A test holds it complete. The
 * words describe; they never contain matched text.
 */
export const evidenceWords: Readonly<Record<string, { readonly da: string; readonly en: string }>> = {
  ...Object.fromEntries(identifiers.map(({ id, rule }) => [`${id}.form`, rule])),
  ...identifierWords,
  ...genericWords,
  ...categoryWords,
  ...documentWords,
  'table.column-agrees': {
    en: 'the other cells of its column are such numbers too',
    da: 'de andre celler i kolonnen er også sådanne numre',
  },
  'table.column-disagrees': {
    en: 'most other cells of its column cannot be such numbers',
    da: 'de fleste andre celler i kolonnen kan ikke være sådanne numre',
  },

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

  'email.address-form': { en: 'has the form of an e-mail address', da: 'har form som en e-mailadresse' },
  'email.role-address': {
    en: 'names a role rather than a person',
    da: 'nævner en funktion snarere end en person',
  },
  'email.placeholder-domain': {
    en: 'a domain that is reserved for examples',
    da: 'et domæne, der er forbeholdt eksempler',
  },
  'email.part-of-url': { en: 'part of a web address', da: 'del af en webadresse' },
  'email.message-id': { en: "a message's id", da: 'en beskeds id' },
  'email.at-written-out': { en: 'the @ is written out', da: 'snabel-a er skrevet ud' },
  'email.code-remote': { en: 'the address of source code', da: 'adressen på kildekode' },

  'phone.eight-digits': {
    en: 'eight digits as in Danish phone numbers',
    da: 'otte cifre som i danske telefonnumre',
  },
  'phone.international-writing': {
    en: 'a valid number with its country code',
    da: 'et gyldigt nummer med landekode',
  },
  'phone.international-not-in-use': {
    en: 'a country code and a number of the right length',
    da: 'landekode og et nummer af rette længde',
  },
  'phone.without-plus-or-spaces': {
    en: 'could be any number with zeros in front',
    da: 'kunne være et hvilket som helst nummer med nuller foran',
  },
  'phone.digits-in-pairs': { en: 'eight digits in pairs', da: 'otte cifre i par' },
  'phone.digits-in-fours': { en: 'eight digits in fours', da: 'otte cifre, fire og fire' },
  'phone.digits-in-other-groups': { en: 'eight digits in groups', da: 'otte cifre i grupper' },
  'phone.trunk-zero-writing': {
    en: "a valid number of a neighbouring country's writing",
    da: 'et gyldigt nummer, som et naboland skriver det',
  },
  'phone.american-writing': {
    en: 'a valid number in North American writing',
    da: 'et gyldigt nummer i nordamerikansk skrivemåde',
  },
  'phone.hyphenated': { en: 'with hyphens', da: 'med bindestreger' },
  'phone.context-names-it': {
    en: "'phone' or a like word stands beside it",
    da: "'telefon' eller et lignende ord står ved siden af",
  },
  'phone.column-names-it': { en: "the column's header says phone", da: 'kolonnens overskrift siger telefon' },
  'phone.context-says-other-number': {
    en: 'the words beside it say another kind of number',
    da: 'ordene ved siden af siger en anden slags nummer',
  },
  'phone.context-may-say-other-number': {
    en: 'a word for another kind of number stands near it',
    da: 'et ord for en anden slags nummer står i nærheden',
  },
  'phone.column-says-other-number': {
    en: "the column's header says another kind of number",
    da: 'kolonnens overskrift siger en anden slags nummer',
  },
  'phone.looks-like-date': { en: 'could be a date', da: 'kunne være en dato' },
  'phone.looks-like-years': { en: 'could begin with a year', da: 'kunne begynde med et årstal' },
  'phone.behind-its-label': {
    en: 'in no writing that we know, but right behind a label for phone numbers',
    da: 'ikke skrevet på en måde, vi kender, men lige efter en ledetekst for telefon',
  },
  'phone.e-mail-in-next-cell': {
    en: 'an e-mail address stands in the next cell',
    da: 'en e-mailadresse står i cellen ved siden af',
  },
  'phone.amount-or-unit-beside': {
    en: 'a unit or currency stands beside it',
    da: 'en enhed eller valuta står ved siden af',
  },

  'iban.check-digits-hold': {
    en: "check digits and the country's structure hold",
    da: 'kontrolcifre og landets opbygning stemmer',
  },
  'iban.context-names-it': {
    en: "'account' or a like word stands beside it",
    da: "'konto' eller et lignende ord står ved siden af",
  },
  'iban.column-names-it': { en: "the column's header says account", da: 'kolonnens overskrift siger konto' },

  'credit-card.luhn-and-issuer-hold': {
    en: 'the check digit holds and an issuer has such numbers',
    da: 'kontrolcifferet stemmer, og en udsteder har sådanne numre',
  },
  'credit-card.issuer-range-is-wide': {
    en: 'its issuers have very many kinds of numbers',
    da: 'udstederne har meget mange slags numre',
  },
  'credit-card.could-be-ean': {
    en: 'the check digit of a barcode holds as well',
    da: 'kontrolcifret i en stregkode stemmer også',
  },
  'credit-card.written-as-on-cards': {
    en: 'written in groups as on cards',
    da: 'skrevet i grupper som på kort',
  },
  'credit-card.context-names-it': {
    en: "'card' or a like word stands beside it",
    da: "'kort' eller et lignende ord står ved siden af",
  },
  'credit-card.column-names-it': {
    en: "the column's header says card",
    da: 'kolonnens overskrift siger kort',
  },
  'credit-card.context-says-other-number': {
    en: 'the words beside it say another kind of number',
    da: 'ordene ved siden af siger en anden slags nummer',
  },
  'credit-card.context-may-say-other-number': {
    en: 'a word for another kind of number stands near it',
    da: 'et ord for en anden slags nummer står i nærheden',
  },
  'credit-card.column-says-other-number': {
    en: "the column's header says another kind of number",
    da: 'kolonnens overskrift siger en anden slags nummer',
  },

  'names.model': {
    en: 'the trained model reads it as a name',
    da: 'den trænede model læser det som et navn',
  },
  'names.named-near-by': {
    en: 'somebody of that name is named in full near by',
    da: 'en af det navn er nævnt med fuldt navn i nærheden',
  },
  'names.title-before': {
    en: "'Mr', 'Ms' or a like title stands before it",
    da: "'hr.', 'fru' eller en lignende titel står foran",
  },
  'names.brand-or-institution': {
    en: 'a brand, a shop or a school is called so',
    da: 'et mærke, en butik eller en skole hedder sådan',
  },
  'names.only-letters': {
    en: 'single letters only, which name nobody',
    da: 'kun enkelte bogstaver, som ikke navngiver nogen',
  },
  'names.king-or-pope': {
    en: 'a Roman number behind it, as kings and popes have',
    da: 'et romertal bagefter, som konger og paver har',
  },
  'names.disease-named-after': {
    en: 'a disease is named after somebody of that name',
    da: 'en sygdom er opkaldt efter en af det navn',
  },
  'names.word-of-a-program': {
    en: 'signs of a program or a path touch it',
    da: 'tegn fra et program eller en sti står op ad det',
  },
  'names.compound-of-name': {
    en: 'a longer word is made with the name',
    da: 'navnet er en del af et længere ord',
  },
  'names.surname-first': {
    en: 'surname first, after a comma the given name',
    da: 'efternavn først, fornavn efter komma',
  },
  'names.address': {
    en: 'a street, a number and a town',
    da: 'en vej, et husnummer og en by',
  },
  'names.address-without-town': { en: 'a street and a number', da: 'en vej og et husnummer' },
  'names.postcode-and-town': { en: 'a postcode and a town', da: 'et postnummer og en by' },
  'names.in-list': { en: 'a name that many people have', da: 'et navn, som mange har' },
  'names.column-names-it': {
    en: "the column's header says a person or a place",
    da: 'kolonnens overskrift siger en person eller et sted',
  },
  'names.column-may-name-it': { en: "the column's header says name", da: 'kolonnens overskrift siger navn' },
  'names.column-says-other': {
    en: "the column's header says something else than a person",
    da: 'kolonnens overskrift siger noget andet end en person',
  },
  'names.label-names-it': {
    en: "'name' or a like word stands before it",
    da: "'navn' eller et lignende ord står foran",
  },
  'names.label-may-name-it': { en: "'name' stands before it", da: "'navn' står foran" },
  'names.label-says-other': {
    en: 'the label before it says something else than a person',
    da: 'teksten foran siger noget andet end en person',
  },
  'names.company-beside': {
    en: "a company's form or a like word stands beside it",
    da: 'en selskabsform eller et lignende ord står ved siden af',
  },
  'names.known-employee': {
    en: "is on the company's list of employees",
    da: 'står på virksomhedens liste over medarbejdere',
  },
  'names.known-customer': {
    en: "is on the company's list of customers",
    da: 'står på virksomhedens liste over kunder',
  },
  'custom.rule': { en: "found by the company's own rule", da: 'fundet af virksomhedens egen regel' },
  'names.not-written-as-name': { en: 'not written as names are', da: 'ikke skrevet som navne skrives' },
};
