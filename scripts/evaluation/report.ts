import type { Figures } from '#quality/figures.ts';
import { share } from './floors.ts';
import type { LanguageMeasure } from './languages.ts';
import type { TypeRecall } from './synthetic-english.ts';

/** The figures as Markdown: one table a question. Names have their own sections (name-sections.ts). */
export function reportOf(figures: Figures): string[] {
  return [
    `Measured on ${figures.measuredOn} with the detector set ${figures.detectors}.`,
    '',
    ...identifierSections(figures),
    ...wholeDocumentSection(figures),
    ...categorySections(figures),
    ...peerSection(figures),
  ];
}

/** How often the language of a paragraph is told; no answer is neither right nor wrong. */
export function languageSection(languages: readonly LanguageMeasure[]): string[] {
  return [
    '## Language of paragraphs',
    '',
    'Sentences of 100 to 300 letters, of which every other taught the runs of letters; these are the others.',
    '',
    '| language | there | right | wrong |',
    '|---|---|---|---|',
    ...languages.map(
      ({ language, paragraphs, right, wrong }) =>
        `| ${language} | ${paragraphs} | ${percent(right, paragraphs)} | ${percent(wrong, paragraphs)} |`,
    ),
    '',
  ];
}

/** How much is covered of what synthetic English texts mark; names of many countries in short templates. */
export function syntheticSection(types: readonly TypeRecall[]): string[] {
  return [
    '## Synthetic English',
    '',
    "Presidio's 1,500 made-up texts: how much of what they mark, and we look for, lies in findings from end to end.",
    '',
    '| type | there | covered | share |',
    '|---|---|---|---|',
    ...types.map(
      ({ type, wanted, covered }) => `| ${type} | ${wanted} | ${covered} | ${percent(covered, wanted)} |`,
    ),
  ];
}

function identifierSections({ identifiers }: Figures): string[] {
  const { documents, characters, types, confidence } = identifiers;
  return [
    '## Numbers and addresses in business documents',
    '',
    `${documents} made documents (${(characters / 1000).toFixed(0)}k characters): letters, order lists, delivery notes, invoices, staff lists, logs, mails, forms, minutes, Danish and English, full of numbers that belong to nobody. These documents are held out: only their totals are ever looked at. Right is right to the letter.`,
    '',
    '| type | there | found | right | precision | recall |',
    '|---|---|---|---|---|---|',
    ...types.map(
      ({ type, wanted, found, right }) =>
        `| ${type} | ${wanted} | ${found} | ${right} | ${percent(right, found)} | ${percent(right, wanted)} |`,
    ),
    '',
    'Of findings with a confidence in the band, how many are right:',
    '',
    '| from | findings | mean confidence | right |',
    '|---|---|---|---|',
    ...confidence.map(
      ({ from, count, mean, right }) =>
        `| ${from.toFixed(2)} | ${count} | ${mean.toFixed(2)} | ${count === 0 ? '–' : right.toFixed(2)} |`,
    ),
    '',
  ];
}

function wholeDocumentSection({ wholeDocuments }: Figures): string[] {
  const wanted = wholeDocuments.reduce((sum, one) => sum + one.wanted, 0);
  const covered = wholeDocuments.reduce((sum, one) => sum + one.covered, 0);
  return [
    '## Whole documents',
    '',
    'Invented Danish letters, minutes, chats, biographies, forms and transcripts: how much of what says who somebody is lies in findings from end to end (the held-out half).',
    '',
    '| what | there | covered | share |',
    '|---|---|---|---|',
    ...[...wholeDocuments, { kind: 'all', wanted, covered }].map(
      (one) => `| ${one.kind} | ${one.wanted} | ${one.covered} | ${percent(one.covered, one.wanted)} |`,
    ),
    '',
  ];
}

function categorySections({ categories, kinds }: Figures): string[] {
  if (categories.length + kinds.length === 0) return [];
  const rows = [
    ...categories.map(({ type, language, ...rest }) => ({ name: `${type} (${language})`, ...rest })),
    ...kinds.map(({ kind, ...rest }) => ({ name: kind, ...rest })),
  ];
  return [
    '## Special categories and kinds of documents',
    '',
    'On contrast pairs, the held-out half: two texts that share the words, one of the kind and one not. The pairs were written by those who wrote the lists of words, so these figures are kinder than real papers will be; docs/special-categories.md has soberer ones.',
    '',
    '| what | there | found | right | precision | recall |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ({ name, wanted, found, right }) =>
        `| ${name} | ${wanted} | ${found} | ${right} | ${percent(right, found)} | ${percent(right, wanted)} |`,
    ),
    '',
  ];
}

function peerSection({ peers }: Figures): string[] {
  return [
    "## Other detectors' own test cases",
    '',
    'Found: of what they must find, at the same place. Believed: of what they must not find, reported at 0.5 or more.',
    '',
    '| suite | type | found | believed wrongly |',
    '|---|---|---|---|',
    ...peers.map(
      ({ suite, type, positives, found, negatives, wrong }) =>
        `| ${suite} | ${type} | ${found} of ${positives} | ${wrong} of ${negatives} |`,
    ),
    '',
  ];
}

function percent(part: number, whole: number): string {
  return whole === 0 ? '–' : share(part, whole).toFixed(1);
}
