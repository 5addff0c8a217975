import { fieldModel, type FormState, type Language, type Translate } from '#web/index.ts';
import { looksLikeGateway } from './core/gateway.ts';
import { languageChoices, newPasswordFields } from './fields.presenter.ts';

/**
 * @param address of the visitor
 * @param typedCode shown again: nobody is to type twenty characters anew because of another field
 */
export function presentSetUp(
  t: Translate,
  form: FormState,
  language: Language,
  address: string | null,
  typedCode: string,
) {
  return {
    title: t('identity:set-up.title'),
    form,
    behindGateway: looksLikeGateway(address),
    code: fieldModel(t, form, {
      name: 'code',
      label: t('identity:field.set-up-code'),
      hint: t('identity:set-up.code-hint'),
      required: true,
      autocomplete: 'off',
      maxlength: 60,
      autofocus: true,
      initial: typedCode,
    }),
    fields: [
      fieldModel(t, form, {
        name: 'company',
        label: t('identity:field.company'),
        required: true,
        autocomplete: 'organization',
        maxlength: 200,
      }),
      fieldModel(t, form, {
        name: 'name',
        label: t('identity:field.your-name'),
        required: true,
        autocomplete: 'name',
        maxlength: 100,
      }),
      fieldModel(t, form, {
        name: 'email',
        label: t('identity:field.email'),
        hint: t('identity:set-up.email-hint'),
        type: 'email',
        required: true,
        autocomplete: 'username',
        maxlength: 254,
      }),
      ...newPasswordFields(t, form),
      fieldModel(t, form, {
        name: 'language',
        label: t('identity:field.your-language'),
        type: 'select',
        required: true,
        choices: languageChoices(t),
        initial: language,
      }),
    ],
  };
}
