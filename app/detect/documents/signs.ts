/**
 * Signs that a text speaks of such documents and is none: a template, a form not filled in, a guide, a policy, an
 * article. They hold for every kind. Weights as in cue.ts.
 */
export interface Sign {
  readonly id: 'blanks' | 'template' | 'guide' | 'advises' | 'particulars' | 'nobody';
  readonly da: string;
  readonly en: string;
}

export const SIGNS: readonly Sign[] = [
  { id: 'blanks', da: 'tomme felter eller pladsholdere', en: 'blanks or placeholders' },
  {
    id: 'template',
    da: 'kalder sig skabelon, blanket eller eksempel',
    en: 'calls itself a template, form or example',
  },
  {
    id: 'guide',
    da: 'overskrift som på en vejledning, politik eller artikel',
    en: 'titled like a guide, policy or article',
  },
  { id: 'advises', da: 'råder eller fastsætter regler for mange', en: 'advises or rules for many people' },
  {
    id: 'particulars',
    da: 'datoer, tal og udfyldte felter',
    en: 'dates, figures and fields that are filled in',
  },
  { id: 'nobody', da: 'ingen navngiven person', en: 'nobody named' },
];

/** How much of each sign a text shows, from 0 (none) to about 1. */
export type SignStrengths = Readonly<Record<Sign['id'], number>>;

/** @param text lower-case or not; @param words how often each word list was met, from the phrase matcher. */
export function signsIn(
  text: string,
  words: { template: number; guide: number; advice: number },
): SignStrengths {
  const length = Math.max(1, text.length);
  const blanks = countOf(text, BLANKS);
  const particulars = countOf(text, PARTICULARS);
  // Advice is told by how thick it stands: three such words in a letter of 400 letters are many.
  const advice = (words.advice * 400) / Math.max(400, length);
  return {
    blanks: Math.min(1, blanks / 4),
    template: Math.min(1, words.template),
    guide: Math.min(1, words.guide),
    advises: Math.min(1, advice / 5),
    particulars: Math.min(1, (particulars * 400) / Math.max(400, length) / 8),
    nobody: 0,
  };
}

/** In titles and near them. */
export const TEMPLATE_WORDS = `skabelon, skabeloner, template, eksempel, example, sample, model, blanket, udfyldes, please complete, instructions, format to be used, to be completed, mønster, vorlage, muster, mall, mal, slet de kantede, delete what does not apply, your own, jane sample`;

export const GUIDE_WORDS = `sådan, hvordan, hvad er, hvad skal, hvad må, hvornår, hvad sker, vejledning, guide, guidance, guideline, guidelines, politik, policy, procedure, instruks, instruktion, retningslinje, retningslinjer, regler, rules, rule, håndbog, handbook, manual, kursus, course, inspiration, råd, tips, ofte stillede spørgsmål, spørgsmål og svar, questions and answers, faq, explained, understanding, how to, how we, how our, how it, what is, what we, when to, when and how, what employers must, what every, why, know your rights, checklist, tjekliste, leaflet, pjece, information, patientinformation, artikel, kutymen, kriterier, criteria, rubric, satser, takster, takst, fakta, facts, program, dagsorden, agenda, invitation, indkaldelse, notice, notice of, vedtægt, forretningsorden, terms of reference, constitution, stillingsopslag, jobannonce, job advert, vacancy, wanted, søges, newsletter, nyhedsbrev, bulletin, pressemeddelelse, privacy notice, krav til, krav, lov om, kalender, calendar, statistics, referenceintervaller, priser, prices, to all, til alle, kære alle, hi all, dear all, dear colleagues, dear families, til forældre, alle medarbejdere, opdatering, orienterer, safety alert, toolbox talk, overenskomst for, explained in`;

export const ADVICE_WORDS = `skal, bør, kan, må, husk, altid, aldrig, man, din, dit, dine, jer, jeres, hvis, alle, mange, de fleste, ofte, typisk, enten, fx, spørg, skriv, ring, tal med, læs, brug, undgå, krav, kræver, kræves, medarbejdere, medarbejderne, ansatte, ledere, ansøgere, elever, forældre, lærere, borgere, patienter, kunder, must, should, may, can, will, always, never, your, if, everybody, everyone, anybody, anyone, those who, most, many, often, usually, ask, tell, write, call, send, use, read, avoid, check, employees, workers, teachers, managers, patients, members, staff, people, parents, students, do not, don't, remember, each, please`;

const BLANKS =
  /_{3,}|\.{7,}|…{2,}|\[(?!\s*x?\s*\])[^\]\n]{1,40}\]|\{\{|\b(?:20)?XX\b|\bdd[./]mm|<[a-zæøå][^<>\n]{1,30}>|:[ \t]*(?=\n|$)/g;
const PARTICULARS =
  /\b\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?\b|\b\d{1,3}(?:[.,]\d{3})*[.,]\d{2}\b|\b\d{6}-?[\dx]{4}\b|\bkl\. \d|\b\d{1,2}\. (?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)|\b\d{1,2} (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|^[^:\n]{2,30}: [^\s_.…[]/gim;

function countOf(text: string, pattern: RegExp): number {
  let count = 0;
  for (const { 0: match } of text.matchAll(pattern)) if (match !== '') count += 1;
  return count;
}
