/** For the partial `/layout/pagination`. */
export interface PaginationModel {
  readonly page: number;
  readonly pageCount: number;
  readonly previous: string | undefined;
  readonly next: string | undefined;
  /** The first, the last and those around the current one; `gap` where some are left out. */
  readonly steps: readonly (
    | { readonly kind: 'page'; readonly page: number; readonly href: string; readonly current: boolean }
    | { readonly kind: 'gap' }
  )[];
}

/** Pages count from 1; a page outside is taken as the nearest. `hrefOf` keeps the filters that are on. */
export function pagination(
  page: number,
  pageCount: number,
  hrefOf: (page: number) => string,
): PaginationModel {
  const last = Math.max(1, pageCount);
  const current = Math.min(Math.max(1, page), last);
  const shown = [...new Set([1, current - 1, current, current + 1, last])].filter(
    (step) => step >= 1 && step <= last,
  );
  return {
    page: current,
    pageCount: last,
    previous: current > 1 ? hrefOf(current - 1) : undefined,
    next: current < last ? hrefOf(current + 1) : undefined,
    steps: shown.flatMap((step, index) => {
      const before = shown[index - 1];
      const entry = { kind: 'page' as const, page: step, href: hrefOf(step), current: step === current };
      return before !== undefined && step - before > 1 ? [{ kind: 'gap' as const }, entry] : [entry];
    }),
  };
}
