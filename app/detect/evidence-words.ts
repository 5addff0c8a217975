import { categoryWords } from './categories/category-words.ts';
import { identifiers } from './detectors.ts';
import { cprWords } from './country/dk/cpr-words.ts';
import { documentWords } from './documents/document-words.ts';
import { genericWords } from './generic/generic-words.ts';
import { identifierWords } from './identifiers/identifier-words.ts';
import { nameWords } from './names/name-words.ts';

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
  ...cprWords,
  ...nameWords,
  'table.column-agrees': {
    en: 'the other cells of its column are such numbers too',
    da: 'de andre celler i kolonnen er også sådanne numre',
  },
  'table.column-disagrees': {
    en: 'most other cells of its column cannot be such numbers',
    da: 'de fleste andre celler i kolonnen kan ikke være sådanne numre',
  },

  'custom.rule': { en: "found by the company's own rule", da: 'fundet af virksomhedens egen regel' },

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
};
