import { fieldModel, languages, type FieldModel, type FormState, type Translate } from '#web/index.ts';
import { LONGEST } from './core/password-policy.ts';

/** A password that is being chosen, typed twice. */
export function newPasswordFields(t: Translate, form: FormState): FieldModel[] {
  return [
    fieldModel(t, form, {
      name: 'password',
      label: t('identity:field.new-password'),
      hint: t('identity:password.hint'),
      type: 'password',
      required: true,
      autocomplete: 'new-password',
      maxlength: LONGEST,
    }),
    fieldModel(t, form, {
      name: 'passwordAgain',
      label: t('identity:field.password-again'),
      type: 'password',
      required: true,
      autocomplete: 'new-password',
      maxlength: LONGEST,
    }),
  ];
}

export function languageChoices(t: Translate): { value: string; label: string }[] {
  // words: layout:language.*
  return languages.map((language) => ({ value: language, label: t(`layout:language.${language}`) }));
}
