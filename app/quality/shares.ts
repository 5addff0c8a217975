import type { Formats } from '#web/index.ts';
import type { Figures } from './figures.ts';

/** A part of a whole, 0 to 1; 0 when there is nothing to be a part of. */
export function shareOf(part = 0, whole = 0): number {
  return whole === 0 ? 0 : part / whole;
}

/** In per cent with one decimal; 999.6 of a thousand is never shown as all of them. */
export function percentText(formats: Formats, share: number): string {
  return formats.percent(share < 1 ? Math.min(share, 0.999) : share);
}

type Bands = Figures['names']['confidence'];

/** Of all findings from a confidence on, the share that was right. */
export function rightFrom(tables: readonly Bands[], from: number): number {
  const bands = tables.flat().filter((band) => band.from >= from);
  return shareOf(
    bands.reduce((sum, { right, count }) => sum + right * count, 0),
    bands.reduce((sum, { count }) => sum + count, 0),
  );
}

interface OriginShare {
  readonly origin: string;
  readonly women: number;
  readonly men: number;
  readonly share: number;
}

/** How many whole names of each origin were found, in the order of the figures. */
export function sharesByOrigin(groups: Figures['names']['groups']): OriginShare[] {
  return Object.entries(Object.groupBy(groups, ({ origin }) => origin)).map(([origin, group = []]) => {
    const share = (part: typeof group): number =>
      shareOf(
        part.reduce((sum, { found }) => sum + found, 0),
        part.reduce((sum, { wanted }) => sum + wanted, 0),
      );
    return {
      origin,
      women: share(group.filter(({ gender }) => gender === 'f')),
      men: share(group.filter(({ gender }) => gender === 'm')),
      share: share(group),
    };
  });
}

/** The origin whose names are missed most often. */
export function leastFound(groups: Figures['names']['groups']): OriginShare {
  return sharesByOrigin(groups).reduce((least, one) => (one.share < least.share ? one : least), {
    origin: 'danish',
    women: 1,
    men: 1,
    share: 1,
  });
}
