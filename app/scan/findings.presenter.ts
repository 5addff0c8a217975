import { explain, type FindingType, whatIf } from '#detect/index.ts';
import {
  categoryBadge,
  emptyForm,
  fieldModel,
  type FormState,
  type Formats,
  type Language,
  type Translate,
} from '#web/index.ts';
import type { FileFinding } from './file.ts';
import { gravestFirst } from './gravest-first.ts';
import type { FileInsight } from './insight.service.ts';
import { columnOf } from './inspection-columns.ts';
import type { InspectedColumn } from './inspection.ts';
import { lettersOf, placesText, placeText, typeText } from './names.presenter.ts';

interface Given {
  readonly t: Translate;
  readonly formats: Formats;
  readonly language: Language;
  readonly file: FileInsight;
  /** The finding whose form came back with an error. */
  readonly refused: { readonly finding: string; readonly form: FormState } | null;
}

/**
 * What was found in a file, the gravest type first. A column of a table is one line, which opens to its values; a long
 * list is folded.
 */
export function presentFindings(given: Given) {
  const { t, file } = given;
  return gravestFirst(file.counts).map(({ type, category, count }) => {
    const { columns, others } = byColumn(file.findings, type);
    const findings = others.map((finding) => presentFinding(given, finding));
    const folded = findings.slice(SHOWN_AT_ONCE);
    return {
      title: typeText(t, type),
      count: t('scan:file.places', { count }),
      category: categoryBadge(t, category),
      columns: columns.map((one) => presentColumn(given, one)),
      findings: findings.slice(0, SHOWN_AT_ONCE),
      folded,
      foldedText: t('scan:file.folded', { count: folded.length }),
      foldedOpen: folded.some(({ open }) => open),
    };
  });
}

/** Values of one type beyond these are folded away: a payroll list has hundreds. */
const SHOWN_AT_ONCE = 10;
/** Fewer in one column are shown one by one. */
const FEWEST_IN_COLUMN = 3;

interface ColumnOfFindings {
  readonly column: InspectedColumn;
  readonly members: FileFinding[];
}

/** A value belongs to the column of its first place. */
function byColumn(
  findings: readonly FileFinding[],
  type: FindingType,
): { columns: ColumnOfFindings[]; others: FileFinding[] } {
  const ofType = findings.filter((finding) => finding.type === type);
  const columns = new Map<string, ColumnOfFindings>();
  for (const { content } of ofType)
    for (const column of content.columns ?? [])
      if (column.count >= FEWEST_IN_COLUMN)
        columns.set(JSON.stringify(columnOf(column)), { column, members: [] });
  const others = ofType.filter((finding) => {
    const [first] = finding.content.places;
    const home = first && columns.get(JSON.stringify(columnOf(first)));
    home?.members.push(finding);
    return home === undefined;
  });
  const inOrder = [...columns.values()].sort((a, b) => b.column.count - a.column.count);
  return { columns: inOrder, others };
}

function presentColumn(given: Given, { column, members }: ColumnOfFindings) {
  const { t, formats } = given;
  const { count, title, firstRow, lastRow } = column;
  const { path, sheet, part } = column;
  const findings = members.map((finding) => presentFinding(given, finding));
  const where = [
    title === null
      ? t('scan:column.by-letter', { count, letter: lettersOf(column.column) })
      : t('scan:column.by-title', { count, title }),
    placeText(t, {
      path,
      ...(sheet === undefined ? {} : { sheet }),
      ...(part === undefined ? {} : { part }),
    }),
    t('scan:column.rows', { first: formats.number(firstRow), last: formats.number(lastRow) }),
  ];
  const surest = members.reduce((most, { confidence }) => Math.max(most, confidence), 0);
  return {
    text: where.filter(Boolean).join(', '),
    confidence: members.length === 0 ? null : formats.percent(surest),
    findings,
    showText: t('scan:column.show', { count: findings.length }),
    open: findings.some(({ open }) => open),
  };
}

function presentFinding({ t, formats, language, file, refused }: Given, finding: FileFinding) {
  const form = refused?.finding === finding.publicId ? refused.form : null;
  const { evidence, masked } = finding.content;
  const places = placesText(t, finding.content.places);
  const id = `reason-${finding.publicId}`;
  return {
    id: finding.publicId,
    masked,
    confidence: formats.percent(finding.confidence),
    why: asSentence(explain(evidence, language)),
    whatIf: asSentence(whatIf(evidence, finding.confidence, language)),
    places: places.join('; '),
    more:
      finding.count > places.length && places.length > 0
        ? t('scan:file.more-places', { count: finding.count })
        : null,
    // Back to the same finding when the form is not accepted.
    action: `/files/${file.publicId}/findings/${finding.publicId}/reveal#finding-${finding.publicId}`,
    open: form !== null,
    reason: {
      ...fieldModel(t, form ?? emptyForm, {
        name: 'reason',
        label: t('scan:reveal.reason'),
        hint: t('scan:reveal.reason-hint'),
        required: true,
        maxlength: 500,
        autocomplete: 'off',
      }),
      // Many of these stand on one page.
      id,
      describedBy: form === null ? `${id}-hint` : `${id}-hint ${id}-error`,
    },
  };
}

function asSentence(text: string): string {
  return text === '' ? '' : `${text.charAt(0).toLocaleUpperCase()}${text.slice(1)}.`;
}
