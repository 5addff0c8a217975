import type { Request } from 'express';
import type { z } from 'zod';
import { postedFields } from './body.ts';
import type { Translate, WordValues } from './words.ts';

/** What is wrong with a field, as a key: one form can be shown in either language. */
export interface FieldError {
  readonly key: string;
  readonly values?: WordValues;
}

/** A form as it came in: what was typed, and what is wrong with it. Secrets are never in it. */
export interface FormState {
  readonly values: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, FieldError>>;
}

export const emptyForm: FormState = { values: {}, errors: {} };

export type FormResult<Values> =
  { readonly ok: true; readonly values: Values } | { readonly ok: false; readonly form: FormState };

/**
 * Reads a posted form. A message in the schema may be a word's key (`z.string().min(12, 'identity:password.short')`)
 * and is shown as such; other messages are replaced by general words for their kind. The first error of a field wins.
 * `secrets` names fields that are not shown again (names with "password" or "code" never are). Answer a form that is
 * not ok with status 422 and the same page.
 */
export function readForm<Schema extends z.ZodType>(
  request: Request,
  schema: Schema,
  secrets: readonly string[] = [],
): FormResult<z.output<Schema>> {
  const parsed = schema.safeParse(request.body ?? {});
  if (parsed.success) return { ok: true, values: parsed.data };
  const typed = postedFields(request);
  const errors: Record<string, FieldError> = {};
  for (const issue of parsed.error.issues) {
    const name = String(issue.path[0] ?? WHOLE_FORM);
    errors[name] ??= fieldError(issue, typed[name]);
  }
  return { ok: false, form: { values: withoutSecrets(typed, secrets), errors } };
}

/** The same form with one more error, found by a service: a name that is taken, a folder that cannot be read. */
export function refused(
  request: Request,
  field: string,
  error: FieldError,
  secrets: readonly string[] = [],
): FormState {
  return { values: withoutSecrets(postedFields(request), secrets), errors: { [field]: error } };
}

/** The form as it was sent, with nothing wrong: to show it again beside what came of it. */
export function typedForm(request: Request, secrets: readonly string[] = []): FormState {
  return { values: withoutSecrets(postedFields(request), secrets), errors: {} };
}

/** Errors under this name belong to no field; the `form-error` partial shows them above the form. */
export const WHOLE_FORM = 'form';

export interface FieldOptions {
  readonly name: string;
  readonly label: string;
  readonly type?: 'text' | 'email' | 'password' | 'number' | 'search' | 'textarea' | 'select' | 'checkbox';
  readonly hint?: string;
  readonly required?: boolean;
  readonly autocomplete?: string;
  readonly inputmode?: string;
  readonly maxlength?: number;
  readonly autofocus?: boolean;
  /** For select: the choices, in order. */
  readonly choices?: readonly { readonly value: string; readonly label: string }[];
  /** What stands there before anything was typed. */
  readonly initial?: string;
}

export type FieldModel = ReturnType<typeof fieldModel>;

/** One field for the partial `/layout/field`: label, hint and error already in words. */
export function fieldModel(t: Translate, form: FormState, options: FieldOptions) {
  const error = form.errors[options.name];
  const id = `field-${options.name}`;
  return {
    type: 'text' as const,
    required: false,
    choices: [],
    ...options,
    id,
    // A select with an empty choice, such as "all" or "nobody", is filled in as it stands; browsers disagree.
    mustBeFilled:
      options.required === true && options.choices?.some((choice) => choice.value === '') !== true,
    value: options.type === 'password' ? '' : (form.values[options.name] ?? options.initial ?? ''),
    error: error === undefined ? undefined : t(error.key, error.values),
    describedBy: [options.hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' '),
  };
}

function fieldError(issue: z.core.$ZodIssue, typed: string | undefined): FieldError {
  if (/^[a-z-]+:[a-z][\w.-]*$/i.test(issue.message)) return { key: issue.message };
  if (typed === undefined || typed.trim() === '') return { key: 'layout:form.required' };
  if (issue.code === 'too_small')
    return { key: 'layout:form.too-small', values: { count: Number(issue.minimum) } };
  if (issue.code === 'too_big')
    return { key: 'layout:form.too-big', values: { count: Number(issue.maximum) } };
  if (issue.code === 'invalid_format' && issue.format === 'email') return { key: 'layout:form.email' };
  return { key: 'layout:form.invalid' };
}

function withoutSecrets(
  values: Readonly<Record<string, string>>,
  secrets: readonly string[],
): Record<string, string> {
  const isSecret = (name: string) =>
    name === '_csrf' || /password|code/i.test(name) || secrets.includes(name);
  return Object.fromEntries(Object.entries(values).filter(([name]) => !isSecret(name)));
}
