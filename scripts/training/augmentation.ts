import type { GoldText } from './corpus.ts';
import { inventDocuments } from './invented-documents.ts';
import { inventPeople } from './invented-people.ts';
import { namesOf } from './lists.ts';
import { PLACES } from './places.ts';
import { asConversation } from './conversations.ts';
import { asParagraph, inCapitals, inSmall, withOtherPeople } from './variants.ts';

const INVENTED_DOCUMENTS = 3000;
/** Shares of the sentences that are learned in another writing as well. */
const SMALL = 0.2;
const SMALL_WITHOUT_NAMES = 0.1;
const CAPITALS = 0.1;
const PARAGRAPHS = 0.3;
const OTHER_PEOPLE = 0.3;
const SENTENCES_A_PARAGRAPH = 4;
const CONVERSATIONS = 3000;
/** In sentences. */
const LONGEST_TALK = 9;

/** The corpora's texts, and with them what they lack: documents, chat, capitals, line breaks, names from everywhere. */
export function augmented(base: readonly GoldText[], dataFolder: string, random: () => number): GoldText[] {
  const people = inventPeople(dataFolder, base, random);
  const streets = namesOf(`${dataFolder}/names/streets.jsonl`);
  const documents = inventDocuments(INVENTED_DOCUMENTS, people, { towns: PLACES, streets }, random);
  const texts = [...base, ...documents];
  for (const text of base) {
    if (random() < (text.spans.length > 0 ? SMALL : SMALL_WITHOUT_NAMES)) texts.push(inSmall(text));
  }
  for (const text of [...base, ...documents])
    if (text.spans.length > 0 && random() < CAPITALS) texts.push(inCapitals(text));
  for (let at = 0; at + SENTENCES_A_PARAGRAPH < base.length; at += SENTENCES_A_PARAGRAPH) {
    if (random() < PARAGRAPHS)
      texts.push(asParagraph(base.slice(at, at + SENTENCES_A_PARAGRAPH), 50 + Math.floor(random() * 40)));
  }
  const spoken = base.filter(({ text, language }) => language === 'da' && text.length < 160);
  for (let count = 0; count < CONVERSATIONS; count += 1) {
    const from = Math.floor(random() * (spoken.length - LONGEST_TALK));
    const length = 3 + Math.floor(random() * (LONGEST_TALK - 3));
    texts.push(asConversation(spoken.slice(from, from + length), people, random));
  }
  for (const text of base) {
    if (text.spans.some(({ kind }) => kind === 'PER') && random() < OTHER_PEOPLE)
      texts.push(withOtherPeople(text, people));
  }
  return texts;
}
