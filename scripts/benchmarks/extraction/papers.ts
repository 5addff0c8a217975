import { createProse, type Prose } from './prose.ts';
import { excelFile, wordFile, wordParagraph, wordSection, wordTable } from './office-files.ts';

/** A paper of an office, by its name without an ending, as Word or Excel writes it. */
export interface Paper {
  readonly name: string;
  readonly content: Buffer;
}

/** Letters of a page or two, price lists, reports in two columns, and long ones: some 700 pages of A4. */
export function wordPapers(): Paper[] {
  const prose = createProse();
  return [
    ...times(60, (i) => ({ name: `brev-${i}`, content: letter(prose, i) })),
    ...times(6, (i) => ({ name: `liste-${i}`, content: list(prose, 120 + i * 60) })),
    ...times(5, (i) => ({ name: `artikel-${i}`, content: report(prose, 6 + i * 3, 2) })),
    ...times(2, (i) => ({ name: `rapport-${i}`, content: report(prose, 50 + i * 20, 1) })),
    { name: 'bog', content: report(prose, 300, 1) },
  ];
}

/** Lists of people and amounts, from a short one to one of 20,000 rows. */
export function excelPapers(): Paper[] {
  const prose = createProse(500);
  return [20, 50, 100, 100, 300, 500, 1_000, 2_000, 5_000, 20_000].map((rows, i) => ({
    name: `ark-${i}`,
    content: excelFile(times(rows, (row) => tableRow(prose, row))),
  }));
}

/** A row as lists of staff and of customers have them. */
export function tableRow(prose: Prose, row: number): (string | number)[] {
  const [who = 'Ole', what = 'vare', where = 'her'] = prose.sentence().split(' ');
  return [row, who, what, where, (row * 37.25) % 10_000, 45_000 + (row % 900), `K${100_000 + row}`];
}

function letter(prose: Prose, i: number): Buffer {
  const body = [
    wordTable([
      ['Nordhavn Rådgivning A/S', `Sagsnr. 2026-${1000 + i}`],
      ['Havnegade 12, 8000 Aarhus C', `Den ${1 + (i % 28)}. maj 2026`],
    ]),
    wordParagraph('Vedrørende Deres henvendelse', { bold: true, size: 28 }),
    ...times(4 + (i % 9), () => wordParagraph(prose.paragraph(450), { justified: i % 2 === 0 })),
    wordParagraph('Med venlig hilsen'),
    wordParagraph('Søren Ærø-Ågård, tlf. 20 30 40 50'),
    wordSection(1),
  ];
  return wordFile(body.join(''), 'Nordhavn Rådgivning A/S, CVR 10 00 00 00');
}

function list(prose: Prose, rows: number): Buffer {
  const table = wordTable(
    times(rows, (row) => tableRow(prose, row).map((value) => value.toLocaleString('da-DK'))),
  );
  return wordFile(wordParagraph('Prisliste', { bold: true, size: 32 }) + table + wordSection(1), 'Bilag');
}

function report(prose: Prose, pages: number, columns: number): Buffer {
  const chapters = times(pages, (page) =>
    [
      wordParagraph(`${page + 1}. ${prose.sentence().slice(0, 60)}`, { bold: true, size: 28 }),
      ...times(5, () => wordParagraph(prose.paragraph(600), { justified: true })),
    ].join(''),
  );
  return wordFile(chapters.join('') + wordSection(columns), 'Rapport, fortrolig');
}

export function times<T>(count: number, make: (i: number) => T): T[] {
  return Array.from({ length: count }, (_, i) => make(i));
}
