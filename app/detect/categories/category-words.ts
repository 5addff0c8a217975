/** What the reasons of special categories mean, in both languages. */
export const categoryWords: Readonly<Record<string, { readonly da: string; readonly en: string }>> = {
  'category.phrase-said-of-somebody': {
    en: 'a phrase that is mostly said of somebody',
    da: 'en vending, som mest bruges om nogen bestemt',
  },
  'category.phrase-of-category': { en: 'a word of this category', da: 'et ord fra denne kategori' },
  'category.word-of-many-meanings': {
    en: 'a word that may mean this category',
    da: 'et ord, som kan høre til denne kategori',
  },
  'category.phrase-of-the-company': {
    en: "a phrase from the company's own list",
    da: 'en vending fra virksomhedens egen liste',
  },
  'category.first-person': { en: "the writer speaks of 'I' or 'my'", da: "der skrives 'jeg' eller 'min'" },
  'category.he-or-she': {
    en: "'he', 'her' or a like word stands in the sentence",
    da: "'han', 'hendes' eller et lignende ord står i sætningen",
  },
  'category.name-beside': { en: 'a name stands right before it', da: 'et navn står lige foran' },
  'category.name-in-sentence': { en: 'a name stands in the sentence', da: 'et navn står i sætningen' },
  'category.name-near': { en: 'a name stands near it', da: 'et navn står i nærheden' },
  'category.somebody-spoken-of': {
    en: "'the patient', 'the employee' or a like word stands in the sentence",
    da: "'patienten', 'medarbejderen' eller et lignende ord står i sætningen",
  },
  'category.yours': { en: "'your' stands right before it", da: "'din' eller 'dit' står lige foran" },
  'category.addressed-to-you': { en: "it is said to 'you'", da: "det siges til 'dig'" },
  'category.number-of-somebody-beside': {
    en: "a CPR number or another of somebody's own stands in the sentence",
    da: 'et CPR-nummer eller noget andet, som er nogens eget, står i sætningen',
  },
  'category.related-word-beside': {
    en: 'a related word stands beside it',
    da: 'et beslægtet ord står ved siden af',
  },
  'category.related-word-in-sentence': {
    en: 'a related word stands in the sentence',
    da: 'et beslægtet ord står i sætningen',
  },
  'category.others-of-its-kind-near': {
    en: 'several words of its category stand near it',
    da: 'flere ord fra samme kategori står i nærheden',
  },
  'category.label-names-it': { en: 'the label before it names it', da: 'ledeteksten foran nævner det' },
  'category.column-names-it': { en: "the column's header names it", da: 'kolonnens overskrift nævner det' },
  'category.paper-of-somebody': {
    en: "a name behind 'dear', 'name' or a like word stands near it",
    da: "et navn efter 'kære', 'navn' eller et lignende ord står i nærheden",
  },
  'category.amount-behind-it': { en: 'an amount stands behind it', da: 'et beløb står bagefter' },
  'category.form-not-filled-in': {
    en: 'a form that is not filled in',
    da: 'en blanket, der ikke er udfyldt',
  },
  'category.filled-in-field': { en: 'a label with something behind it', da: 'en ledetekst, der er udfyldt' },
  'category.heading-above-a-name': {
    en: 'a heading with a name below it',
    da: 'en overskrift med et navn under',
  },
  'category.of-people-in-general': {
    en: 'people in general are spoken of',
    da: 'der tales om folk i almindelighed',
  },
  'category.of-what-may-be': { en: 'what could be is spoken of', da: 'der tales om noget, som kan ske' },
  'category.of-guidance': { en: 'guidance or teaching', da: 'vejledning eller undervisning' },
  'category.of-law': { en: 'rules of law', da: 'lovregler' },
  'category.of-figures': { en: 'figures and statistics', da: 'tal og statistik' },
  'category.of-a-product': { en: 'products or machines', da: 'varer eller maskiner' },
  'category.of-public-life': { en: 'news, politics or culture', da: 'nyheder, politik eller kultur' },
  'category.of-a-title': {
    en: 'begins the name of an organisation or a work',
    da: 'indleder navnet på en organisation eller et værk',
  },
  'category.of-long-ago': {
    en: 'a year long ago stands in the sentence',
    da: 'et årstal fra gammel tid står i sætningen',
  },
  'category.of-another-language': {
    en: 'the sentence is in another language than the word',
    da: 'sætningen er på et andet sprog end ordet',
  },
  'category.question': { en: 'a question', da: 'et spørgsmål' },
};
