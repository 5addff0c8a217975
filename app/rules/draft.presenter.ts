import { displayName } from '#kernel/file-name.ts';
import { customType, isCustomType, type FindingType, type RuleSet } from '#detect/index.ts';
import { allowancesOfPlace, type TriedFile } from '#scan/index.ts';
import type { SourceRecord } from '#sources/index.ts';
import { emptyForm, fieldModel, type FormState, type Formats, type Translate } from '#web/index.ts';
import { presentFrame } from './frame.presenter.ts';
import { maskedSnippet } from './masked-snippet.ts';
import type { RulesState } from './rules.service.ts';
import { differenceText } from './wording.presenter.ts';

/** What the draft would change, trying it on real files, taking it into use. */
export function presentDraft(given: {
  t: Translate;
  formats: Formats;
  state: RulesState;
  sources: readonly SourceRecord[];
  /** How many files the next scans would read anew. */
  anew: number;
  trial: readonly TriedFile[] | null;
  form: FormState;
}) {
  const { t, formats, state, sources, anew, trial, form } = given;
  return {
    ...presentFrame({ t, formats, tab: null, state }),
    title: t('rules:draft.title'),
    form,
    changes: state.differences.map((difference) => differenceText(t, difference, sources)),
    isOutdated: state.draft !== null && state.draft.base !== (state.version?.number ?? 0),
    seen: state.draft?.changedAt.getTime() ?? 0,
    anew: t('rules:draft.anew', { count: anew }),
    reason: fieldModel(t, form, {
      name: 'reason',
      label: t('rules:reason'),
      hint: t('rules:draft.reason-hint'),
      required: true,
      maxlength: 500,
      autocomplete: 'off',
    }),
    source: fieldModel(t, emptyForm, {
      name: 'source',
      label: t('rules:trial.source'),
      type: 'select',
      required: true,
      choices: [
        { value: '', label: t('rules:trial.all-sources') },
        ...sources.map(({ id, name }) => ({ value: String(id), label: name })),
      ],
    }),
    files: fieldModel(t, emptyForm, {
      name: 'files',
      label: t('rules:trial.files'),
      hint: t('rules:trial.files-hint'),
      type: 'textarea',
    }),
    trial: trial === null ? null : presentTrial(t, formats, state.set, trial),
  };
}

function presentTrial(t: Translate, formats: Formats, set: RuleSet, trial: readonly TriedFile[]) {
  const titles = new Map<string, string>(set.rules.map((rule) => [customType(rule), rule.title]));
  const textOf = (type: FindingType): string => titles.get(type) ?? t(`scan:type.${type}`);
  return {
    summary: t('rules:trial.read', {
      count: trial.filter(({ now }) => now !== null).length,
      hits: trial.filter(({ now }) => now?.counts.some(({ type }) => isCustomType(type)) === true).length,
    }),
    again: trial.map(({ file }) => file.publicId).join(' '),
    none: trial.length === 0,
    files: trial.map(({ file, folder, source, before, now }) => ({
      name: displayName(file.name),
      address: `/files/${file.publicId}`,
      place: [source?.name ?? '', ...(folder?.path ?? []).map(displayName)].filter(Boolean).join(' / '),
      unread: now === null ? t('rules:trial.unread') : null,
      lines:
        now === null
          ? []
          : typesIn([...before, ...now.counts]).map((type) => ({
              text: textOf(type),
              was: formats.number(countOf(before, type)),
              now: formats.number(countOf(now.counts, type)),
              changed: countOf(before, type) !== countOf(now.counts, type),
            })),
      allowed: (now?.allowed ?? []).map(({ type, count }) =>
        t('rules:trial.allowed', { what: textOf(type), count }),
      ),
      snippets: (now?.values ?? [])
        .filter(({ type }) => isCustomType(type))
        .slice(0, SNIPPETS_A_FILE)
        .map((value) => ({
          title: textOf(value.type),
          ...maskedSnippet(value, now?.values ?? [], set),
          // Where everything is allowed nothing is told apart that could be masked: the text around is left out.
          ...(allowancesOfPlace(set, file.sourceId, folder?.path ?? []).length > 0 ? NO_CONTEXT : {}),
        })),
    })),
  };
}

const SNIPPETS_A_FILE = 8;
const NO_CONTEXT = { before: '', after: '' };

function typesIn(counts: readonly { readonly type: FindingType }[]): FindingType[] {
  return [...new Set(counts.map(({ type }) => type))].sort(
    (one, other) => Number(isCustomType(other)) - Number(isCustomType(one)),
  );
}

function countOf(
  counts: readonly { readonly type: FindingType; readonly count: number }[],
  type: FindingType,
): number {
  return counts.find((one) => one.type === type)?.count ?? 0;
}
