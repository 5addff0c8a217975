import { FINDING_TYPES } from '#detect/index.ts';
import type { SourceRecord } from '#sources/index.ts';
import { fieldModel, type FormState, type Formats, type Translate } from '#web/index.ts';
import { presentFrame } from './frame.presenter.ts';
import type { RulesState } from './rules.service.ts';
import { allowanceText } from './wording.presenter.ts';

export function presentAllowed(given: {
  t: Translate;
  formats: Formats;
  state: RulesState;
  sources: readonly SourceRecord[];
  form: FormState;
  placeForm: FormState;
}) {
  const { t, formats, state, sources, form, placeForm } = given;
  const { allowances } = state.set;
  const typeField = (of: FormState) =>
    fieldModel(t, of, {
      name: 'types',
      label: t('rules:allowed.types'),
      type: 'select',
      required: true,
      choices: [
        { value: '', label: t('rules:allowed.all-types') },
        ...FINDING_TYPES.map((type) => ({ value: type, label: t(`scan:type.${type}`) })),
      ],
    });
  const reasonField = (of: FormState) =>
    fieldModel(t, of, {
      name: 'reason',
      label: t('rules:reason'),
      hint: t('rules:allowed.reason-hint'),
      required: true,
      maxlength: 500,
      autocomplete: 'off',
    });
  return {
    ...presentFrame({ t, formats, tab: 'allowed', state }),
    form,
    placeForm,
    none: allowances.length === 0,
    allowances: allowances.map((allowance) => ({
      text: allowanceText(t, allowance, sources),
      // words: rules:allowed.kind.*
      kind: t(`rules:allowed.kind.${allowance.kind}`),
      types: allowance.types.map((type) => t(`scan:type.${type}`)).join(', ') || t('rules:allowed.all-types'),
      reason: allowance.reason,
      removal: `/rules/allowed/${allowance.id}/removal`,
    })),
    fields: [
      fieldModel(t, form, {
        name: 'kind',
        label: t('rules:allowed.kind-label'),
        type: 'select',
        required: true,
        initial: 'value',
        choices: (['value', 'domain', 'pattern'] as const).map((value) => ({
          value,
          label: t(`rules:allowed.kind.${value}`),
        })),
      }),
      fieldModel(t, form, {
        name: 'what',
        label: t('rules:allowed.what'),
        hint: t('rules:allowed.what-hint'),
        required: true,
        maxlength: 500,
        autocomplete: 'off',
      }),
      typeField(form),
      reasonField(form),
    ],
    placeFields: [
      fieldModel(t, placeForm, {
        name: 'source',
        label: t('rules:allowed.source'),
        type: 'select',
        required: true,
        choices: sources.map(({ id, name }) => ({ value: String(id), label: name })),
      }),
      fieldModel(t, placeForm, {
        name: 'folder',
        label: t('rules:allowed.folder'),
        hint: t('rules:allowed.folder-hint'),
        maxlength: 4096,
      }),
      typeField(placeForm),
      reasonField(placeForm),
    ].map((field) => ({ ...field, id: `place-${field.id}`, describedBy: '' })),
    hasSources: sources.length > 0,
  };
}
