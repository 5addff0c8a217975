import type { Formats, Translate } from '#web/index.ts';
import type { Run } from './run.ts';

/** A scan as its page shows it, while it runs and afterwards. */
export function presentRun(given: {
  t: Translate;
  formats: Formats;
  run: Run;
  sourceName: string;
  now: Date;
}) {
  const { t, formats, run, sourceName, now } = given;
  const { tally } = run;
  const isOpen = run.state === 'queued' || run.state === 'running';
  const elapsed = run.begunAt === null ? 0 : (run.endedAt ?? now).getTime() - run.begunAt.getTime();
  const rate = elapsed === 0 ? 0 : (tally.seen * 1000) / elapsed;
  const expected = Math.max(tally.expected ?? 0, tally.seen);
  const known = tally.expected !== null && expected > 0;
  return {
    title: t('scan:run.title', { source: sourceName }),
    address: `/scans/${run.publicId}`,
    isOpen,
    stopping: isOpen && run.cancelAsked,
    // words: scan:run.state.*, scan:run.problem.*
    state: t(`scan:run.state.${run.state}`),
    problem: run.problem === null ? null : t(`scan:run.problem.${run.problem}`),
    progress: {
      id: 'scan-progress',
      label: t(`scan:run.state.${run.state}`),
      max: 1000,
      ...(run.state === 'done'
        ? { value: 1000 }
        : known
          ? { value: Math.round((tally.seen / expected) * 1000) }
          : {}),
      text: known
        ? t('scan:run.of', { seen: formats.number(tally.seen), expected: formats.number(expected) })
        : t('scan:run.so-far', { seen: formats.number(tally.seen) }),
    },
    numbers: [
      { label: t('scan:run.files'), value: formats.number(tally.seen), note: formats.bytes(tally.seenBytes) },
      {
        label: t('scan:run.findings'),
        value: formats.number(tally.findings),
        note: t('scan:run.in-files', { count: tally.withFindings }),
      },
      {
        label: t('scan:run.rate'),
        value: t('scan:run.per-second', { rate: formats.number(rate, rate < 10 ? 1 : 0) }),
        note: t('scan:run.took', { time: formats.duration(elapsed) }),
      },
      {
        label: t('scan:run.left'),
        value: isOpen && known && rate > 0 ? formats.duration(((expected - tally.seen) / rate) * 1000) : '–',
      },
    ],
    rows: [
      { label: t('scan:run.unchanged'), value: formats.number(tally.unchanged) },
      { label: t('scan:status.scanned'), value: formats.number(tally.scanned) },
      { label: t('scan:status.partial'), value: formats.number(tally.partial) },
      { label: t('scan:status.skipped'), value: formats.number(tally.skipped) },
      { label: t('scan:status.failed'), value: formats.number(tally.failed) },
      { label: t('scan:run.special'), value: formats.number(tally.special) },
      { label: t('scan:run.vanished'), value: formats.number(tally.vanished) },
      { label: t('scan:run.folders-unreadable'), value: formats.number(tally.foldersUnreadable) },
    ],
  };
}
