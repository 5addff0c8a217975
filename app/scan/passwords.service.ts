import { createHash } from 'node:crypto';
import type { Audit, Entry } from '#audit/index.ts';
import { MOST_PASSWORDS } from '#extract/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { By } from '#sources/index.ts';
import { passwordsIn, type PasswordsInForce } from './passwords.ts';
import type { PasswordStore, SealedPassword } from './passwords.store.ts';

/**
 * The passwords that are tried on what is enciphered. Once added they are shown to nobody again, and which of them opened a
 * file is kept nowhere. A change has those files read again that were not wholly read for want of one, and no others.
 */
export interface PasswordsToTry {
  /** Without the passwords; the oldest first. */
  all(): Promise<KeptPassword[]>;
  /**
   * Adds those of a text, one a line, that are not there yet.
   * @returns how many were added, and how many had been there; or that they would be more than are tried
   */
  add(by: By, given: { label: string; text: string }): Promise<AddedPasswords>;
  /** @throws Failure not-found */
  remove(by: By, id: string): Promise<void>;
  /** How many files they may open. */
  lockedFiles(): Promise<number>;
  readonly inForce: PasswordsInForce;
}

export type KeptPassword = Omit<SealedPassword, 'password'>;

export interface AddedPasswords {
  readonly kept: boolean;
  readonly added: number;
  readonly known: number;
}

/** Opens what is there: without the vault's key nothing starts. */
export async function createPasswordsToTry(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  store: PasswordStore;
}): Promise<PasswordsToTry> {
  const { db, audit, clock, store } = needs;
  let current = await store.all(db.read);

  const record = (tx: Tx, by: By, what: Entry['what'], id: string) =>
    audit.append(tx, {
      ...by,
      what,
      on: { kind: 'reading-password', id },
      purpose: null,
      outcome: 'done',
      details: {},
    });

  return {
    all: () =>
      Promise.resolve(current.map(({ id, label, addedAt, addedBy }) => ({ id, label, addedAt, addedBy }))),

    async add(by, { label, text }) {
      const given = passwordsIn(text);
      const ended = await db.write(async (tx) => {
        const there = await store.all(tx);
        const fresh = given.filter((password) => !there.some((one) => one.password === password));
        const known = given.length - fresh.length;
        if (there.length + fresh.length > MOST_PASSWORDS) return { kept: false, added: 0, known };
        for (const [i, password] of fresh.entries()) {
          const id = newId();
          const addedBy = by.who.kind === 'person' ? by.who.id : null;
          const called = fresh.length === 1 ? label : `${label} (${String(i + 1)})`;
          await store.add(tx, { id, label: called, password, addedAt: clock.now(), addedBy });
          await record(tx, by, 'scan.password-added', id);
        }
        return { kept: true, added: fresh.length, known };
      });
      current = await store.all(db.read);
      return ended;
    },

    async remove(by, id) {
      await db.write(async (tx) => {
        if (!(await store.remove(tx, id)))
          throw new Failure(
            'not-found',
            'there is no such password',
            'See the list: somebody may have removed it.',
          );
        await record(tx, by, 'scan.password-removed', id);
      });
      current = await store.all(db.read);
    },

    lockedFiles: () => store.lockedFiles(db.read),

    inForce: () => ({
      print: current.length === 0 ? null : printOf(current),
      list: current.map(({ password }) => password),
    }),
  };
}

/** Made of ids, which are drawn by lot: it says nothing of the passwords, not even to whoever tries them all. */
function printOf(passwords: readonly SealedPassword[]): string {
  const ids = passwords.map(({ id }) => id).sort();
  return createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 16);
}
