import {
  fieldModel,
  type BadgeModel,
  type Formats,
  type FormState,
  type Language,
  type Translate,
} from '#web/index.ts';
import { languageChoices } from './fields.presenter.ts';
import type { Listed, PrintedSlip } from './people.service.ts';
import type { Person } from './person.ts';

/** @param own the reader: their language is the first choice for who is invited, and they cannot close themselves */
export function presentPeople(
  t: Translate,
  formats: Formats,
  form: FormState,
  people: readonly Listed[],
  own: { language: Language; personId: string },
) {
  return {
    title: t('identity:people.title'),
    form,
    people: people.map((listed) => presentPerson(t, formats, listed, own.personId)),
    fields: [
      fieldModel(t, form, {
        name: 'name',
        label: t('identity:field.name'),
        required: true,
        autocomplete: 'off',
        maxlength: 100,
      }),
      fieldModel(t, form, {
        name: 'login',
        label: t('identity:field.login'),
        hint: t('identity:invite.login-hint'),
        autocomplete: 'off',
        maxlength: 254,
      }),
      fieldModel(t, form, {
        name: 'language',
        label: t('identity:field.their-language'),
        type: 'select',
        required: true,
        choices: languageChoices(t),
        initial: own.language,
      }),
    ],
  };
}

/** What the printed page shows; its words are in the invited person's language, the title in the reader's. */
export function presentSlip(
  t: Translate,
  formats: Formats,
  { person, slip, code }: PrintedSlip,
  address: string,
) {
  return {
    title: t('identity:slip.title'),
    slip: { name: person.name, login: person.login, code, address, expires: formats.date(slip.expiresAt) },
    slipLanguage: person.language,
  };
}

export function presentClosure(t: Translate, person: Person) {
  return {
    title: t('identity:closure.title', { name: person.name }),
    action: `/people/${person.id}/closure`,
  };
}

function presentPerson(t: Translate, formats: Formats, { person, state, slip }: Listed, ownId: string) {
  const isStaff = person.role === 'staff' && person.id !== ownId;
  const actions = {
    newSlipAction: state === 'invited' ? `/people/${person.id}/slips` : undefined,
    withdrawAction:
      slip?.state === 'open' && state === 'invited' ? `/people/${person.id}/slip-withdrawal` : undefined,
    closureHref: isStaff && state !== 'closed' ? `/people/${person.id}/closure` : undefined,
  };
  return {
    ...actions,
    hasActions: Object.values(actions).some((action) => action !== undefined),
    name: person.name,
    login: person.login,
    // words: identity:role.*
    role: t(`identity:role.${person.role}`),
    state: stateBadge(t, state),
    since: sinceWhen(formats, person),
    slip: slip && slipText(t, formats, slip),
  };
}

// words: identity:state.*
function stateBadge(t: Translate, state: Listed['state']): BadgeModel {
  const tone = { invited: 'blue', joined: 'green', closed: 'grey' } as const;
  return { text: t(`identity:state.${state}`), tone: tone[state] };
}

function sinceWhen(formats: Formats, { closedAt, joinedAt, invitedAt }: Person): string {
  return formats.date(closedAt ?? joinedAt ?? invitedAt);
}

// words: identity:slip-state.*
function slipText(t: Translate, formats: Formats, slip: NonNullable<Listed['slip']>): string {
  return t(`identity:slip-state.${slip.state}`, { date: formats.date(slip.expiresAt) });
}
