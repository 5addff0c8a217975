/** From when to when a certificate holds. */
export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** Ten years. */
export const ROOT_DAYS = 3652;

/** What browsers accept at most for a server, less a day: 398 days (CA/Browser Forum, Baseline Requirements 6.3.2). */
export const SERVER_DAYS = 397;

/**
 * A validity of so many days that begins an hour ago, so that a client whose clock is a little behind takes it too.
 * It ends no later than that of its issuer.
 */
export function validity(now: Date, days: number, issuer?: Validity): Validity {
  const from = now.getTime() - HOUR;
  const until = Math.min(from + days * 24 * HOUR, issuer?.notAfter.getTime() ?? Infinity);
  return { notBefore: new Date(from), notAfter: new Date(until) };
}

/**
 * Whether it is time for a new certificate: two thirds of its life have passed, which leaves months to notice that
 * renewing fails. Also when it does not hold yet, which is so after a clock that ran ahead was set right.
 */
export function renewalDue({ notBefore, notAfter }: Validity, now: Date): boolean {
  const lived = now.getTime() - notBefore.getTime();
  return lived < 0 || lived >= ((notAfter.getTime() - notBefore.getTime()) * 2) / 3;
}

const HOUR = 60 * 60 * 1000;
