import { displayName } from '#kernel/file-name.ts';
import { barChart, trendChart, type Bar, type Formats, type Translate } from '#web/index.ts';
import { endingText, typeText } from './names.presenter.ts';
import { AGES_IN_YEARS, type Overview } from './insight.service.ts';
import type { Run } from './run.ts';

/** What the dashboard shows: of the whole company, or of a person's own folders. */
export function presentDashboard(given: {
  t: Translate;
  formats: Formats;
  overview: Overview;
  own: boolean;
  runs: readonly Run[];
}) {
  const { t, formats, overview, own } = given;
  const { headlines } = overview;
  const running = given.runs.find(({ state }) => state === 'queued' || state === 'running');
  return {
    title: t(own ? 'scan:dashboard.own-title' : 'scan:dashboard.title'),
    own,
    empty: headlines.files === 0,
    hasSources: overview.sources.length > 0,
    running: running === undefined ? null : { address: `/scans/${running.publicId}` },
    asOf: formats.dateTime(overview.at),
    stats: [
      { label: t('scan:dashboard.files'), value: formats.number(headlines.files), href: '/files' },
      {
        label: t('scan:dashboard.with-findings'),
        value: formats.number(headlines.withFindings),
        note: t('scan:dashboard.share', {
          share: formats.percent(share(headlines.withFindings, headlines.files)),
        }),
      },
      {
        label: t('layout:risk.high'),
        value: formats.number(headlines.high),
        href: '/files?risk=high',
        tone: 'red',
      },
      {
        label: t('layout:risk.medium'),
        value: formats.number(headlines.medium),
        href: '/files?risk=medium',
        tone: 'orange',
      },
    ],
    categories: barChart(t('scan:dashboard.by-category'), categoryBars(given)),
    types: barChart(t('scan:dashboard.by-type'), typeBars(given)),
    folders: barChart(t('scan:dashboard.by-folder'), folderBars(given)),
    ages: barChart(t('scan:dashboard.by-age'), ageBars(given)),
    coverage: coverageRows(given),
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

type Given = Parameters<typeof presentDashboard>[0];

const CATEGORIES = ['sensitive', 'criminal', 'confidential', 'ordinary'] as const;
const TONES = { sensitive: 'red', criminal: 'purple', confidential: 'orange', ordinary: 'blue' } as const;
const FOLDERS_SHOWN = 10;

function categoryBars({ t, formats, overview }: Given): Bar[] {
  return CATEGORIES.map((category) => {
    const files = overview.byCategory.find((row) => row.category === category)?.files ?? 0;
    return {
      label: t(`layout:category.${category}`),
      value: files,
      text: formats.number(files),
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
        files: formats.number(files),
        places: formats.number(places),
      }),
      href: `/files?type=${type}`,
    }));
}

function folderBars({ t, formats, overview }: Given): Bar[] {
  const several = overview.sources.length > 1;
  return [...overview.byTopFolder]
    .sort((one, other) => other.high - one.high || other.files - one.files)
    .slice(0, FOLDERS_SHOWN)
    .map(({ sourceId, folder, topId, files, high }) => {
      const source = overview.sources.find(({ id }) => id === sourceId);
      const name = folder === null ? t('scan:dashboard.in-the-root') : displayName(folder.path[0] ?? '');
      return {
        label: several ? `${source?.name ?? ''} / ${name}` : name,
        value: files,
        text: t('scan:dashboard.files-and-high', {
          files: formats.number(files),
          high: formats.number(high),
        }),
        ...(topId === null ? {} : { href: `/files?source=${source?.publicId ?? ''}&folder=${topId}` }),
        tone: high > 0 ? 'red' : 'yellow',
      } as const;
    });
}

function ageBars({ t, formats, overview }: Given): Bar[] {
  return overview.byAge.map((files, index) => {
    const from = AGES_IN_YEARS[index - 1];
    const to = AGES_IN_YEARS[index];
    return {
      label: ageText(t, from, to),
      value: files,
      text: formats.number(files),
      href: `/files?${from === undefined ? '' : `olderThan=${from}&`}${to === undefined ? '' : `youngerThan=${to}`}`,
      tone: 'grey',
    } as const;
  });
}

function ageText(t: Translate, from: number | undefined, to: number | undefined): string {
  if (from === undefined) return t('scan:age.below', { count: to ?? 1 });
  return to === undefined ? t('scan:age.above', { count: from }) : t('scan:age.between', { from, to });
}

/** How files ended, the most frequent first: what was read, and what was not and why. */
function coverageRows({ t, formats, overview }: Given) {
  const counts = new Map<string, { status: string; reason: string | null; files: number }>();
  for (const { status, reason, files } of overview.endings) {
    const key = `${status} ${reason ?? ''}`;
    const row = counts.get(key) ?? { status, reason, files: 0 };
    row.files += files;
    counts.set(key, row);
  }
  return [...counts.values()]
    .sort((one, other) => other.files - one.files)
    .map(({ status, reason, files }) => ({
      text: endingText(t, status, reason),
      files: formats.number(files),
      href: `/files?status=${status}`,
    }));
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
