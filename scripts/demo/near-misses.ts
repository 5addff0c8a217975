import { withEanCheck, withLuhn } from './numbers.ts';
import { cut, lure } from './pen.ts';
import type { Rng } from './rng.ts';
import type { Text } from './text.ts';

/**
 * Numbers that fill a company's papers and belong to nobody. Some look exactly like a CPR number, a telephone number,
 * a card or an IBAN: only what stands around them tells the difference.
 */
export const nearMisses = {
  /** Eight digits like a telephone number, or ten that often begin with a date. */
  orderNumber(rng: Rng): Text {
    switch (rng.int(0, 3)) {
      case 0:
        return lure('PHONE_NUMBER', rng.pick(['4', '5', '7']) + rng.digits(7));
      case 1:
        return lure('DK_CPR', `${dayMonth(rng)}${rng.pick(['18', '19', '21', '23', '24'])}${rng.digits(4)}`);
      case 2:
        return `SO-${rng.digits(6)}`;
      default:
        return `2${rng.digits(5)}`;
    }
  },
  itemNumber(rng: Rng): Text {
    return rng.pick([
      // One in eight: harder than life, but such houses exist.
      () => lure('DK_CPR', `${dayMonth(rng)}${rng.digits(2)}-${rng.digits(4)}`),
      () => `${rng.digits(4)}-${rng.digits(2)}-${rng.digits(3)}`,
      () => `FM-${rng.digits(5)}`,
      () => `FM-${rng.digits(5)}`,
      () => `${rng.digits(4)}-${rng.digits(2)}`,
      () => `${rng.digits(3)}.${rng.digits(3)}.${rng.digits(2)}`,
      () => `${rng.pick(['BO', 'ST', 'RE'])}${rng.digits(4)}`,
      () => lure('PHONE_NUMBER', `6${rng.digits(7)}`),
    ])();
  },
  /** A production unit's number, ten digits from 1000000000: a tenth of them begin with a date. */
  pNumber: (rng: Rng): Text =>
    lure('DK_CPR', rng.pick(['1003', '1007', '1010', '1012', '1020']) + rng.digits(6)),
  cvr(rng: Rng): Text {
    const number = rng.pick(['1', '2', '3']) + rng.digits(7);
    return lure('PHONE_NUMBER', cut(number, rng.pick(['########', '## ## ## ##'])));
  },
  /** Registration number and account of a Danish bank account, which is no IBAN. */
  account: (rng: Rng): Text => ['999', rng.digits(1), ' ', lure('DK_CPR', `0${rng.digits(9)}`)],
  ean: (rng: Rng): Text => withEanCheck(`5790${rng.digits(8)}`),
  tracking: (rng: Rng): Text =>
    rng.pick([`RR${rng.digits(9)}DK`, `0037${rng.digits(16)}`, `JJDK${rng.digits(12)}`]),
  /** Sixteen digits that fail the card's checksum. */
  serialNumber(rng: Rng): Text {
    const right = withLuhn(`4${rng.digits(14)}`);
    const wrong = `${right.slice(0, 15)}${(Number(right.at(-1)) + 3) % 10}`;
    return lure('CREDIT_CARD', cut(wrong, rng.pick(['################', '#### #### #### ####'])));
  },
  /** The line that a Danish payment slip is read by. */
  paymentLine: (rng: Rng): Text => ['+71<', withLuhn(rng.digits(14)), '+', `8${rng.digits(7)}`, '<'],
  brokenIban: (rng: Rng): Text =>
    lure('IBAN_CODE', `DK00 999${rng.digits(1)} ${rng.digits(4)} ${rng.digits(4)} ${rng.digits(2)}`),
  maskedCpr: (rng: Rng): Text => `${dayMonth(rng)}${rng.pick(['61', '74', '83', '90'])}-XXXX`,
  maskedCard: (rng: Rng): Text => `XXXX XXXX XXXX ${rng.digits(4)}`,
};

export function amount(kroner: number): string {
  const [whole, cents] = kroner.toFixed(2).split('.');
  return `${(whole ?? '').replace(/\B(?=(\d{3})+$)/g, '.')},${cents}`;
}

function dayMonth(rng: Rng): string {
  return [rng.int(1, 28), rng.int(1, 12)].map((part) => String(part).padStart(2, '0')).join('');
}
