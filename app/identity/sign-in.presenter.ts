import { fieldModel, type FormState, type Translate } from '#web/index.ts';
import { LONGEST } from './core/password-policy.ts';

/** @param next the path of our own that the visitor wanted and comes to after signing in */
export function presentSignIn(t: Translate, form: FormState, next: string) {
  return {
    title: t('identity:sign-in.title'),
    form,
    next,
    fields: [
      fieldModel(t, form, {
        name: 'login',
        label: t('identity:field.login'),
        required: true,
        autocomplete: 'username',
        maxlength: 254,
        autofocus: true,
      }),
      fieldModel(t, form, {
        name: 'password',
        label: t('identity:field.password'),
        type: 'password',
        required: true,
        autocomplete: 'current-password',
        maxlength: LONGEST,
      }),
    ],
  };
}
