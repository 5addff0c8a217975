import { displayName } from '#kernel/file-name.ts';
import { barChart, trendChart, type Bar, type Formats, type Translate } from '#web/index.ts';
import { CATEGORIES } from './files.schema.ts';
import { AGES_IN_YEARS, type Overview } from './overview.service.ts';
import { documentText, typeText } from './names.presenter.ts';

/** The dashboard's charts: what was found, in what, where, and how old it is. Each bar leads to the list behind it. */
export function presentCharts(given: Given) {
  const { t, formats, overview } = given;
  return {
    categories: barChart(t('scan:dashboard.by-category'), categoryBars(given)),
    types: barChart(t('scan:dashboard.by-type'), typeBars(given)),
    documents: barChart(t('scan:dashboard.by-document'), documentBars(given)),
    folders: barChart(t('scan:dashboard.by-folder'), folderBars(given)),
    ages: barChart(t('scan:dashboard.by-age'), ageBars(given)),
    trend:
      overview.trend.length < 2
        ? null
        : trendChart(
            t('scan:dashboard.trend'),
            overview.trend.map(({ at, withFindings }) => ({
              label: formats.date(at),
              value: withFindings,
              text: formats.number(withFindings),
            })),
          ),
  };
}

interface Given {
  readonly t: Translate;
  readonly formats: Formats;
  readonly overview: Overview;
  readonly own: boolean;
}

const TONES = { sensitive: 'red', criminal: 'purple', confidential: 'orange', ordinary: 'blue' } as const;
const FOLDERS_SHOWN = 10;

/** Categories that nothing was found of are left out: no detector may be looking for them yet. */
function categoryBars({ t, formats, overview }: Given): Bar[] {
  return CATEGORIES.flatMap((category) => {
    const files = overview.byCategory.find((row) => row.category === category)?.files ?? 0;
    if (files === 0) return [];
    return {
      label: t(`layout:category.${category}`),
      value: files,
      text: t('scan:dashboard.files-count', { count: files, files: formats.number(files) }),
      href: `/files?category=${category}`,
      tone: TONES[category],
    };
  });
}

function typeBars({ t, formats, overview }: Given): Bar[] {
  return [...overview.byType]
    .sort((one, other) => other.files - one.files)
    .map(({ type, files, places }) => ({
      label: typeText(t, type),
      value: files,
      text: t('scan:dashboard.files-and-places', {
        count: files,
        files: formats.number(files),
        places: t('scan:file.places', { count: places }),
      }),
      href: `/files?type=${type}`,
    }));
}

function documentBars({ t, formats, overview }: Given): Bar[] {
  return [...overview.byDocument]
    .sort((one, other) => other.files - one.files)
    .map(({ kind, files, high }) => ({
      label: documentText(t, kind),
      value: files,
      text: t('scan:dashboard.files-and-high', {
        count: files,
        files: formats.number(files),
        high: formats.number(high),
      }),
      href: `/files?document=${kind}`,
      tone: 'yellow',
      part: { value: high, tone: 'red' },
    }));
}

function folderBars(given: Given): Bar[] {
  const { t, formats, overview } = given;
  return foldersByRisk(overview)
    .slice(0, FOLDERS_SHOWN)
    .map((folder) => {
      const { sourceId, topId, files, high } = folder;
      const source = overview.sources.find(({ id }) => id === sourceId);
      return {
        label: folderName(given, folder),
        value: files,
        text: t('scan:dashboard.files-and-high', {
          count: files,
          files: formats.number(files),
          high: formats.number(high),
        }),
        // One's own files cannot be narrowed by folder: the tree of the sources is the administrator's.
        ...(topId === null || given.own
          ? {}
          : { href: `/files?risk=any&source=${source?.publicId ?? ''}&folder=${topId}` }),
        tone: 'yellow',
        part: { value: high, tone: 'red' },
      } as const;
    });
}

type TopFolder = Overview['byTopFolder'][number];

/** Those with most files of high risk first. */
export function foldersByRisk(overview: Overview): TopFolder[] {
  return [...overview.byTopFolder].sort((one, other) => other.high - one.high || other.files - one.files);
}

/** As people know it: with its source in front where there is more than one. */
export function folderName(
  { t, overview }: Pick<Given, 't' | 'overview'>,
  { sourceId, folder }: TopFolder,
): string {
  const name = folder === null ? t('scan:dashboard.in-the-root') : displayName(folder.path[0] ?? '');
  const source = overview.sources.find(({ id }) => id === sourceId);
  return overview.sources.length > 1 ? `${source?.name ?? ''} / ${name}` : name;
}

function ageBars({ t, formats, overview }: Given): Bar[] {
  return overview.byAge.map((files, index) => {
    const from = AGES_IN_YEARS[index - 1];
    const to = AGES_IN_YEARS[index];
    return {
      label: ageText(t, from, to),
      value: files,
      text: t('scan:dashboard.files-count', { count: files, files: formats.number(files) }),
      href: `/files?risk=any${from === undefined ? '' : `&olderThan=${from}`}${to === undefined ? '' : `&youngerThan=${to}`}`,
      tone: 'grey',
    } as const;
  });
}

function ageText(t: Translate, from: number | undefined, to: number | undefined): string {
  if (from === undefined) return t('scan:age.below', { count: to ?? 1 });
  return to === undefined ? t('scan:age.above', { count: from }) : t('scan:age.between', { from, to });
}
