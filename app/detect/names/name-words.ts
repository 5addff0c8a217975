/** What speaks for and against names of people and places, in both languages. */
export const nameWords: Readonly<Record<string, { readonly da: string; readonly en: string }>> = {
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
  'names.not-written-as-name': { en: 'not written as names are', da: 'ikke skrevet som navne skrives' },
};
