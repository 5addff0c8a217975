import { readFileSync, writeFileSync } from 'node:fs';

/**
 * Writes app/detect/language-trigrams.ts: how much each of the most telling runs of three letters speaks for each
 * language, learned from every second sentence of ../shared/data/text. The others measure it (scripts/evaluation).
 *
 * Usage: node scripts/training/language-trigrams.ts
 */
const FILES = { da: 'da', nb: 'no', sv: 'sv', en: 'en', de: 'de' } as const;
const KEPT = 2400;
const DATA = new URL('../../../shared/data/text/', import.meta.url);
const LANGUAGES = ['da', 'nb', 'sv', 'en', 'de'] as const;

const counts = LANGUAGES.map((language) => {
  const count = new Map<string, number>();
  const text = readFileSync(new URL(`${FILES[language]}_sentences.txt`, DATA), 'utf8');
  const sentences = text.split(/(?<=[.!?]) (?=[A-ZÆØÅÖÄÜ])/).filter((_, index) => index % 2 === 0);
  for (const sentence of sentences) {
    // Words with a capital are names more often than not, and tell nothing of the language.
    for (const word of sentence.match(/(?<![\p{L}\p{N}-])\p{Ll}+(?![\p{L}\p{N}-])/gu) ?? []) {
      const padded = ` ${word} `;
      for (let at = 0; at + 3 <= padded.length; at++)
        count.set(padded.slice(at, at + 3), (count.get(padded.slice(at, at + 3)) ?? 0) + 1);
    }
  }
  return count;
});
const totals = counts.map((count) => [...count.values()].reduce((sum, one) => sum + one, 0));
const grams = new Set(counts.flatMap((count) => [...count.keys()]));
const rows = [...grams]
  .filter((gram) => /^[ a-zæøåäöüß]{3}$/.test(gram))
  .map((gram) => {
    const logs = counts.map((count, index) =>
      Math.log(((count.get(gram) ?? 0) + 0.5) / (totals[index] ?? 1)),
    );
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const seen = counts.reduce((sum, count, index) => sum + (count.get(gram) ?? 0) / (totals[index] ?? 1), 0);
    const spread = logs.reduce((sum, log) => sum + Math.abs(log - mean), 0);
    return { gram, logs: logs.map((log) => log - mean), worth: seen * spread };
  })
  .sort((one, other) => other.worth - one.worth)
  .slice(0, KEPT);

/** A letter a language: `m` is nothing either way, each letter on a quarter of a natural logarithm. */
const letters = (logs: readonly number[]): string =>
  logs.map((log) => String.fromCharCode(109 + Math.max(-12, Math.min(12, Math.round(log * 4))))).join('');
const lines = [];
for (let at = 0; at < rows.length; at += 12)
  lines.push(
    rows
      .slice(at, at + 12)
      .map(({ gram, logs }) => gram.replaceAll(' ', '_') + letters(logs))
      .join(' '),
  );

writeFileSync(
  new URL('../../app/detect/language-trigrams.ts', import.meta.url),
  `/**
 * Made by scripts/training/language-trigrams.ts from text of the Leipzig Corpora Collection (CC BY 4.0, NOTICE). Three
 * letters (_ is a word's beginning or end), then how much they speak for da, nb, sv, en, de: \`m\` is nothing, each
 * letter after it a quarter of a natural logarithm more, each before it one less.
 */
export const LANGUAGE_TRIGRAMS = \`
${lines.join('\n')}
\`;
`,
);
