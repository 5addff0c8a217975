/** What the reasons that all identifiers share mean; each identifier's own rule is in its file. */
export const identifierWords: Readonly<Record<string, { readonly da: string; readonly en: string }>> = {
  'identifier.written-its-own-way': {
    en: 'written as such numbers are',
    da: 'skrevet, som sådanne numre skrives',
  },
  'identifier.written-as-others-are': {
    en: 'written as other numbers are more often',
    da: 'skrevet, som andre numre oftere skrives',
  },
  'identifier.context-names-it': {
    en: 'a word for it stands beside it',
    da: 'et ord for det står ved siden af',
  },
  'identifier.context-may-name-it': {
    en: 'a word for it stands near it',
    da: 'et ord for det står i nærheden',
  },
  'identifier.context-names-its-kind': {
    en: 'a word for such numbers stands near it',
    da: 'et ord for den slags numre står i nærheden',
  },
  'identifier.column-names-it': { en: "the column's header names it", da: 'kolonnens overskrift nævner det' },
  'identifier.neighbours-hold-too': {
    en: 'stands among others of its kind',
    da: 'står blandt andre af samme slags',
  },
  'identifier.neighbours-do-not-hold': {
    en: 'stands among numbers of its form that do not pass its check',
    da: 'står blandt numre af samme form, som ikke består kontrollen',
  },
  'identifier.nothing-else-in-text': { en: 'the text is nothing but it', da: 'teksten er intet andet' },
  'identifier.in-small-letters': { en: 'written in small letters', da: 'skrevet med små bogstaver' },
  'identifier.context-says-other-number': {
    en: 'the words beside it say another kind of number',
    da: 'ordene ved siden af siger en anden slags nummer',
  },
  'identifier.context-may-say-other-number': {
    en: 'a word for another kind of number stands near it',
    da: 'et ord for en anden slags nummer står i nærheden',
  },
  'identifier.column-says-other-number': {
    en: "the column's header says another kind of number",
    da: 'kolonnens overskrift siger en anden slags nummer',
  },
};
