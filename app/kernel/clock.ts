/** Where the time comes from. Pure code takes a time; services take a clock, so that tests can turn it. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };
