import { DOCUMENT_KINDS, FINDING_TYPES, REPORTED_FROM } from '#detect/index.ts';
import type { Formats, PageModel, TableModel, Translate } from '#web/index.ts';
import type { Figures } from './figures.ts';
import {
  categoryTable,
  confidenceTable,
  documentTable,
  identifierTable,
  kindTable,
  nameTable,
  originTable,
  peerTable,
} from './figures.presenter.ts';
import { leastFound, percentText, rightFrom, shareOf } from './shares.ts';

interface Needs {
  readonly t: Translate;
  readonly formats: Formats;
  readonly figures: Figures;
  /** The digest of the detectors that run here. */
  readonly running: string;
}

/** A table with what it says in words, and what its figures stand on. */
interface Section {
  readonly title: string;
  readonly lead: string;
  readonly table: TableModel;
}

export function presentQuality({ t, formats, figures, running }: Needs): PageModel {
  const sections = sectionsOf(t, formats, figures);
  return {
    title: t('quality:title'),
    stats: statsOf(t, formats, figures),
    sections,
    unmeasured: unmeasured(t, figures),
    weaknesses: weaknessesOf(t, formats, figures),
    measured: t('quality:measured.on', {
      when: formats.date(new Date(figures.measuredOn)),
      set: figures.detectors,
    }),
    reportedFrom: formats.percent(REPORTED_FROM),
    otherSet: running === figures.detectors ? null : t('quality:measured.other-set', { set: running }),
  };
}

function statsOf(t: Translate, formats: Formats, figures: Figures) {
  const cpr = figures.identifiers.types.find(({ type }) => type === 'DK_CPR');
  const all = figures.wholeDocuments;
  return [
    {
      label: t('quality:stat.cpr-found'),
      value: percentText(formats, shareOf(cpr?.right, cpr?.wanted)),
      note: t('quality:stat.cpr-found-note'),
    },
    {
      label: t('quality:stat.cpr-right'),
      value: percentText(formats, shareOf(cpr?.right, cpr?.found)),
      note: t('quality:stat.cpr-right-note'),
    },
    {
      label: t('quality:stat.documents'),
      value: percentText(
        formats,
        shareOf(
          all.reduce((sum, { covered }) => sum + covered, 0),
          all.reduce((sum, { wanted }) => sum + wanted, 0),
        ),
      ),
      note: t('quality:stat.documents-note'),
    },
    {
      label: t('quality:stat.sure'),
      value: percentText(formats, rightFrom([figures.identifiers.confidence, figures.names.confidence], 0.9)),
      note: t('quality:stat.sure-note'),
    },
  ];
}

function sectionsOf(t: Translate, formats: Formats, figures: Figures): Section[] {
  const { identifiers } = figures;
  const sections: (Section | null)[] = [
    {
      title: t('quality:confidence.title'),
      lead: t('quality:confidence.lead'),
      table: confidenceTable(t, formats, figures),
    },
    {
      title: t('quality:identifiers.title'),
      lead: t('quality:identifiers.lead', { count: identifiers.documents }),
      table: identifierTable(t, formats, identifiers.types),
    },
    {
      title: t('quality:documents.title'),
      lead: t('quality:documents.lead'),
      table: documentTable(t, formats, figures.wholeDocuments),
    },
    {
      title: t('quality:names.title'),
      lead: t('quality:names.lead'),
      table: nameTable(t, formats, figures.names.sets),
    },
    {
      title: t('quality:origins.title'),
      lead: t('quality:origins.lead'),
      table: originTable(t, formats, figures.names.groups),
    },
    figures.categories.length === 0
      ? null
      : {
          title: t('quality:categories.title'),
          lead: t('quality:categories.lead'),
          table: categoryTable(t, formats, figures.categories),
        },
    figures.kinds.length === 0
      ? null
      : {
          title: t('quality:kinds.title'),
          lead: t('quality:kinds.lead'),
          table: kindTable(t, formats, figures.kinds),
        },
    {
      title: t('quality:peers.title'),
      lead: t('quality:peers.lead'),
      table: peerTable(t, formats, figures.peers),
    },
  ];
  return sections.filter((section) => section !== null);
}

/** What is looked for but has no figure of its own yet: said, not passed over. */
function unmeasured(t: Translate, { identifiers, names, categories, kinds }: Figures): string[] {
  const types = new Set([...identifiers.types, ...names.sets, ...categories].map(({ type }) => type));
  const documents = new Set(kinds.map(({ kind }) => kind));
  // words: scan:type.*
  // words: scan:kind.*
  return [
    ...FINDING_TYPES.filter((type) => !types.has(type)).map((type) => t(`scan:type.${type}`)),
    ...DOCUMENT_KINDS.filter((kind) => !documents.has(kind)).map((kind) => t(`scan:kind.${kind}`)),
  ];
}

function weaknessesOf(t: Translate, formats: Formats, figures: Figures): string[] {
  const worst = leastFound(figures.names.groups);
  const small = figures.names.sets.find(
    ({ set, type }) => set === 'da.dev, without capitals' && type === 'PERSON',
  );
  return [
    t('quality:weak.no-words'),
    t('quality:weak.phones'),
    t('quality:weak.small-letters', { share: percentText(formats, shareOf(small?.right, small?.wanted)) }),
    t('quality:weak.languages'),
    // words: quality:origin.*
    t('quality:weak.origin', {
      origin: t(`quality:origin.${worst.origin}`),
      share: percentText(formats, worst.share),
    }),
    t('quality:weak.pictures'),
    t('quality:weak.made-up'),
  ];
}
