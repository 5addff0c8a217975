import type { Formats, Translate } from '#web/index.ts';
import type { Hold, SourceRecord } from '#sources/index.ts';
import type { Run } from './run.ts';

/** A scan as its page shows it, while it runs and afterwards. */
export function presentRun(given: {
  t: Translate;
  formats: Formats;
  run: Run;
  /** Null: it was removed meanwhile. */
  source: SourceRecord | null;
  /** Why nothing of the source is read at the moment. */
  hold: Hold | null;
  now: Date;
}) {
  const { t, formats, run, source, hold, now } = given;
  const { tally } = run;
  // What is said of a server that is waited for is not true any more of one that was given up.
  const problem =
    run.state === 'failed' && WAITED_FOR.has(run.problem ?? '') ? 'source-given-up' : run.problem;
  const isOpen = run.state === 'queued' || run.state === 'running';
  // Its source is away: no reading, so no time left can be told.
  const waits = isOpen && run.problem !== null;
  const state = t(waits ? 'scan:run.waiting' : `scan:run.state.${run.state}`);
  const elapsed = run.begunAt === null ? 0 : (run.endedAt ?? now).getTime() - run.begunAt.getTime();
  const rate = elapsed === 0 ? 0 : (tally.seen * 1000) / elapsed;
  const expected = Math.max(tally.expected ?? 0, tally.seen);
  const known = tally.expected !== null && expected > 0;
  return {
    title: t('scan:run.title', { source: source?.name ?? '' }),
    address: `/scans/${run.publicId}`,
    isOpen,
    sourceAddress: source === null ? null : `/sources/${source.publicId}`,
    // words: scan:run.hold.*
    hold: isOpen && hold !== null ? t(`scan:run.hold.${hold}`) : null,
    stopping: isOpen && run.cancelAsked,
    // words: scan:run.state.*
    // words: scan:run.problem.*
    state,
    problem: problem === null ? null : t(`scan:run.problem.${problem}`),
    progress: {
      id: 'scan-progress',
      label: state,
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
    pictures:
      tally.picturesExpected === 0
        ? null
        : {
            id: 'scan-pictures',
            label: t(isOpen ? 'scan:run.pictures-open' : 'scan:run.pictures'),
            max: tally.picturesExpected,
            value: tally.picturesRead,
            text: t('scan:run.pictures-of', {
              read: formats.number(tally.picturesRead),
              expected: formats.number(tally.picturesExpected),
            }),
          },
    numbers: [
      { label: t('scan:run.files'), value: formats.number(tally.seen), note: formats.bytes(tally.seenBytes) },
      {
        label: t('scan:run.places'),
        value: formats.number(tally.places),
        note: t('scan:run.in-files', { count: tally.withFindings }),
      },
      {
        label: t('scan:run.time'),
        value: formats.duration(elapsed),
        note: t('scan:run.per-second', { rate: formats.number(rate, rate < 10 ? 1 : 0) }),
      },
      ...(isOpen
        ? [
            {
              label: t('scan:run.left'),
              value:
                known && rate > 0 && tally.picturesExpected === 0 && !waits && hold === null
                  ? formats.duration(((expected - tally.seen) / rate) * 1000)
                  : '–',
            },
          ]
        : []),
    ],
    details: t(isOpen ? 'scan:run.details-open' : 'scan:run.details'),
    rows: [
      { label: t('scan:status.scanned'), count: tally.scanned, always: true },
      { label: t('scan:run.unchanged'), count: tally.unchanged, always: false },
      { label: t('scan:status.partial'), count: tally.partial, always: true },
      { label: t('scan:status.skipped'), count: tally.skipped, always: true },
      { label: t('scan:status.failed'), count: tally.failed, always: true },
      { label: t('scan:run.special'), count: tally.special, always: false },
      { label: t('scan:run.vanished'), count: tally.vanished, always: false },
      { label: t('scan:run.folders-unreadable'), count: tally.foldersUnreadable, always: false },
    ]
      .filter(({ count, always }) => always || count > 0)
      .map(({ label, count }) => ({ label, value: formats.number(count) })),
  };
}

const WAITED_FOR: ReadonlySet<string> = new Set(['source-unreachable', 'source-refused']);
