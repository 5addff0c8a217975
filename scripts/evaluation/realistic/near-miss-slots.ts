import { beginsWithDate, modulus11 } from '../../demo/numbers.ts';
import type { Rng } from '../../demo/rng.ts';
import type { Slot } from './slot.ts';
import { twoDigits } from './word-slots.ts';

/**
 * Numbers of a company's papers that belong to nobody. `order10` are any ten digits: 3.6 % of them begin with a date;
 * `order10d` all do, and `order10m` hold modulus 11 as well.
 */
export const NEAR_MISS_SLOTS: Readonly<Record<string, Slot>> = {
  order10: lure((rng) => `${rng.int(1, 9)}${rng.digits(9)}`),
  order10d: lure((rng) => (rng.chance(0.5) ? dated(rng) : `${rng.int(1, 9)}${rng.digits(9)}`)),
  order10m: lure(datedAndChecked),
  item: lure((rng) =>
    rng.pick([
      `${rng.digits(4)}-${rng.digits(2)}-${rng.digits(3)}`,
      rng.digits(6),
      `FM-${rng.digits(5)}`,
      `${rng.digits(3)}.${rng.digits(3)}.${rng.digits(2)}`,
      rng.digits(8),
      rng.digits(10),
    ]),
  ),
  item64: lure((rng) => `${rng.digits(6)}-${rng.digits(4)}`),
  inv: lure((rng) =>
    rng.pick([rng.digits(8), rng.digits(6), `F${rng.digits(7)}`, `2024-${rng.digits(5)}`, rng.digits(10)]),
  ),
  case: lure((rng) =>
    rng.pick([
      `20${rng.int(12, 26)}-${rng.digits(6)}`,
      `${rng.int(12, 26)}-${rng.digits(5)}`,
      `${rng.int(12, 26)}/${rng.digits(5)}`,
      `20${rng.int(12, 26)}-${twoDigits(rng.int(1, 12))}${twoDigits(rng.int(1, 28))}-${rng.digits(5)}`,
    ]),
  ),
  case2: lure((rng) =>
    rng.pick([
      `${rng.int(12, 26)}-${rng.digits(8)}`,
      `S${rng.int(12, 26)}-${rng.digits(4)}`,
      `20${rng.int(12, 26)}-${rng.digits(6)}`,
      `${rng.digits(2)}.${rng.digits(2)}.${rng.digits(2)}-K08-${rng.digits(1)}-${rng.int(12, 26)}`,
    ]),
  ),
  ref: lure((rng) => rng.pick([`${rng.digits(4)}/jpn`, rng.digits(7), dated(rng)])),
  pnr: lure((rng) => `10${rng.pick(['0', '1', '2', '3'])}${rng.digits(7)}`),
  cvr: lure((rng) =>
    rng.chance(0.3)
      ? `${rng.int(10, 39)} ${rng.digits(2)} ${rng.digits(2)} ${rng.digits(2)}`
      : `${rng.int(10, 39)}${rng.digits(6)}`,
  ),
  customer: lure((rng) => rng.pick([rng.digits(6), rng.digits(8), rng.digits(10), dated(rng)])),
  parcel: lure((rng) =>
    rng.pick([
      `RR${rng.digits(9)}DK`,
      `0037${rng.digits(16)}`,
      `JJDK${rng.digits(12)}`,
      rng.digits(11),
      rng.digits(10),
    ]),
  ),
  account10: lure((rng) => `0${rng.digits(9)}`),
  accountd: lure(dated),
  epoch: lure((rng) => `1${rng.int(5, 7)}${rng.digits(8)}`),
  hex8: lure((rng) => Array.from({ length: 8 }, () => '0123456789abcdef'.charAt(rng.int(0, 15))).join('')),
  version: lure((rng) =>
    rng.pick([
      `${rng.int(1, 9)}.${rng.int(0, 20)}.${rng.int(0, 99)}`,
      `20${rng.int(20, 26)}.${rng.int(1, 12)}.${rng.int(1, 9)}.${rng.int(1, 200)}`,
      `${rng.int(1, 9)}.${rng.int(0, 9)}`,
    ]),
  ),
  pos: lure((rng) => String(rng.int(1, 9) * 10)),
};

function lure(make: (rng: Rng) => string): Slot {
  return { type: null, fill: ({ rng }) => make(rng) };
}

function dated(rng: Rng): string {
  for (;;) {
    const digits = `${twoDigits(rng.int(1, 31))}${twoDigits(rng.int(1, 12))}${rng.digits(6)}`;
    if (beginsWithDate(digits)) return digits;
  }
}

function datedAndChecked(rng: Rng): string {
  for (;;) {
    const digits = dated(rng);
    if (modulus11(digits)) return digits;
  }
}
