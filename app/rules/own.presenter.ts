import { RULE_LIMITS, type CustomRule } from '#detect/index.ts';
import {
  categoryBadge,
  fieldModel,
  type FieldModel,
  type FormState,
  type Formats,
  type TableModel,
  type Translate,
} from '#web/index.ts';
import { presentFrame } from './frame.presenter.ts';
import type { RulesState } from './rules.service.ts';
import { ruleText } from './wording.presenter.ts';

export function presentOwn(t: Translate, formats: Formats, state: RulesState) {
  const { rules } = state.set;
  const table: TableModel = {
    caption: t('rules:tab.own'),
    columns: [
      { label: t('rules:own.rule') },
      { label: t('rules:own.looks-for') },
      { label: t('rules:own.category'), short: true },
      { label: t('rules:own.at-least'), numeric: true },
    ],
    rows: rules.map((rule) => [
      { kind: 'link', text: rule.title, href: `/rules/own/${rule.id}` },
      // words: rules:own.kind.*
      { kind: 'text', text: ruleText(t, rule), note: t(`rules:own.kind.${kindOf(rule)}`) },
      { kind: 'badges', badges: [categoryBadge(t, rule.category)] },
      { kind: 'text', text: formats.number(rule.atLeast) },
    ]),
  };
  return { ...presentFrame({ t, formats, tab: 'own', state }), table, none: rules.length === 0 };
}

function kindOf({ kind }: CustomRule): 'words' | 'pattern' {
  return kind === 'pattern' ? 'pattern' : 'words';
}

const CATEGORIES = ['ordinary', 'confidential', 'sensitive', 'criminal'] as const;

/** The form of one rule. @param given.rule null for a new one */
export function presentRuleForm(given: {
  t: Translate;
  formats: Formats;
  state: RulesState;
  rule: CustomRule | null;
  form: FormState;
}) {
  const { t, form, rule } = given;
  const typed = Object.keys(form.values).length > 0;
  const checked = (value: boolean): string => (value && !typed ? 'on' : '');
  const isPattern = rule?.kind === 'pattern';
  return {
    ...presentFrame({ ...given, tab: 'own' }),
    title: rule === null ? t('rules:own.new') : rule.title,
    form,
    action: rule === null ? '/rules/own' : `/rules/own/${rule.id}`,
    removal: rule === null ? null : `/rules/own/${rule.id}/removal`,
    fields: [
      fieldModel(t, form, {
        name: 'title',
        label: t('rules:own.title'),
        hint: t('rules:own.title-hint'),
        required: true,
        maxlength: 80,
        initial: rule?.title ?? '',
      }),
      fieldModel(t, form, {
        name: 'kind',
        label: t('rules:own.kind-label'),
        type: 'select',
        required: true,
        initial: isPattern ? 'pattern' : 'words',
        choices: (['words', 'pattern'] as const).map((value) => ({
          value,
          label: t(`rules:own.kind.${value}`),
        })),
      }),
      asked(
        fieldModel(t, form, {
          name: 'words',
          required: true,
          label: t('rules:own.words'),
          hint: t('rules:own.words-hint'),
          type: 'textarea',
          initial: rule !== null && rule.kind !== 'pattern' ? rule.words.join('\n') : '',
        }),
      ),
      fieldModel(t, form, {
        name: 'wholeWords',
        label: t('rules:own.whole-words'),
        hint: t('rules:own.whole-words-hint'),
        type: 'checkbox',
        initial: checked(rule === null || (rule.kind !== 'pattern' && rule.wholeWords)),
      }),
      asked(
        fieldModel(t, form, {
          name: 'pattern',
          required: true,
          label: t('rules:own.pattern'),
          hint: t('rules:own.pattern-hint'),
          autocomplete: 'off',
          maxlength: RULE_LIMITS.patternLength,
          initial: isPattern ? rule.pattern : '',
        }),
      ),
      fieldModel(t, form, {
        name: 'matchCase',
        label: t('rules:own.match-case'),
        type: 'checkbox',
        initial: checked(rule?.matchCase ?? false),
      }),
      fieldModel(t, form, {
        name: 'category',
        label: t('rules:own.category'),
        hint: t('rules:own.category-hint'),
        type: 'select',
        required: true,
        initial: rule?.category ?? 'confidential',
        choices: CATEGORIES.map((value) => ({ value, label: t(`layout:category.${value}`) })),
      }),
      fieldModel(t, form, {
        name: 'atLeast',
        label: t('rules:own.at-least'),
        hint: t('rules:own.at-least-hint'),
        type: 'number',
        required: true,
        initial: String(rule?.atLeast ?? 1),
      }),
    ],
  };
}

/** It has to be filled in when its kind is chosen, which a browser cannot know: the server says so. */
function asked(field: FieldModel): FieldModel {
  return { ...field, mustBeFilled: false };
}
