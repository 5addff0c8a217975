import type { Request, Response } from 'express';
import type { CustomRule } from '#detect/index.ts';
import { Failure } from '#kernel/errors.ts';
import { byOf } from '#sources/index.ts';
import {
  createRoutes,
  emptyForm,
  formatsOf,
  notify,
  page,
  pathParameter,
  readForm,
  refused,
  seeOther,
  translatorOf,
  type FormState,
  type Routes,
} from '#web/index.ts';
import { presentOwn, presentRuleForm } from './own.presenter.ts';
import { ruleForm, type RuleForm } from './rules.schema.ts';
import { newRuleId, type Rules } from './rules.service.ts';
import { withoutRule, withRule } from './set-changes.ts';
import { faultError } from './wording.presenter.ts';

/** The company's own rules: list, add, change, remove. Everything is done to the draft. */
export function ownRoutes({ rules }: { rules: Rules }): Routes {
  const showForm = async (request: Request, response: Response, rule: CustomRule | null, form: FormState) => {
    const [t, formats] = [translatorOf(request), formatsOf(request)];
    const model = presentRuleForm({ t, formats, state: await rules.state(), rule, form });
    await page(request, response, 'rules/rule', model);
  };

  const known = async (request: Request): Promise<CustomRule> => {
    const id = pathParameter(request, 'rule');
    const rule = (await rules.state()).set.rules.find((one) => one.id === id);
    if (rule === undefined) throw new Failure('not-found', 'there is no such rule', 'See the list of rules.');
    return rule;
  };

  const keep = async (request: Request, response: Response, before: CustomRule | null): Promise<void> => {
    const read = readForm(request, ruleForm);
    if (!read.ok) {
      await showForm(request, response.status(422), before, read.form);
      return;
    }
    const id = before?.id ?? newRuleId();
    const faults = await rules.draft(byOf(request), (set) => withRule(set, ruleOf(id, read.values)));
    const fault = faults.get(id);
    if (fault !== undefined) {
      await showForm(request, response.status(422), before, refused(request, 'pattern', faultError(fault)));
      return;
    }
    notify(request, { kind: 'done', key: 'rules:draft.kept' });
    seeOther(response, '/rules');
  };

  return createRoutes()
    .get('rules:manage', '/rules', async (request, response) => {
      const state = await rules.see(byOf(request), 'own');
      await page(
        request,
        response,
        'rules/own',
        presentOwn(translatorOf(request), formatsOf(request), state),
      );
    })
    .get('rules:manage', '/rules/new', (request, response) => showForm(request, response, null, emptyForm))
    .post('rules:manage', '/rules/own', (request, response) => keep(request, response, null))
    .get('rules:manage', '/rules/own/:rule', async (request, response) => {
      await rules.see(byOf(request), 'own');
      await showForm(request, response, await known(request), emptyForm);
    })
    .post('rules:manage', '/rules/own/:rule', async (request, response) => {
      await keep(request, response, await known(request));
    })
    .post('rules:manage', '/rules/own/:rule/removal', async (request, response) => {
      const { id } = await known(request);
      await rules.draft(byOf(request), (set) => withoutRule(set, id));
      notify(request, { kind: 'done', key: 'rules:draft.kept' });
      seeOther(response, '/rules');
    });
}

function ruleOf(id: string, form: RuleForm): CustomRule {
  const { title, category, atLeast, matchCase } = form;
  const head = { id, title, category, atLeast, matchCase };
  if (form.kind === 'pattern') return { ...head, kind: 'pattern', pattern: form.pattern };
  const { words, wholeWords } = form;
  return { ...head, kind: words.length === 1 ? 'keyword' : 'words', words, wholeWords };
}
