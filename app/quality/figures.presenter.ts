import type { Formats, TableCell, TableColumn, TableModel, Translate } from '#web/index.ts';
import type { Figures } from './figures.ts';
import { percentText, shareOf, sharesByOrigin } from './shares.ts';

interface Outcome {
  readonly wanted: number;
  readonly found: number;
  readonly right: number;
}

/** Of findings as sure as this, how many are right: numbers and addresses, and names and places. */
export function confidenceTable(t: Translate, formats: Formats, { identifiers, names }: Figures): TableModel {
  const rows = identifiers.confidence.map((band, index) => {
    const name = names.confidence[index];
    const until = identifiers.confidence[index + 1]?.from ?? 1;
    return [
      text(t('quality:confidence.from-to', { from: formats.percent(band.from), to: formats.percent(until) })),
      ...[band, name].map((one) =>
        one === undefined || one.count === 0
          ? text('–')
          : text(percentText(formats, one.right), t('quality:of', { count: one.count })),
      ),
    ];
  });
  return {
    caption: t('quality:confidence.title'),
    columns: [
      { label: t('quality:confidence.said') },
      { label: t('quality:confidence.numbers'), numeric: true },
      { label: t('quality:confidence.names'), numeric: true },
    ],
    rows: rows.toReversed(),
  };
}

export function identifierTable(
  t: Translate,
  formats: Formats,
  types: Figures['identifiers']['types'],
): TableModel {
  const inOrder = types.toSorted((a, b) => b.wanted - a.wanted);
  // words: scan:type.*
  return outcomeTable(
    t,
    formats,
    t('quality:identifiers.title'),
    inOrder.map((outcome) => ({ label: t(`scan:type.${outcome.type}`), outcome })),
  );
}

export function documentTable(t: Translate, formats: Formats, kinds: Figures['wholeDocuments']): TableModel {
  return {
    caption: t('quality:documents.title'),
    columns: [{ label: t('quality:column.what') }, found(t)],
    // words: quality:mark.*
    rows: kinds.map(({ kind, wanted, covered }) => [
      text(t(`quality:mark.${kind.toLowerCase()}`)),
      ratio(t, formats, covered, wanted),
    ]),
  };
}

export function nameTable(t: Translate, formats: Formats, sets: Figures['names']['sets']): TableModel {
  // words: quality:set.*
  return outcomeTable(
    t,
    formats,
    t('quality:names.title'),
    sets.map(({ set, type, ...outcome }) => ({
      label: t(`quality:set.${wordOf(set)}`),
      note: t(`scan:type.${type}`),
      outcome,
    })),
  );
}

/** The part of a word's key that a set's name makes: "da.dev, in capitals" is da-dev-in-capitals. */
function wordOf(set: string): string {
  return set.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

export function originTable(t: Translate, formats: Formats, groups: Figures['names']['groups']): TableModel {
  return {
    caption: t('quality:origins.title'),
    columns: [
      { label: t('quality:column.origin') },
      { label: t('quality:column.women'), numeric: true },
      { label: t('quality:column.men'), numeric: true },
      { label: t('quality:column.all'), numeric: true },
    ],
    // words: quality:origin.*
    rows: sharesByOrigin(groups).map(({ origin, women, men, share }) => [
      text(t(`quality:origin.${origin}`)),
      ...[women, men, share].map((part) => text(percentText(formats, part))),
    ]),
  };
}

export function categoryTable(t: Translate, formats: Formats, categories: Figures['categories']): TableModel {
  // words: quality:language.*
  return outcomeTable(
    t,
    formats,
    t('quality:categories.title'),
    categories.map(({ type, language, ...outcome }) => ({
      label: t(`scan:type.${type}`),
      note: t(`quality:language.${language}`),
      outcome,
    })),
  );
}

export function kindTable(t: Translate, formats: Formats, kinds: Figures['kinds']): TableModel {
  // words: scan:kind.*
  return outcomeTable(
    t,
    formats,
    t('quality:kinds.title'),
    kinds.map(({ kind, ...outcome }) => ({ label: t(`scan:kind.${kind}`), outcome })),
  );
}

/** One line a suite: what must be found, and what must not be believed. */
export function peerTable(t: Translate, formats: Formats, peers: Figures['peers']): TableModel {
  const suites = Object.entries(Object.groupBy(peers, ({ suite }) => suite));
  return {
    caption: t('quality:peers.title'),
    columns: [
      { label: t('quality:column.suite') },
      found(t),
      { label: t('quality:column.believed'), numeric: true },
    ],
    rows: suites.map(([suite, group = []]) => {
      const sum = (key: 'positives' | 'found' | 'negatives' | 'wrong'): number =>
        group.reduce((total, one) => total + one[key], 0);
      return [
        text(suite),
        ratio(t, formats, sum('found'), sum('positives')),
        ratio(t, formats, sum('wrong'), sum('negatives')),
      ];
    }),
  };
}

function outcomeTable(
  t: Translate,
  formats: Formats,
  caption: string,
  lines: readonly { readonly label: string; readonly note?: string; readonly outcome: Outcome }[],
): TableModel {
  return {
    caption,
    columns: [
      { label: t('quality:column.what') },
      found(t),
      { label: t('quality:column.right'), numeric: true },
    ],
    rows: lines.map(({ label, note, outcome }) => [
      text(label, note),
      ratio(t, formats, outcome.right, outcome.wanted),
      ratio(t, formats, outcome.right, outcome.found),
    ]),
  };
}

function found(t: Translate): TableColumn {
  return { label: t('quality:column.found'), numeric: true };
}

function ratio(t: Translate, formats: Formats, part: number, whole: number): TableCell {
  if (whole === 0) return text('–');
  return text(percentText(formats, shareOf(part, whole)), t('quality:of', { count: whole }));
}

function text(words: string, note?: string): TableCell {
  return { kind: 'text', text: words, ...(note === undefined ? {} : { note }) };
}
