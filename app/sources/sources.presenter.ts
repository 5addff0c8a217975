import { displayName } from '#kernel/file-name.ts';
import {
  emptyForm,
  fieldModel,
  type FormState,
  type Formats,
  type TableModel,
  type Translate,
} from '#web/index.ts';
import type { Folder } from './folders.store.ts';
import { scheduleSentence } from './schedules.presenter.ts';
import type { Standing } from './schedules.service.ts';
import type { FolderLevel } from './sources.service.ts';
import type { SourceRecord } from './sources.store.ts';

/** A source's newest scan, as the scan room tells it. */
export interface LastRun {
  readonly publicId: string;
  readonly state: 'queued' | 'running' | 'done' | 'cancelled' | 'failed';
  readonly endedAt: Date | null;
  /** Why it failed; of one that has not ended, what it waits for. */
  readonly problem: string | null;
  /** Of one under way: as many as are expected. */
  readonly files: number;
}

export interface PersonChoice {
  readonly id: string;
  readonly name: string;
}

export function presentSources(
  t: Translate,
  formats: Formats,
  standing: readonly Standing[],
  runs: ReadonlyMap<number, LastRun | null>,
) {
  const table: TableModel = {
    caption: t('sources:title'),
    columns: [
      { label: t('sources:column.name') },
      { label: t('sources:column.when') },
      { label: t('sources:column.last-scan') },
      { label: t('sources:column.files'), numeric: true },
    ],
    rows: standing.map(({ source, schedule, hold }) => {
      const run = runs.get(source.id) ?? null;
      return [
        {
          kind: 'link',
          text: source.name,
          href: `/sources/${source.publicId}`,
          note: displayName(source.root),
        },
        { kind: 'text', text: scheduleSentence(t, schedule, source) },
        { kind: 'text', text: runText(t, formats, run, hold !== null) },
        { kind: 'text', text: run === null || run.state === 'queued' ? '–' : formats.number(run.files) },
      ];
    }),
  };
  return { title: t('sources:title'), table, none: standing.length === 0 };
}

export function presentSource(given: {
  t: Translate;
  formats: Formats;
  level: FolderLevel;
  run: LastRun | null;
  held: boolean;
  people: readonly PersonChoice[];
  paceForm: FormState;
  removalForm: FormState;
}) {
  const { t, formats, level, run, people } = given;
  const { source, folder } = level;
  const href = (id: number): string => `/sources/${source.publicId}?folder=${id}`;
  const nameOf = (personId: string | null): string =>
    people.find(({ id }) => id === personId)?.name ?? t('sources:mapping.nobody');
  return {
    title: source.name,
    root: displayName(source.root),
    address: `/sources/${source.publicId}`,
    run:
      run === null
        ? null
        : { ...run, text: runText(t, formats, run, given.held), address: `/scans/${run.publicId}` },
    busy: run?.state === 'queued' || run?.state === 'running',
    trail: level.trail.map((step) => ({
      name: lastName(step, source),
      href: href(step.id),
      here: step === folder,
    })),
    folders: level.below.map((below) => ({
      name: lastName(below, source),
      href: href(below.id),
      owner: nameOf(below.ownerId),
      own: below.mappedTo !== null,
      // words: sources:unreadable.*
      unreadable: below.unreadable === null ? null : t(`sources:unreadable.${below.unreadable}`),
    })),
    mapping:
      folder === null
        ? null
        : {
            action: `/sources/${source.publicId}/folders/${folder.id}/mapping`,
            text: ownerText(t, folder, nameOf(folder.ownerId)),
            field: fieldModel(t, emptyForm, {
              name: 'person',
              label: t('sources:mapping.label'),
              hint: t('sources:mapping.hint'),
              type: 'select',
              required: true,
              initial: folder.mappedTo ?? '',
              choices: [
                { value: '', label: t('sources:mapping.choose-nobody') },
                ...people.map(({ id, name }) => ({ value: id, label: name })),
              ],
            }),
            files: `/files?source=${source.publicId}&folder=${folder.id}`,
          },
    paceField: fieldModel(t, given.paceForm, {
      name: 'filesPerSecond',
      label: t('sources:pace.label'),
      hint: t('sources:pace.hint'),
      type: 'number',
      initial: source.filesPerSecond?.toString() ?? '',
    }),
    megabytesField: fieldModel(t, given.paceForm, {
      name: 'megabytesPerSecond',
      label: t('sources:pace.megabytes'),
      hint: t('sources:pace.megabytes-hint'),
      type: 'number',
      initial: source.megabytesPerSecond?.toString() ?? '',
    }),
    removalField: fieldModel(t, given.removalForm, {
      name: 'name',
      label: t('sources:removal.label', { name: source.name }),
      required: true,
      autocomplete: 'off',
    }),
    removalOpen: Object.keys(given.removalForm.errors).length > 0,
  };
}

// words: sources:run.*
function runText(t: Translate, formats: Formats, run: LastRun | null, held = false): string {
  if (run === null) return t('sources:run.never');
  if (held && run.endedAt === null) return t('sources:run.held');
  if (run.problem !== null && run.endedAt === null) return t('sources:run.waiting');
  return t(`sources:run.${run.state}`, { when: run.endedAt === null ? '' : formats.dateTime(run.endedAt) });
}

function ownerText(t: Translate, { ownerId, mappedTo }: Folder, name: string): string {
  if (ownerId === null) return t('sources:mapping.none');
  return mappedTo === null ? t('sources:mapping.inherited', { name }) : t('sources:mapping.now', { name });
}

function lastName(folder: Folder, source: SourceRecord): string {
  const name = folder.path.at(-1);
  return name === undefined ? source.name : displayName(name);
}
