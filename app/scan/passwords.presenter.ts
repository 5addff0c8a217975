import { MOST_PASSWORDS } from '#extract/index.ts';
import { fieldModel, type FormState, type Formats, type Translate } from '#web/index.ts';
import type { KeptPassword } from './passwords.service.ts';

/** What there is to try on protected files: labels, never a password. */
export function presentPasswords(given: {
  t: Translate;
  formats: Formats;
  passwords: readonly KeptPassword[];
  nameOf: (personId: string) => string | null;
  /** How many files ended as encrypted. */
  locked: number;
  mayScan: boolean;
  form: FormState;
}) {
  const { t, formats, passwords, nameOf, locked, mayScan, form } = given;
  return {
    title: t('scan:passwords.title'),
    subtitle: t('scan:passwords.subtitle'),
    locked: t('scan:passwords.locked', { count: locked }),
    lockedHref: locked === 0 ? null : '/files?reason=encrypted',
    again:
      mayScan && locked > 0 && passwords.length > 0 ? t('scan:passwords.again', { count: locked }) : null,
    none: passwords.length === 0,
    passwords: passwords.map(({ id, label, addedAt, addedBy }) => ({
      label,
      added: addedText(t, formats.date(addedAt), addedBy === null ? null : nameOf(addedBy)),
      removal: `/coverage/passwords/${id}/removal`,
      removalOf: t('scan:passwords.removal-of', { label }),
    })),
    form,
    fields: [
      fieldModel(t, form, {
        name: 'label',
        label: t('scan:passwords.label'),
        hint: t('scan:passwords.label-hint'),
        required: true,
        maxlength: 80,
        autocomplete: 'off',
      }),
      fieldModel(t, form, {
        name: 'passwords',
        label: t('scan:passwords.list'),
        hint: t('scan:passwords.list-hint', { count: MOST_PASSWORDS }),
        type: 'textarea',
        required: true,
        autocomplete: 'off',
      }),
    ],
  };
}

/** Without a name when whoever it was is no longer known. */
function addedText(t: Translate, when: string, who: string | null): string {
  return who === null ? t('scan:passwords.added-on', { when }) : t('scan:passwords.added-by', { when, who });
}
