import { displayName } from '#kernel/file-name.ts';
import type { MentioningFile } from '#scan/index.ts';
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
  lookUp: FormState;
  /** Null before anybody was looked up. */
  mentions: readonly MentioningFile[] | null;
}) {
  const { t, formats, state, lists, form, lookUp, mentions } = given;
  return {
    ...presentFrame({ t, formats, tab: 'names', state }),
    form,
    none: lists.length === 0,
    who: fieldModel(t, lookUp, {
      name: 'who',
      label: t('rules:names.who'),
      hint: t('rules:names.who-hint'),
      required: true,
      maxlength: 320,
      autocomplete: 'off',
    }),
    mentions: mentions === null ? null : presentMentions(t, mentions),
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

function presentMentions(t: Translate, mentions: readonly MentioningFile[]) {
  return {
    title: t('rules:names.mentioned', { count: mentions.length }),
    files: mentions.map(({ file, folder, source, by }) => ({
      name: displayName(file.name),
      address: `/files/${file.publicId}`,
      place: [source?.name ?? '', ...(folder?.path ?? []).map(displayName)].filter(Boolean).join(' / '),
      by: by
        .map(({ type, count }) => t('rules:names.mention', { what: t(`scan:type.${type}`), count }))
        .join(', '),
    })),
  };
}
