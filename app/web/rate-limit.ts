import type { Request, RequestHandler } from 'express';
import { ipKeyGenerator, rateLimit } from 'express-rate-limit';
import { WordedFailure } from './worded-failure.ts';
import { visitorOf } from './request.ts';

export interface RateLimit {
  /** Requests that are let through in one window, for one key. */
  readonly limit: number;
  readonly windowMinutes: number;
  /** Requests that are answered below 400 do not count. */
  readonly failuresOnly?: boolean;
  /** Whom to count together; without it the signed-in person, else the address that the request comes from. */
  readonly key?: (request: Request) => string;
}

/**
 * Refuses with 429, a page that says when to come back, and Retry-After in seconds. Counts live in this process's
 * memory: a restart forgets them. Make it once, when routes are put together, never inside a handler.
 */
export function createRateLimit(options: RateLimit): RequestHandler {
  return rateLimit({
    limit: options.limit,
    windowMs: options.windowMinutes * 60_000,
    skipSuccessfulRequests: options.failuresOnly ?? false,
    keyGenerator: options.key ?? personOrAddress,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    // Its self-checks write to the console when a stranger sends a forged X-Forwarded-For.
    validate: false,
    handler: (_request, _response, next) => {
      next(
        new WordedFailure(
          'too-many-attempts',
          'The rate limit is reached',
          'Wait for the time that Retry-After tells',
          'errors:too-many-attempts',
        ),
      );
    },
  });
}

/** The presets. Those of sign-in stand with its routes: only identity knows a login and a known browser. */
export const rateLimits = {
  /**
   * The set-up code and invitation slips. Their 100 random bits keep a guesser out; this spares the machine and the
   * record. Fewer tries would let one stranger keep everybody behind the same gateway from joining, and shut out a
   * newcomer who is looking for a password that is good enough.
   */
  setUp: (): RequestHandler =>
    createRateLimit({ limit: 100, windowMinutes: 15, failuresOnly: true, key: addressOf }),
  /** Values in clear text: enough to work through a file, too few to empty the appliance. */
  reveal: (): RequestHandler => createRateLimit({ limit: 60, windowMinutes: 15 }),
  general: (perMinute = 600): RequestHandler => createRateLimit({ limit: perMinute, windowMinutes: 1 }),
};

function personOrAddress(request: Request): string {
  const visitor = visitorOf(request);
  return visitor === undefined ? addressOf(request) : `person ${visitor.personId}`;
}

function addressOf(request: Request): string {
  return request.ip === undefined ? 'unknown' : ipKeyGenerator(request.ip);
}
