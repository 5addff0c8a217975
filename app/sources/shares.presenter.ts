import { fieldModel, type FieldOptions, type FormState, type Formats, type Translate } from '#web/index.ts';
import { shareAddressText } from './share-address.ts';
import type { ShareFault } from './share-fault.ts';
import { protections, signIns } from './shares.schema.ts';
import type { ShareAccount, ShareRecord } from './shares.store.ts';

/** What a look at a connection found; `null` when nobody has looked. */
export type Look = { readonly fault: ShareFault | null } | null;

/** The page that adds a share. */
export function presentNewShare(t: Translate, form: FormState, look: Look) {
  const field = (name: string, label: string, more: Omit<FieldOptions, 'name' | 'label'>) =>
    fieldModel(t, form, { name, label, ...more });
  const older = form.values['protection'] !== undefined && form.values['protection'] !== 'strict';
  return {
    title: t('sources:share.title'),
    form,
    place: [
      field('name', t('sources:new.name'), {
        hint: t('sources:new.name-hint'),
        required: true,
        maxlength: 100,
      }),
      field('address', t('sources:share.address'), {
        hint: t('sources:share.address-hint'),
        required: true,
        maxlength: 4096,
        autocomplete: 'off',
      }),
    ],
    signIn: [
      // words: sources:share.sign-in.*
      field('signIn', t('sources:share.signIn'), {
        type: 'select',
        required: true,
        initial: 'password',
        choices: signIns.map((value) => ({ value, label: t(`sources:share.sign-in.${value}`) })),
      }),
      ...accountFields(t, form, null),
    ],
    older,
    protection: [
      // words: sources:share.protected.*
      field('protection', t('sources:share.protection'), {
        type: 'select',
        required: true,
        initial: 'strict',
        choices: Object.keys(protections).map((value) => ({
          value,
          label: t(`sources:share.protected.${value}`),
        })),
      }),
      field('riskAccepted', t('sources:share.riskAccepted'), {
        type: 'checkbox',
        hint: t('sources:share.riskAccepted-hint'),
      }),
      field('riskReason', t('sources:share.riskReason'), {
        type: 'textarea',
        hint: t('sources:share.riskReason-hint'),
        maxlength: 500,
      }),
    ],
    look: lookInWords(t, look),
  };
}

/** A share's part of its source's page: who it is read as, how it is protected, and whether it can be reached. */
export function presentConnection(given: {
  t: Translate;
  formats: Formats;
  share: ShareRecord;
  address: string;
  form: FormState;
  /** What was found wrong with a new password; the old one stays, and may well be good. */
  renewal: Look;
}) {
  const { t, formats, share, address, form, renewal } = given;
  const { account } = share;
  const facts = [
    { label: t('sources:share.address'), value: shareAddressText(share.address) },
    { label: t('sources:share.signed-in-as'), value: accountText(t, account) },
    { label: t('sources:share.protection'), value: t(`sources:share.protected.${protectionOf(share)}`) },
    ...(share.riskReason === null ? [] : [{ label: t('sources:share.riskReason'), value: share.riskReason }]),
    ...(account.kind === 'guest'
      ? []
      : [{ label: t('sources:share.secret-since'), value: formats.dateTime(share.secretAt) }]),
    { label: t('sources:share.looked-at'), value: formats.dateTime(share.lookedAt) },
  ];
  return {
    facts,
    look: lookInWords(t, share.fault === null ? null : { fault: share.fault }),
    renewalLook: lookInWords(t, renewal),
    test: `${address}/connection-tests`,
    renewal: account.kind === 'guest' ? null : `${address}/password`,
    renewalOpen: renewal !== null || Object.keys(form.errors).length > 0,
    form,
    fields: accountFields(t, form, account),
  };
}

function accountFields(t: Translate, form: FormState, account: ShareAccount | null) {
  const known = account === null || account.kind === 'guest' ? { user: '', domain: '' } : account;
  return (
    [
      fieldModel(t, form, {
        name: 'user',
        label: t('sources:share.user'),
        hint: t('sources:share.user-hint'),
        initial: known.user,
        maxlength: 256,
        autocomplete: 'off',
        required: true,
      }),
      fieldModel(t, form, {
        name: 'domain',
        label: t('sources:share.domain'),
        hint: t('sources:share.domain-hint'),
        initial: known.domain,
        maxlength: 253,
        autocomplete: 'off',
        required: account?.kind === 'kerberos',
      }),
      fieldModel(t, form, {
        name: 'password',
        label: t(account === null ? 'sources:share.password' : 'sources:share.new-password'),
        hint: t('sources:share.password-hint'),
        type: 'password',
        maxlength: 256,
        autocomplete: 'new-password',
        required: true,
      }),
    ]
      // A guest has none of them; only the form as a whole can tell.
      .map((field) => (account === null ? { ...field, mustBeFilled: false } : field))
  );
}

// words: sources:share.fault.*
function lookInWords(t: Translate, look: Look) {
  if (look === null) return null;
  const { fault } = look;
  if (fault === null)
    return { kind: 'done', what: t('sources:share.works'), todo: t('sources:share.works-todo') };
  return {
    kind: 'warning',
    what: t(`sources:share.fault.${fault}.what`),
    todo: t(`sources:share.fault.${fault}.todo`),
  };
}

function accountText(t: Translate, account: ShareAccount): string {
  if (account.kind === 'guest') return t('sources:share.sign-in.guest');
  const name = account.domain === '' ? account.user : `${account.domain}\\${account.user}`;
  return account.kind === 'kerberos' ? `${name} (Kerberos)` : name;
}

function protectionOf({ encryption, oldest }: ShareRecord): keyof typeof protections {
  if (encryption === 'required') return oldest === 'SMB3_11' ? 'strict' : 'smb3-encrypted';
  return oldest === 'SMB2' ? 'smb2-open' : 'smb3-open';
}
