import type { Ending, Snapshot } from './overview.store.ts';

/** The four numbers that a company is told first. */
export function headlines(endings: readonly Ending[]): Omit<Snapshot, 'at'> {
  const total = (wanted: (ending: Ending) => boolean): number =>
    endings.filter(wanted).reduce((sum, ending) => sum + ending.files, 0);
  return {
    files: total(() => true),
    withFindings: total(({ risk }) => risk !== 'none'),
    high: total(({ risk }) => risk === 'high'),
    medium: total(({ risk }) => risk === 'medium'),
    low: total(({ risk }) => risk === 'low'),
  };
}
