import type { Formats, Translate } from '#web/index.ts';
import type { RulesState } from './rules.service.ts';

export type RulesTab = (typeof TABS)[number][0];

/** What all pages of the rules show: the tabs, and the draft if there is one. */
export function presentFrame(given: {
  t: Translate;
  formats: Formats;
  tab: RulesTab | null;
  state: RulesState;
}) {
  const { t, formats, tab, state } = given;
  const { version, draft, differences } = state;
  return {
    title: t('rules:title'),
    // words: rules:tab.*
    tabs: TABS.map(([name, href]) => ({ text: t(`rules:tab.${name}`), href, here: name === tab })),
    inUse:
      version === null
        ? t('rules:none-in-use')
        : t('rules:in-use', { number: version.number, when: formats.date(version.madeAt) }),
    onDraft: tab === null,
    draft: draft === null ? null : t('rules:draft.waiting', { count: differences.length }),
  };
}

const TABS = [
  ['own', '/rules'],
  ['allowed', '/rules/allowed'],
  ['built-in', '/rules/built-in'],
  ['names', '/rules/names'],
  ['versions', '/rules/versions'],
] as const;
