import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { createTextScanner, type NameModel } from '#detect/index.ts';
import { seeded } from '../training/random.ts';

/** How many of one group's names were found whole, over all templates. */
export interface GroupRecall {
  readonly origin: string;
  readonly gender: 'f' | 'm';
  readonly wanted: number;
  readonly found: number;
}

const namesByOrigin = z.record(
  z.string(),
  z.union([
    z.string(),
    z.object({ f: z.array(z.string()), m: z.array(z.string()), last: z.array(z.string()) }),
  ]),
);

interface Template {
  readonly columns?: readonly string[];
  readonly text: (given: string, last: string) => string;
}

/** Sentences, mails, lists and tables, each with one name in it; none of them is used in training. */
const TEMPLATES: readonly Template[] = [
  { text: (given, last) => `I går talte vi med ${given} ${last} om den nye aftale.` },
  { text: (given, last) => `${given} ${last} har været ansat siden foråret og arbejder på lageret.` },
  { text: (given, last) => `Vi har modtaget en klage fra ${given} ${last}, som bor i Odense.` },
  { text: (given, last) => `Jeg har bedt ${given} om at ringe tilbage. Mvh ${given} ${last}` },
  { text: (given, last) => `Kære ${given} ${last}\n\nHermed fremsendes din lønseddel for maj.\n` },
  { text: (given, last) => `Fra: ${given} ${last}\nEmne: Ferie i uge 30\n\nHej, er det i orden?\n` },
  { text: (given, last) => `Til stede: ${given} ${last}, referent\n\n1. Valg af dirigent\n` },
  { text: (given, last) => `Lejer: ${given} ${last}\nLejemål: 2. sal\nIndskud: betalt\n` },
  { text: (given, last) => `We spoke to ${given} ${last} on the phone about the invoice.` },
  { columns: ['Navn', 'Afdeling', 'Lokal'], text: (given, last) => `${given} ${last}\tIndkøb\t214\n` },
  { columns: ['Efternavn', 'Fornavn'], text: (given, last) => `${last}\t${given}\n` },
  { text: (given, last) => `- ${given} ${last} (formand)\n- kassereren\n` },
];

/** Recall of whole names by origin and gender: 15 invented people a group, seeded, in each template. */
export function fairnessOf(dataFolder: string, names: NameModel, peopleAGroup = 15): GroupRecall[] {
  const lists = namesByOrigin.parse(JSON.parse(readFileSync(`${dataFolder}/names/by-origin.json`, 'utf8')));
  const random = seeded(2026);
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? '';
  const groups: GroupRecall[] = [];
  for (const [origin, list] of Object.entries(lists)) {
    if (typeof list === 'string') continue;
    for (const gender of ['f', 'm'] as const) {
      let wanted = 0;
      let found = 0;
      for (let person = 0; person < peopleAGroup; person += 1) {
        const given = pick(list[gender]);
        const last = pick(list.last);
        for (const template of TEMPLATES) {
          wanted += 1;
          if (isFound(template, given, last, names)) found += 1;
        }
      }
      groups.push({ origin, gender, wanted, found });
    }
  }
  return groups;
}

/** Whether each occurrence of the name's parts lies in findings of PERSON. */
function isFound({ columns, text }: Template, given: string, last: string, names: NameModel): boolean {
  const filled = text(given, last);
  const scanner = createTextScanner({ names, ...(columns ? { columns } : {}) });
  const persons = [...scanner.push(filled), ...scanner.finish()].filter(({ type }) => type === 'PERSON');
  return [given, last].every((part) => {
    const start = filled.lastIndexOf(part);
    return persons.some((finding) => finding.start <= start && finding.end >= start + part.length);
  });
}
