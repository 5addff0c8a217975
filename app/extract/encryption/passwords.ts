import { Unread } from '../unread.ts';

/** So many passwords are tried at most, besides the ones that a format has by itself. */
export const MOST_PASSWORDS = 50;

/**
 * Rounds of deriving keys for one file with all that is nested in it: about twenty seconds of a processor core. An honest
 * document takes 50,000 to 100,000 for a password, so that all passwords are tried on several documents.
 */
const MOST_ROUNDS = 20_000_000;

/** Office and LibreOffice stay at or below 100,000; a document that asks for more than this is after our time. */
const MOST_ROUNDS_FOR_ONE = 1_000_000;

/**
 * The passwords to try on one file and on what is nested in it. Which of them opened something is known here only, for the
 * time of the reading: it is tried first on the next part, since an archive mostly has one password.
 */
export class Passwords {
  #list: readonly string[];
  #roundsLeft = MOST_ROUNDS;

  constructor(given: readonly string[]) {
    this.#list = [...new Set(['', ...given.slice(0, MOST_PASSWORDS)])];
  }

  /**
   * What `attempt` gives for the first password that it does not answer with null.
   * @param options.rounds of deriving a key that one attempt takes, as the file says
   * @param options.first what the format itself uses where nobody chose a password
   * @throws Unread 'encrypted' when none opens it, or trying would take too long
   */
  open<T>(
    attempt: (password: string) => T | null,
    { rounds = 0, first = [] }: { rounds?: number; first?: readonly string[] } = {},
  ): T {
    for (const password of new Set([...first, ...this.#list])) {
      this.spend(rounds);
      const opened = attempt(password);
      if (opened !== null) return this.#opened(password, opened);
    }
    throw new Unread('encrypted');
  }

  /** The same for an attempt that has to wait. */
  async openLater<T>(
    attempt: (password: string) => Promise<T | null>,
    { rounds = 0 }: { rounds?: number } = {},
  ): Promise<T> {
    for (const password of [...this.#list]) {
      this.spend(rounds);
      const opened = await attempt(password);
      if (opened !== null) return this.#opened(password, opened);
    }
    throw new Unread('encrypted');
  }

  /** Counts rounds of deriving a key before they are done. @throws Unread 'encrypted' when they are too many */
  spend(rounds: number): void {
    if (!(rounds >= 0 && rounds <= MOST_ROUNDS_FOR_ONE)) throw new Unread('encrypted');
    if (rounds > this.#roundsLeft) throw new Unread('encrypted');
    this.#roundsLeft -= rounds;
  }

  #opened<T>(password: string, opened: T): T {
    this.#list = [password, ...this.#list.filter((other) => other !== password)];
    return opened;
  }
}
