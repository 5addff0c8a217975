import type { Clock } from '#kernel/clock.ts';
import type { Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { delayAfter, FAILURES_LAST } from './core/sign-in-delay.ts';
import { signInFailuresStore } from './sign-in-failures.store.ts';

/** How often a password was tried in vain for one thing from one place; kept over a restart, named by HMACs only. */
export interface Tries {
  /**
   * Counts a try before its password is looked at, so that many at once cannot slip through.
   * @returns how many milliseconds to wait; if that is not 0, the try does not count and is not to be made.
   */
  count(tx: Tx, what: string, place: string): Promise<number>;
  /** The password was right: the count begins anew. */
  forget(tx: Tx, what: string, place: string): Promise<void>;
}

export function createTries({ vault, clock }: { vault: Vault; clock: Clock }): Tries {
  const accountOf = (what: string, place: string): Buffer =>
    vault.mac('blind-index', 'sign_in_failures.account', `${what}\0${place}`);
  return {
    async count(tx, what, place) {
      const now = clock.now();
      const account = accountOf(what, place);
      const known = await signInFailuresStore.of(tx, account);
      const age = known === null ? FAILURES_LAST : now.getTime() - known.lastAt.getTime();
      const failures = known === null || age >= FAILURES_LAST ? 0 : known.failures;
      const wait = delayAfter(failures);
      if (age < 0 && wait > 0) {
        // The clock was set back: the wait begins now, or it would last until the old time is reached again.
        await signInFailuresStore.set(tx, account, failures, now);
        return wait;
      }
      if (wait > 0 && wait > age) return wait - age;
      await signInFailuresStore.set(tx, account, failures + 1, now);
      return 0;
    },
    forget: (tx, what, place) => signInFailuresStore.forget(tx, accountOf(what, place)),
  };
}
