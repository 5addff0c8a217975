import type { BadgeModel } from './badge.ts';

/** For the partial `/layout/table`: on a narrow screen each row becomes a small card with its columns' labels. */
export interface TableModel {
  /** What the table lists, for those who hear the page. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

export interface TableColumn {
  readonly label: string;
  /** Set right, in figures of equal width. */
  readonly numeric?: boolean;
  /** Set on one line where there is room: dates, badges. */
  readonly short?: boolean;
}

/** Texts are ready to show: formatted and in the reader's language. */
export type TableCell =
  | { readonly kind: 'text'; readonly text: string; readonly note?: string }
  | { readonly kind: 'link'; readonly text: string; readonly href: string; readonly note?: string }
  | { readonly kind: 'badges'; readonly badges: readonly BadgeModel[] };
