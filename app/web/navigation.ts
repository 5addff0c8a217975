import type { Visitor } from './visitor.ts';

/** One entry of the navigation, given by boot as data. `key` is a word's key, such as `scan:navigation`. */
export interface NavigationItem {
  readonly href: string;
  readonly key: string;
  /** Shown only to those who may; without it, to everybody who is signed in. */
  readonly permission?: string;
  /** A file of views/layout/icons/, without its ending. */
  readonly icon?: string;
}

export interface NavigationEntry {
  readonly href: string;
  readonly key: string;
  readonly icon: string | undefined;
  readonly current: boolean;
}

/** What this visitor may enter, with the entry that the path lies under marked (the longest one that fits). */
export function navigationFor(
  items: readonly NavigationItem[],
  visitor: Visitor | undefined,
  path: string,
): NavigationEntry[] {
  if (visitor === undefined) return [];
  const shown = items.filter((item) => item.permission === undefined || visitor.may(item.permission));
  const current = shown
    .filter((item) => liesUnder(path, item.href))
    .reduce((longest, item) => (item.href.length > longest.length ? item.href : longest), '');
  return shown.map(({ href, key, icon }) => ({ href, key, icon, current: href === current }));
}

function liesUnder(path: string, href: string): boolean {
  return path === href || (href !== '/' && path.startsWith(`${href}/`));
}
