import { fieldModel, type FormState, type Language, type Translate } from '#web/index.ts';
import { LONGEST } from './core/password-policy.ts';
import { languageChoices, newPasswordFields } from './fields.presenter.ts';
import type { Person } from './person.ts';

/** @param language of the page, which is the one chosen at first */
export function presentAccount(t: Translate, language: Language, person: Person, form: FormState) {
  return {
    title: t('identity:account.title'),
    form,
    name: person.name,
    login: person.login,
    languageFields: [
      fieldModel(t, form, {
        name: 'language',
        label: t('identity:field.your-language'),
        type: 'select',
        required: true,
        choices: languageChoices(t),
        initial: language,
      }),
    ],
    passwordFields: [
      fieldModel(t, form, {
        name: 'oldPassword',
        label: t('identity:field.old-password'),
        type: 'password',
        required: true,
        autocomplete: 'current-password',
        maxlength: LONGEST,
      }),
      ...newPasswordFields(t, form),
    ],
  };
}
