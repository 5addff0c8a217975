import type { SourceRecord } from '#sources/index.ts';
import { emptyForm, fieldModel, type FormState, type Formats, type Translate } from '#web/index.ts';
import { presentFrame } from './frame.presenter.ts';
import type { Rules, RulesState } from './rules.service.ts';
import { differenceText } from './wording.presenter.ts';

export function presentVersions(given: {
  t: Translate;
  formats: Formats;
  state: RulesState;
  versions: Awaited<ReturnType<Rules['versions']>>;
  sources: readonly SourceRecord[];
  nameOf: (personId: string) => string | null;
  /** How many files were read with other rules than those in use. */
  anew: number;
  /** The version whose form came back with an error. */
  refused: { number: number; form: FormState } | null;
}) {
  const { t, formats, state, versions, sources, nameOf, anew, refused } = given;
  return {
    ...presentFrame({ t, formats, tab: 'versions', state }),
    none: versions.length === 0,
    anew: anew === 0 ? null : t('rules:versions.anew', { count: anew }),
    versions: versions.map((version, index) => {
      const form = refused?.number === version.number ? refused.form : emptyForm;
      const id = `reason-${version.number}`;
      return {
        title: t('rules:versions.number', { number: version.number }),
        when: t('rules:versions.made', {
          when: formats.dateTime(version.madeAt),
          who: nameOf(version.madeBy ?? '') ?? t('rules:versions.somebody'),
        }),
        reason: version.reason,
        restores:
          version.restores === null ? null : t('rules:versions.restores', { number: version.restores }),
        changes: version.differences.map((difference) => differenceText(t, difference, sources)),
        inUse: index === 0 ? t('rules:versions.in-use') : null,
        restoration: `/rules/versions/${version.number}/restoration`,
        open: refused?.number === version.number,
        field: {
          ...fieldModel(t, form, {
            name: 'reason',
            label: t('rules:reason'),
            required: true,
            maxlength: 500,
            autocomplete: 'off',
          }),
          id,
          describedBy: form.errors['reason'] === undefined ? '' : `${id}-error`,
        },
      };
    }),
  };
}
