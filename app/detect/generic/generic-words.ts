/** What the reasons of the detectors of no country, and of Danish accounts and tax cards, mean, in both languages. */
export const genericWords: Readonly<Record<string, { readonly da: string; readonly en: string }>> = {
  'date-of-birth.a-day': { en: 'a day in the calendar', da: 'en dag i kalenderen' },
  'date-of-birth.context-says-birth': {
    en: 'a word about birth stands beside it',
    da: 'et ord om fødsel står ved siden af',
  },
  'date-of-birth.context-may-say-birth': {
    en: 'a word about birth stands near it',
    da: 'et ord om fødsel står i nærheden',
  },
  'date-of-birth.column-says-birth': {
    en: "the column's header says date of birth",
    da: 'kolonnens overskrift siger fødselsdato',
  },
  'date-of-birth.context-says-party': { en: 'a birthday is spoken of', da: 'der tales om en fødselsdag' },
  'dk-bank-account.two-numbers': {
    en: 'a registration number and an account number',
    da: 'et registreringsnummer og et kontonummer',
  },
  'dk-bank-account.both-labelled': { en: 'both are named', da: 'begge er nævnt' },
  'dk-bank-account.context-names-it': {
    en: "'account' or a like word stands beside it",
    da: "'konto' eller et lignende ord står ved siden af",
  },
  'dk-bank-account.context-may-name-it': {
    en: "'account' or a like word stands near it",
    da: "'konto' eller et lignende ord står i nærheden",
  },
  'dk-bank-account.column-names-it': {
    en: "the column's header says account",
    da: 'kolonnens overskrift siger konto',
  },
  'dk-tax-card.rate': { en: "a tax card's rate", da: 'en trækprocent' },
  'dk-tax-card.deduction': { en: "a tax card's deduction", da: 'et månedsfradrag' },
  'dk-tax-card.said-in-general': { en: 'said of people in general', da: 'sagt om folk i almindelighed' },
  'bic.form': {
    en: "has the form of a bank's code, with a country that exists",
    da: 'har form som en banks kode med et land, der findes',
  },
  'bic.context-names-it': {
    en: "'BIC' or 'SWIFT' stands beside it",
    da: "'BIC' eller 'SWIFT' står ved siden af",
  },
  'bic.context-may-name-it': {
    en: "'BIC' or 'SWIFT' stands near it",
    da: "'BIC' eller 'SWIFT' står i nærheden",
  },
  'bic.column-names-it': {
    en: "the column's header says BIC or SWIFT",
    da: 'kolonnens overskrift siger BIC eller SWIFT',
  },
  'bic.nothing-else-in-text': { en: 'the text is nothing but it', da: 'teksten er intet andet' },
  'dk-licence-card.field-of-the-card': {
    en: 'field 5 of a driving licence',
    da: 'felt 5 på et kørekort',
  },
  'mrz.lines-of-a-document': {
    en: 'the lines that machines read on passports and cards',
    da: 'de linjer, som maskiner læser på pas og kort',
  },
  'mrz.check-digits-hold': { en: 'all check digits hold', da: 'alle kontrolcifre stemmer' },
  'mrz.some-check-digits-hold': { en: 'most check digits hold', da: 'de fleste kontrolcifre stemmer' },
  'mrz.misread-and-check-digits-hold': {
    en: 'read from a picture with some signs wrong; put right, the check digits of number and dates hold',
    da: 'læst fra et billede med enkelte forkerte tegn; rettet stemmer kontrolcifrene for nummer og datoer',
  },
  'mrz.check-digits-fail': { en: 'the check digits fail', da: 'kontrolcifrene stemmer ikke' },
  'credentials.after-its-label': {
    en: 'stands behind a label for it',
    da: 'står efter en ledetekst for det',
  },
  'credentials.in-its-column': { en: 'stands in a column for it', da: 'står i en kolonne for det' },
  'credentials.digits-and-letters': { en: 'letters and digits mixed', da: 'bogstaver og cifre blandet' },
  'credentials.sign-in-it': { en: 'has a sign in it', da: 'har et tegn i sig' },
  'credentials.long-and-mixed': { en: 'long, with letters and digits', da: 'lang, med bogstaver og cifre' },
  'credentials.user-name-beside': {
    en: 'a user name stands beside it',
    da: 'et brugernavn står ved siden af',
  },
  'credentials.plain-word': { en: 'a plain word', da: 'et almindeligt ord' },
  'credentials.word-of-instructions': { en: 'a word of an instruction', da: 'et ord fra en vejledning' },
  'credentials.source-code': { en: 'looks like source code', da: 'ligner kildekode' },
  'private-key.key-in-its-armour': {
    en: 'a private key between its lines',
    da: 'en privat nøgle mellem sine linjer',
  },
  'private-key.armour-alone': { en: 'the lines without a key', da: 'linjerne uden en nøgle' },
  'api-token.makers-beginning': {
    en: "begins as a service's tokens do",
    da: 'begynder som en tjenestes nøgler',
  },
  'ip-address.version-4': {
    en: 'has the form of an internet address',
    da: 'har form som en internetadresse',
  },
  'ip-address.version-6': {
    en: 'has the form of an internet address, version 6',
    da: 'har form som en internetadresse, version 6',
  },
  'ip-address.context-names-it': {
    en: 'a word for an address stands before it',
    da: 'et ord for en adresse står foran',
  },
  'ip-address.context-says-version': {
    en: 'a word for a version or a section stands beside it',
    da: 'et ord for en version eller et afsnit står ved siden af',
  },
  'ip-address.small-numbers-only': {
    en: 'small numbers only, as versions have',
    da: 'kun små tal, som versioner har',
  },
  'ip-address.nobodys-address': {
    en: 'an address that is used inside networks everywhere',
    da: 'en adresse, der bruges inde i alle net',
  },
  'mac-address.six-pairs': {
    en: 'has the form of a hardware address',
    da: 'har form som en hardwareadresse',
  },
  'coordinates.two-decimals': {
    en: 'latitude and longitude as decimals',
    da: 'bredde og længde som decimaltal',
  },
  'coordinates.degrees-and-minutes': {
    en: 'latitude and longitude in degrees',
    da: 'bredde og længde i grader',
  },
  'coordinates.context-names-it': {
    en: 'a word for a position stands before it',
    da: 'et ord for en position står foran',
  },
  'coordinates.in-denmark': { en: 'a place in Denmark', da: 'et sted i Danmark' },
  'crypto.checksum-holds': {
    en: 'a coin address, its checksum holds',
    da: 'en kryptoadresse, kontrolsummen stemmer',
  },
  'crypto.form-of-ether': {
    en: 'has the form of an Ethereum address',
    da: 'har form som en Ethereum-adresse',
  },
  'crypto.context-names-it': { en: 'a word for it stands before it', da: 'et ord for det står foran' },
};
