import { categoryLists, FINDING_TYPES, type FindingType } from '#detect/index.ts';
import { emptyForm, fieldModel, type FormState, type Formats, type Translate } from '#web/index.ts';
import { presentFrame } from './frame.presenter.ts';
import type { RulesState } from './rules.service.ts';

/** The built-in types, each with whether it is looked for; the special categories with their lists and the company's own. */
export function presentBuiltIn(given: {
  t: Translate;
  formats: Formats;
  state: RulesState;
  /** The type whose form came back with an error. */
  refused: { type: string; form: FormState } | null;
}) {
  const { t, formats, state, refused } = given;
  const off = new Set(state.set.off);
  const lists = categoryLists();
  const isSpecial = (type: FindingType): boolean => lists.some((list) => list.type === type);
  return {
    ...presentFrame({ t, formats, tab: 'built-in', state }),
    // words: rules:built-in.group.*
    groups: GROUPS.map(([name, holds]) => ({
      title: t(`rules:built-in.group.${name}`),
      types: FINDING_TYPES.filter((type) => groupOf(type, isSpecial(type)) === holds).map((type) => ({
        name: `type.${type}`,
        text: t(`scan:type.${type}`),
        on: !off.has(type),
      })),
    })).filter(({ types }) => types.length > 0),
    special: FINDING_TYPES.filter(isSpecial).map((type) => {
      const form = refused?.type === type ? refused.form : emptyForm;
      const own = state.set.extra.filter((entry) => entry.type === type).map(({ phrase }) => phrase);
      return {
        type,
        text: t(`scan:type.${type}`),
        own,
        ownText: t('rules:built-in.own', { count: own.length }),
        // words: scan:language.*
        lists: lists
          .filter((list) => list.type === type && list.phrases.length > 0)
          .map(({ language, phrases }) => ({
            title: t('rules:built-in.list', {
              language: t(`scan:language.${language}`),
              count: phrases.length,
            }),
            phrases: phrases.join(' · '),
          })),
        open: refused?.type === type,
        field: {
          ...fieldModel(t, form, {
            name: 'phrases',
            label: t('rules:built-in.phrases'),
            hint: t('rules:built-in.phrases-hint'),
            type: 'textarea',
            required: true,
          }),
          // Many of these stand on one page.
          id: `phrases-${type}`,
          describedBy: `phrases-${type}-hint`,
        },
      };
    }),
  };
}

const GROUPS = [
  ['special', 'special'],
  ['danish', 'danish'],
  ['general', 'general'],
  ['foreign', 'foreign'],
] as const;

function groupOf(type: FindingType, isSpecial: boolean): (typeof GROUPS)[number][1] {
  if (isSpecial) return 'special';
  if (type.startsWith('DK_')) return 'danish';
  return /^[A-Z]{2}_/.test(type) && !type.startsWith('IP_') ? 'foreign' : 'general';
}
