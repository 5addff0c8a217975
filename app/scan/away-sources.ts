import type { Clock } from '#kernel/clock.ts';
import type { AwayReason } from '#sources/index.ts';

/**
 * Which sources did not answer, and when each is tried again: after a minute, then after twice as long each time, up
 * to a quarter of an hour. One that refuses the account is tried seldom, or the trying would lock the account. What is
 * known dies with the process: a restart tries at once.
 */
export interface AwaySources {
  /** Whether it is not yet the time to try the source again. */
  isTooEarly(sourceId: number): boolean;
  /**
   * @param wasThere it answered for a while before it went away: the waiting begins anew.
   * @returns what to do: wait for it, and whether this is the first time in a row, or give it up.
   */
  note(sourceId: number, reason: AwayReason, wasThere: boolean): 'wait' | 'wait-on' | 'give-up';
  /** Somebody asks for it, or it is there: tried at once from now on. */
  forget(sourceId: number): void;
}

/** @param needs.mostMs how long a source is waited for, in milliseconds */
export function createAwaySources(needs: { clock: Clock; mostMs: number }): AwaySources {
  const { clock, mostMs } = needs;
  const away = new Map<number, Away>();
  return {
    isTooEarly: (sourceId) => clock.now().getTime() < (away.get(sourceId)?.nextAt ?? 0),
    note(sourceId, reason, wasThere) {
      const now = clock.now().getTime();
      const known = wasThere ? undefined : away.get(sourceId);
      const { since, tries } = known ?? { since: now, tries: 0 };
      if (!WAITED_FOR.has(reason) || now - since >= mostMs) {
        away.delete(sourceId);
        return 'give-up';
      }
      const pause = Math.min((reason === 'refused' ? REFUSED_MS : FIRST_MS) * 2 ** tries, LONGEST_MS);
      away.set(sourceId, { since, tries: tries + 1, nextAt: now + pause });
      return known === undefined ? 'wait' : 'wait-on';
    },
    forget: (sourceId) => void away.delete(sourceId),
  };
}

/** When it went away, how often it has been tried since, and when it is tried next; in milliseconds since 1970. */
interface Away {
  readonly since: number;
  readonly tries: number;
  readonly nextAt: number;
}

/** A share that is not there, or not encrypted, is somebody's to set right first. */
const WAITED_FOR: ReadonlySet<AwayReason> = new Set<AwayReason>(['unreachable', 'refused']);
const FIRST_MS = 60_000;
const LONGEST_MS = 15 * 60_000;
const REFUSED_MS = LONGEST_MS;
