import { fieldModel, type FormState, type Translate } from '#web/index.ts';
import { newPasswordFields } from './fields.presenter.ts';
import type { Person } from './person.ts';

/** The first step: the code on the slip. */
export function presentCodeQuestion(t: Translate, form: FormState) {
  return {
    title: t('identity:join.title'),
    form,
    fields: [
      fieldModel(t, form, {
        name: 'code',
        label: t('identity:field.slip-code'),
        hint: t('identity:join.code-hint'),
        required: true,
        autocomplete: 'off',
        maxlength: 60,
        autofocus: true,
      }),
    ],
  };
}

/** The second: "is this you?" and a password. The code goes along in the form, never in the address. */
export function presentPasswordQuestion(
  t: Translate,
  form: FormState,
  { person, code }: { person: Person; code: string },
) {
  return {
    title: t('identity:join.hello', { name: person.name }),
    form,
    code,
    login: person.login,
    fields: [
      fieldModel(t, form, {
        name: 'name',
        label: t('identity:field.your-name'),
        hint: t('identity:join.name-hint'),
        required: true,
        autocomplete: 'name',
        maxlength: 100,
        initial: person.name,
      }),
      ...newPasswordFields(t, form),
    ],
  };
}
