import { KINDS } from './document-cues.ts';
import { codeOf } from './judgement.ts';
import { SIGNS } from './signs.ts';

/** What the reasons for a kind of document mean, in both languages. */
export const documentWords: Readonly<Record<string, { readonly da: string; readonly en: string }>> = {
  ...Object.fromEntries(
    KINDS.flatMap(({ kind, cues }) => cues.map(({ id, da, en }) => [codeOf(kind, id), { da, en }])),
  ),
  ...Object.fromEntries(SIGNS.map(({ id, da, en }) => [`document.${id}`, { da, en }])),
  'document.holds-such-data': {
    da: 'indeholder oplysninger, som den slags dokumenter har',
    en: 'holds the data that such documents have',
  },
  'document.many-people': { da: 'mange mennesker', en: 'many people' },
  'document.in-a-part': { da: 'en fil inde i filen', en: 'a file inside the file' },
};
