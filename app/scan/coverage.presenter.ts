import { displayName } from '#kernel/file-name.ts';
import type { Formats, Translate } from '#web/index.ts';
import type { CoverageSeen } from './coverage.service.ts';
import type { TypeEnding } from './coverage.store.ts';
import { FILE_KINDS, kindOf } from './file-kind.ts';
import { REASONS, STATUSES } from './files.schema.ts';

/** What was read and what was not. Every figure is a sum over the same rows, so they add up. */
export function presentCoverage(given: {
  t: Translate;
  formats: Formats;
  seen: CoverageSeen;
  own: boolean;
  mayRetry: boolean;
  /** May give passwords to try. */
  mayGive: boolean;
}) {
  const { t, formats, seen, mayRetry } = given;
  const { endings, waiting } = seen;
  const [all, read] = [total(endings), total(endings.filter(({ status }) => status === 'scanned'))];
  return {
    title: t('scan:coverage.title'),
    subtitle: t(given.own ? 'scan:coverage.own-subtitle' : 'scan:coverage.subtitle'),
    empty: all === 0 && seen.folders.count === 0,
    headline:
      all === read
        ? t('scan:coverage.all-read', { count: all })
        : t('scan:coverage.unread', { count: all - read, share: formats.percent((all - read) / all) }),
    // words: scan:status.*
    sum: [
      { label: t('scan:dashboard.files'), value: formats.number(all), href: '/files', sign: null },
      ...STATUSES.map((status, index) => ({
        label: t(`scan:status.${status}`),
        value: formats.number(total(endings.filter((ending) => ending.status === status))),
        href: `/files?status=${status}`,
        sign: index === 0 ? '=' : '+',
      })),
    ],
    retry: mayRetry && all > read,
    waiting: mayRetry && waiting > 0 ? t('scan:coverage.waiting', { count: waiting }) : null,
    statuses: STATUSES.map((status) => t(`scan:status.${status}`)),
    pictures: seen.pictures > 0 ? t('scan:coverage.pictures', { count: seen.pictures }) : null,
    reasons: reasonRows(given),
    kinds: kindRows(given),
    folders: folderRows(given),
  };
}

type Given = Parameters<typeof presentCoverage>[0];

// words: scan:reason.*
// words: scan:remedy.*
/** Why files were not read through, the most frequent reason first, and what can be done. */
function reasonRows({ t, formats, seen, mayGive }: Given) {
  return REASONS.map((reason) => ({
    reason,
    files: total(seen.endings.filter((ending) => ending.reason === reason)),
  }))
    .filter(({ files }) => files > 0)
    .sort((one, other) => other.files - one.files)
    .map(({ reason, files }) => {
      const text = t(`scan:reason.${reason}`);
      return {
        reason,
        text,
        remedy: t(`scan:remedy.${reason}`),
        files: formats.number(files),
        href: `/files?reason=${reason}`,
        passwords: mayGive && reason === 'encrypted' ? '/coverage/passwords' : null,
        again: t('scan:coverage.again-what', { what: text }),
      };
    });
}

// words: scan:file-kind.*
function kindRows({ t, formats, seen }: Given) {
  return FILE_KINDS.map((kind) => ({ kind, ended: seen.endings.filter(({ mime }) => kindOf(mime) === kind) }))
    .filter(({ ended }) => ended.length > 0)
    .map(({ kind, ended }) => {
      const text = t(`scan:file-kind.${kind}`);
      return {
        kind,
        text,
        href: `/files?kind=${kind}`,
        files: formats.number(total(ended)),
        cells: STATUSES.map((status) => {
          const files = total(ended.filter((ending) => ending.status === status));
          const href = files === 0 ? null : `/files?kind=${kind}&status=${status}`;
          return { label: t(`scan:status.${status}`), text: formats.number(files), href };
        }),
        again: ended.some(({ status }) => status !== 'scanned')
          ? t('scan:coverage.again-what', { what: text })
          : null,
      };
    });
}

// words: scan:folder-fault.*
/** Folders that could not be listed; null when there are none. */
function folderRows({ t, seen: { folders } }: Given) {
  if (folders.count === 0) return null;
  const more = folders.count - folders.first.length;
  return {
    count: t('scan:coverage.folders', { count: folders.count }),
    rows: folders.first.map(({ source, path, reason }) => ({
      name: shortened([source, ...path].map(displayName)).join(' › '),
      reason: t(`scan:folder-fault.${FOLDER_FAULTS.find((known) => known === reason) ?? 'broken'}`),
    })),
    more: more > 0 ? t('scan:coverage.more-folders', { count: more }) : null,
  };
}

/** The middle of a very deep path leads nobody anywhere. */
function shortened(path: readonly string[]): readonly string[] {
  return path.length <= 10 ? path : [...path.slice(0, 5), '…', ...path.slice(-4)];
}

const FOLDER_FAULTS = ['denied', 'loop', 'too-deep', 'broken'] as const;

function total(endings: readonly TypeEnding[]): number {
  return endings.reduce((sum, { files }) => sum + files, 0);
}
