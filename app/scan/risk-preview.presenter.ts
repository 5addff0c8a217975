import { displayName } from '#kernel/file-name.ts';
import {
  fieldModel,
  riskBadge,
  type Formats,
  type FormState,
  type TableModel,
  type Translate,
} from '#web/index.ts';
import { folderText } from './names.presenter.ts';
import type { FoundBand, MovedFile, RiskPreview } from './risk-preview.service.ts';
import { weightSections } from './weights.presenter.ts';

/** What a change of the weights would do, and the form that makes it. */
export function presentPreview(given: {
  t: Translate;
  formats: Formats;
  /** The figures that hold, and those that are looked at. */
  before: FormState;
  after: FormState;
  base: number;
  preview: RiskPreview;
  /** Of the form with the reason. */
  form: FormState;
}) {
  const { t, formats, before, after, preview, form } = given;
  const moved = preview.moves
    .filter(({ from, to }) => from !== to)
    .reduce((sum, { files }) => sum + files, 0);
  const changes = changesBetween(t, before, after);
  return {
    title: t('scan:preview.title'),
    summary: t('scan:preview.summary', { count: moved, files: formats.number(preview.files) }),
    changes,
    moves: movesTable(t, formats, preview),
    risen: movedTable(t, preview.risen, t('scan:preview.risen')),
    fallen: movedTable(t, preview.fallen, t('scan:preview.fallen')),
    base: String(given.base),
    kept: Object.entries(after.values).map(([name, value]) => ({ name, value })),
    form,
    reason: fieldModel(t, form, {
      name: 'reason',
      label: t('scan:preview.reason'),
      hint: t('scan:preview.reason-hint'),
      required: true,
      maxlength: 500,
      autocomplete: 'off',
    }),
    nothing: changes.length === 0,
  };
}

function changesBetween(t: Translate, before: FormState, after: FormState) {
  return weightSections(t, after).flatMap(({ title, rows }) =>
    rows
      .flatMap(({ inputs }) => inputs)
      .filter(({ name, value }) => value !== (before.values[name] ?? ''))
      .map(({ name, label, value }) => ({
        label: `${title}: ${label}`,
        text: t('scan:preview.from-to', {
          from: before.values[name] ?? t('scan:preview.as-category'),
          to: value === '' ? t('scan:preview.as-category') : value,
        }),
      })),
  );
}

const BANDS: readonly FoundBand[] = ['high', 'medium', 'low'];

/** A row for each band as it is now, a column for each as it would be. */
function movesTable(t: Translate, formats: Formats, { moves }: RiskPreview): TableModel {
  return {
    caption: t('scan:preview.moves'),
    columns: [
      { label: t('scan:preview.now') },
      ...BANDS.map((to) => ({
        label: t('scan:preview.becomes', { band: t(`layout:risk.${to}`) }),
        numeric: true,
      })),
    ],
    rows: BANDS.map((from) => [
      { kind: 'badges', badges: [riskBadge(t, from)] },
      ...BANDS.map((to) => ({
        kind: 'text' as const,
        text: formats.number(moves.find((move) => move.from === from && move.to === to)?.files ?? 0),
      })),
    ]),
  };
}

/** Null when no file moves that way. */
function movedTable(t: Translate, files: readonly MovedFile[], caption: string): TableModel | null {
  if (files.length === 0) return null;
  return {
    caption,
    columns: [
      { label: t('scan:files.file') },
      { label: t('scan:preview.now'), short: true },
      { label: t('scan:preview.then'), short: true },
    ],
    rows: files.map((file) => [
      { kind: 'link', text: displayName(file.name), href: `/files/${file.publicId}`, note: folderText(file) },
      { kind: 'text', text: scoreIn(t, file.from) },
      { kind: 'text', text: scoreIn(t, file.to) },
    ]),
  };
}

function scoreIn(t: Translate, { band, score }: MovedFile['from']): string {
  return t('scan:preview.score', { score, band: t(`layout:risk.${band}`) });
}
