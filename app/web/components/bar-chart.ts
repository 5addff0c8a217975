import type { BadgeModel } from './badge.ts';

/** One bar as data: `text` is the value as it is shown, `value` its length; negative values count as none. */
export interface Bar {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly href?: string;
  readonly tone?: BadgeModel['tone'];
  /** A share of the value that is drawn over it in a tone of its own; the text must tell it too. */
  readonly part?: { readonly value: number; readonly tone: BadgeModel['tone'] };
}

/** For the partial `/layout/bar-chart`: labels are HTML, so they stay readable when the chart is narrow. */
export interface BarChartModel {
  readonly label: string;
  readonly bars: readonly (Omit<Bar, 'value' | 'part'> & {
    readonly tone: BadgeModel['tone'];
    readonly width: string;
    readonly part: { readonly width: string; readonly tone: BadgeModel['tone'] } | undefined;
  })[];
}

/** Lengths are shares of the longest bar; a value above nothing is never too short to be seen. */
export function barChart(label: string, bars: readonly Bar[]): BarChartModel {
  const longest = Math.max(0, ...bars.map((bar) => bar.value));
  return {
    label,
    bars: bars.map(({ value, part, ...bar }) => ({
      tone: 'blue',
      ...bar,
      width: percentOf(value, longest),
      part: part && { width: percentOf(part.value, longest), tone: part.tone },
    })),
  };
}

function percentOf(value: number, longest: number): string {
  if (value <= 0 || longest <= 0) return '0%';
  return `${Math.max(1, Math.round((value / longest) * 1000) / 10)}%`;
}
