import { z } from 'zod';
import { parseAccountName } from './share-account.ts';
import { parseShareAddress } from './share-address.ts';
import type { NewShare } from './shares.service.ts';
import type { ShareAccount, ShareProtection } from './shares.store.ts';

/** How a connection is protected, as people choose it; the first is what everybody gets who chooses nothing. */
export const protections = {
  strict: { encryption: 'required', oldest: 'SMB3_11' },
  'smb3-encrypted': { encryption: 'required', oldest: 'SMB3' },
  'smb3-open': { encryption: 'wanted', oldest: 'SMB3' },
  'smb2-open': { encryption: 'wanted', oldest: 'SMB2' },
} as const satisfies Record<string, ShareProtection>;

export const signIns = ['password', 'kerberos', 'guest'] as const;

/** A password goes to another program in one line. */
const password = z
  .string()
  .max(256)
  .regex(/^\P{Cc}*$/u);
const fields = {
  user: z.string().max(256),
  domain: z.string().max(253).default(''),
  password,
};

// words: sources:share.address-fault.*
export const newShare = z
  .object({
    name: z.string().trim().min(1).max(100),
    address: z.string().trim().min(1).max(4096),
    signIn: z.enum(signIns).default('password'),
    ...fields,
    user: fields.user.default(''),
    password: fields.password.default(''),
    protection: z.enum(['strict', 'smb3-encrypted', 'smb3-open', 'smb2-open']).default('strict'),
    riskAccepted: z.string().max(10).default(''),
    riskReason: z.string().trim().max(500).default(''),
  })
  .transform((given, context): NewShare => {
    const fault = (field: keyof typeof given, key: string): void =>
      context.addIssue({ code: 'custom', path: [field], message: key });
    const protection = protections[given.protection];
    const risky = given.protection !== 'strict';
    const address = parseShareAddress(given.address);
    if ('fault' in address) fault('address', `sources:share.address-fault.${address.fault}`);
    const account = accountOf(given.signIn, given, fault);
    if (given.signIn === 'guest' && protection.encryption === 'required')
      fault('signIn', 'sources:share.guest-unencrypted');
    if (given.signIn !== 'guest' && given.password === '') fault('password', 'layout:form.required');
    if (risky && given.riskAccepted !== 'on') fault('riskAccepted', 'sources:share.risk-unaccepted');
    if (risky && given.riskReason.length < SHORTEST_REASON)
      fault('riskReason', 'sources:share.risk-no-reason');
    if ('fault' in address || account === null) return z.NEVER;
    return {
      name: given.name,
      address,
      account,
      secret: given.signIn === 'guest' ? null : given.password,
      ...protection,
      riskReason: risky ? given.riskReason : null,
    };
  });

/** Another password, and perhaps another account of the same kind. */
export const renewal = (kind: Exclude<ShareAccount['kind'], 'guest'>) =>
  z.object({ ...fields, password: fields.password.min(1) }).transform((given, context) => {
    const account = accountOf(kind, given, (field, key) =>
      context.addIssue({ code: 'custom', path: [field], message: key }),
    );
    return account === null ? z.NEVER : { account, secret: given.password };
  });

function accountOf(
  kind: ShareAccount['kind'],
  { user, domain }: { readonly user: string; readonly domain: string },
  fault: (field: 'user' | 'domain', key: string) => void,
): ShareAccount | null {
  if (kind === 'guest') return { kind };
  const name = parseAccountName(user, domain);
  if (name === null) {
    fault('user', user.trim() === '' ? 'layout:form.required' : 'sources:share.account-unclear');
    return null;
  }
  if (kind === 'kerberos' && name.domain === '') {
    fault('domain', 'sources:share.realm-missing');
    return null;
  }
  return { kind, ...name };
}

const SHORTEST_REASON = 10;

/** The button that tests a share and adds nothing. */
export const onlyTest = z.object({ only: z.literal('test') });
