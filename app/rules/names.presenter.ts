import { fieldModel, type FormState, type Formats, type Translate } from '#web/index.ts';
import { presentFrame } from './frame.presenter.ts';
import type { NameListHead } from './name-lists.store.ts';
import type { RulesState } from './rules.service.ts';

export function presentNames(given: {
  t: Translate;
  formats: Formats;
  state: RulesState;
  lists: readonly NameListHead[];
  form: FormState;
}) {
  const { t, formats, state, lists, form } = given;
  return {
    ...presentFrame({ t, formats, tab: 'names', state }),
    form,
    none: lists.length === 0,
    lists: lists.map((list) => ({
      title: list.title,
      // words: rules:names.kind.*
      kind: t(`rules:names.kind.${list.kind}`),
      people: t('rules:names.people', { count: list.people }),
      added: formats.date(list.addedAt),
      removal: `/rules/names/${list.id}/removal`,
    })),
    fields: [
      fieldModel(t, form, {
        name: 'title',
        label: t('rules:names.title'),
        hint: t('rules:names.title-hint'),
        required: true,
        maxlength: 80,
      }),
      fieldModel(t, form, {
        name: 'kind',
        label: t('rules:names.kind-label'),
        type: 'select',
        required: true,
        initial: 'employees',
        choices: (['employees', 'customers'] as const).map((value) => ({
          value,
          label: t(`rules:names.kind.${value}`),
        })),
      }),
      fieldModel(t, form, {
        name: 'people',
        label: t('rules:names.list'),
        hint: t('rules:names.list-hint'),
        type: 'textarea',
        required: true,
      }),
    ],
  };
}
