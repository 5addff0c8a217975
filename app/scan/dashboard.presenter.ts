import type { Formats, Translate } from '#web/index.ts';
import { folderName, foldersByRisk, presentCharts } from './dashboard-charts.presenter.ts';
import { STATUSES } from './files.schema.ts';
import { AGES_IN_YEARS, type Overview } from './overview.service.ts';
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
  const running = runUnderWay(given);
  const lastDone = given.runs.find(({ state }) => state === 'done')?.endedAt ?? null;
  return {
    title: t(own ? 'scan:dashboard.own-title' : 'scan:dashboard.title'),
    own,
    empty: headlines.files === 0,
    hasSources: overview.sources.length > 0,
    running: running === undefined ? null : { address: `/scans/${running.publicId}` },
    weighing:
      overview.weighing === null
        ? null
        : t('scan:dashboard.weighing', {
            done: formats.number(overview.weighing.done),
            files: formats.number(overview.weighing.files),
          }),
    asOf:
      lastDone === null
        ? t('scan:dashboard.as-of', { when: formats.dateTime(overview.at) })
        : t('scan:dashboard.last-scan', { when: formats.dateTime(lastDone) }),
    headline: headlineText(given),
    firstStep:
      headlines.high > 0
        ? [{ text: t('scan:dashboard.see-high'), href: '/files?risk=high', primary: true }]
        : [],
    stats: stats(given),
    ...presentCharts(given),
    coverage: coverageRows(given),
  };
}

type Given = Parameters<typeof presentDashboard>[0];

/** What matters most, in a sentence or two that can be read aloud. */
function headlineText(given: Given): string {
  const { t, formats, overview } = given;
  const { high, withFindings } = overview.headlines;
  const unfinished = runUnderWay(given) !== undefined;
  if (withFindings === 0)
    return t(unfinished ? 'scan:dashboard.nothing-found-so-far' : 'scan:dashboard.nothing-found');
  if (high === 0) return t(unfinished ? 'scan:dashboard.none-high-so-far' : 'scan:dashboard.none-high');
  const [first, second] = foldersByRisk(overview)
    .filter((folder) => folder.high > 0)
    .map((folder) => ({ name: folderName(given, folder), high: formats.number(folder.high) }));
  const sentence = t('scan:dashboard.some-high', { count: high });
  if (first === undefined) return sentence;
  const where =
    second === undefined
      ? t('scan:dashboard.high-in-one', { folder: first.name })
      : t('scan:dashboard.high-in-two', {
          first: first.name,
          firstFiles: first.high,
          second: second.name,
          secondFiles: second.high,
        });
  return `${sentence} ${where}`;
}

function stats(given: Given) {
  const { t, formats, overview } = given;
  const { headlines, endings } = overview;
  const notRead = endings
    .filter(({ status }) => status !== 'scanned')
    .reduce((sum, { files }) => sum + files, 0);
  const old = overview.byAge
    .slice(AGES_IN_YEARS.indexOf(OLD_IN_YEARS) + 1)
    .reduce((sum, files) => sum + files, 0);
  return [
    {
      label: t('layout:risk.high'),
      value: formats.number(headlines.high),
      note: t('scan:dashboard.files-unit', { count: headlines.high }),
      href: '/files?risk=high',
      tone: 'red',
    },
    {
      label: t('layout:risk.medium'),
      value: formats.number(headlines.medium),
      note: t('scan:dashboard.files-unit', { count: headlines.medium }),
      href: '/files?risk=medium',
      tone: 'orange',
    },
    {
      label: t('scan:dashboard.with-findings'),
      value: formats.number(headlines.withFindings),
      note: t('scan:dashboard.share', {
        share: formats.percent(share(headlines.withFindings, headlines.files)),
      }),
      href: '/files?risk=any',
    },
    {
      label: t('scan:dashboard.old', { count: OLD_IN_YEARS }),
      value: formats.number(old),
      note: t('scan:dashboard.old-note'),
      href: `/files?risk=any&olderThan=${OLD_IN_YEARS}`,
    },
    {
      label: t('scan:dashboard.files'),
      value: formats.number(headlines.files),
      note: readingText(given, notRead),
      href: '/files',
    },
  ];
}

function runUnderWay({ runs }: Pick<Given, 'runs'>): Run | undefined {
  return runs.find(({ state }) => state === 'queued' || state === 'running');
}

/** "All read" would be a promise that a scan under way cannot keep. */
function readingText(given: Given, notRead: number): string {
  const { t } = given;
  if (notRead > 0) return t('scan:dashboard.not-read', { count: notRead });
  return t(runUnderWay(given) === undefined ? 'scan:dashboard.all-read' : 'scan:dashboard.so-far');
}

/** Danish bookkeeping papers may go after five years; what is older asks why it is still there. */
const OLD_IN_YEARS = 5;

// words: scan:status.*
// words: scan:reason.*
/** How files ended: what was read, and what was not, with the reasons, the most frequent first. */
function coverageRows({ t, formats, overview }: Given) {
  return STATUSES.flatMap((status) => {
    const ended = overview.endings.filter((ending) => ending.status === status);
    const files = ended.reduce((sum, ending) => sum + ending.files, 0);
    if (files === 0) return [];
    const reasons = new Map<string, number>();
    for (const ending of ended) {
      if (ending.reason !== null)
        reasons.set(ending.reason, (reasons.get(ending.reason) ?? 0) + ending.files);
    }
    return {
      text: t(`scan:status.${status}`),
      files: formats.number(files),
      href: `/files?status=${status}`,
      reasons: [...reasons]
        .sort(([, one], [, other]) => other - one)
        .map(([reason, count]) => `${t(`scan:reason.${reason}`)} (${formats.number(count)})`)
        .join(', '),
    };
  });
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}
