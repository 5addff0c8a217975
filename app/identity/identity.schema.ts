import { z } from 'zod';
import { isEmail, isLogin, normalLogin } from './core/login.ts';
import { readCode } from './core/one-time-code.ts';
import { passwordFault } from './core/password-policy.ts';

/** What the forms of this room may hold. Messages are keys of words; passwords are taken as they are typed. */

/**
 * Control characters, line separators, and what turns the writing around: with one of these a name would dress as
 * another in lists and on the record. The joiners that Persian and Indian names need stay.
 */
const ODD = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/u;

const personName = z
  .string()
  .trim()
  .min(1, 'layout:form.required')
  .max(100, 'identity:field.too-long')
  .refine((name) => !ODD.test(name), 'identity:field.odd-characters');

const language = z.enum(['da', 'en']);

const code = z
  .string()
  .trim()
  .min(1, 'layout:form.required')
  .refine((typed) => typed === '' || readCode(typed) !== null, 'identity:code.malformed');

/** A password that is being chosen, typed twice. */
const twice = { password: z.string().min(1, 'layout:form.required'), passwordAgain: z.string() };
type Twice = z.infer<z.ZodObject<typeof twice>>;

/** @param names what the password must not be made of */
function goodPassword<Form extends Twice>(names: (form: Form) => readonly string[]) {
  // words: identity:password.*
  return (form: Form, context: z.RefinementCtx<Form>): void => {
    const fault = passwordFault(form.password, names(form));
    if (fault !== null) {
      context.addIssue({ code: 'custom', path: ['password'], message: `identity:password.${fault}` });
    } else if (form.password !== form.passwordAgain) {
      context.addIssue({ code: 'custom', path: ['passwordAgain'], message: 'identity:password.differs' });
    }
  };
}

export const setUpForm = z
  .object({
    code,
    company: z.string().trim().min(1, 'layout:form.required').max(200, 'identity:field.too-long'),
    name: personName,
    email: z
      .string()
      .transform(normalLogin)
      .refine((email) => isEmail(email), 'layout:form.email'),
    language,
    ...twice,
  })
  .superRefine(goodPassword((form) => [form.name, form.email, form.company]));

export const signInForm = z.object({
  login: z.string().trim().min(1, 'layout:form.required').max(254, 'identity:field.too-long'),
  password: z.string().min(1, 'layout:form.required'),
  next: z.string().optional(),
});

export const codeForm = z.object({ code });

/** @param known what the appliance knows already: the login and the company */
export const joinForm = (known: readonly string[]) =>
  z.object({ code, name: personName, ...twice }).superRefine(goodPassword((form) => [form.name, ...known]));

export const invitationForm = z.object({
  name: personName,
  login: z
    .string()
    .transform(normalLogin)
    .refine((login) => login === '' || isLogin(login), 'identity:invite.login-malformed'),
  language,
});

export const languageForm = z.object({ language });

/** @param known the person's own name and login, and the company */
export const passwordForm = (known: readonly string[]) =>
  z
    .object({ oldPassword: z.string().min(1, 'layout:form.required'), ...twice })
    .superRefine(goodPassword(() => known));
