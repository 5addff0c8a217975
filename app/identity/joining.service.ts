import type { Audit } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database, Reader, Tx } from '#platform/db/index.ts';
import { readCode } from './core/one-time-code.ts';
import type { Passwords } from './passwords.service.ts';
import type { PeopleStore } from './people.store.ts';
import { stateOf, type Person } from './person.ts';
import { onPerson, recordLine } from './record-line.ts';
import type { SlipCodes } from './slip-codes.ts';
import { slipState, type Slip } from './slip.ts';
import { slipsStore } from './slips.store.ts';

/** `invalid` for a code that never was, was used, was withdrawn or belongs to a closed person: all the same outside. */
export type SlipRefusal = 'invalid' | 'expired';

/** A member of staff turns a slip into a login of their own. Every try is on the record, the code never. */
export interface Joining {
  /** Whose slip it is, for "is this you?". Uses nothing up. */
  open(code: string, from: string | null): Promise<Person | SlipRefusal>;
  /** @param choice the name as the person wants it, and a password that `passwordFault` has let through */
  join(
    code: string,
    choice: { name: string; password: string },
    from: string | null,
  ): Promise<Person | SlipRefusal>;
}

export function createJoining(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  people: PeopleStore;
  passwords: Passwords;
  codes: SlipCodes;
}): Joining {
  const { db, audit, clock, people, passwords, codes } = needs;

  return {
    async open(code, from) {
      const found = await lookUp(db.read, code);
      const person = typeof found === 'string' ? null : found.person;
      const line = recordLine({ personId: null, from }, 'identity.slip-opened', {
        on: person === null ? null : onPerson(person.id),
        outcome: person === null ? 'refused' : 'done',
        details: typeof found === 'string' ? { reason: found } : {},
      });
      await db.write((tx) => audit.append(tx, line));
      return typeof found === 'string' ? found : found.person;
    },

    async join(code, choice, from) {
      const before = await lookUp(db.read, code);
      // A wrong code costs no hash: codes are too long to guess, and the machine is not to be kept busy with it.
      const password =
        typeof before === 'string' ? null : await passwords.hashFor(before.person.id, choice.password);
      return db.write(async (tx) => {
        const found = await lookUp(tx, code);
        if (typeof found === 'string' || password === null) {
          const reason = typeof found === 'string' ? found : 'invalid';
          const line = { outcome: 'refused', details: { reason } } as const;
          await audit.append(tx, recordLine({ personId: null, from }, 'identity.joined', line));
          return reason;
        }
        const { person, slip } = found;
        const now = clock.now();
        if (!(await slipsStore.use(tx, slip.id, now))) throw new Error('an open slip was used meanwhile');
        await people.join(tx, person.id, choice.name, now);
        await people.setPassword(tx, person.id, password);
        await audit.append(
          tx,
          recordLine({ personId: person.id, from }, 'identity.joined', { on: onPerson(person.id) }),
        );
        return { ...person, name: choice.name, joinedAt: now };
      });
    },
  };

  async function lookUp(
    db: Reader | Tx,
    typed: string,
  ): Promise<{ slip: Slip; person: Person } | SlipRefusal> {
    const code = readCode(typed);
    const slip = code === null ? null : await slipsStore.byCode(db, codes.macOf(code));
    const person = slip === null ? null : await people.byId(db, slip.personId);
    if (slip === null || person === null || stateOf(person) !== 'invited') return 'invalid';
    const state = slipState(slip, clock.now());
    if (state === 'open') return { slip, person };
    return state === 'expired' ? 'expired' : 'invalid';
  }
}
