/** For the partial `/layout/trend-chart`: columns over time, drawn in a box of 100 by 40 that stretches. */
export interface TrendChartModel {
  readonly label: string;
  readonly columns: readonly TrendColumn[];
}

interface TrendColumn {
  readonly label: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Points in the order of time; `text` is the value as it is shown. The scale starts at nothing. */
export function trendChart(
  label: string,
  points: readonly { readonly label: string; readonly value: number; readonly text: string }[],
): TrendChartModel {
  const highest = Math.max(0, ...points.map((point) => point.value));
  const step = 100 / Math.max(1, points.length);
  return {
    label,
    columns: points.map((point, index) => {
      const height = highest === 0 ? 0 : round((Math.max(0, point.value) / highest) * HEIGHT);
      return {
        label: point.label,
        text: point.text,
        x: round(index * step + step * 0.1),
        width: round(step * 0.8),
        y: round(HEIGHT - height),
        height,
      };
    }),
  };
}

const HEIGHT = 40;

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
