/** A printed invitation: single use, expiring, withdrawable. Its code is on the paper only. */
export interface Slip {
  readonly id: string;
  readonly personId: string;
  readonly madeAt: Date;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly withdrawnAt: Date | null;
}

export type SlipState = 'open' | 'used' | 'withdrawn' | 'expired';

/** Milliseconds from making a slip to its end: time for somebody on a holiday of two weeks. */
export const SLIP_LASTS = 14 * 24 * 60 * 60 * 1000;

export function slipState(slip: Slip, now: Date): SlipState {
  if (slip.usedAt !== null) return 'used';
  if (slip.withdrawnAt !== null) return 'withdrawn';
  return now.getTime() >= slip.expiresAt.getTime() ? 'expired' : 'open';
}
