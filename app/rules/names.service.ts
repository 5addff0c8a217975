import type { Audit, Entry } from '#audit/index.ts';
import { normalFormOf, RULE_LIMITS, type FindingType, type KnownPeople } from '#detect/index.ts';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import { newId } from '#kernel/ids.ts';
import type { Database, Tx } from '#platform/db/index.ts';
import type { KnownValue } from '#scan/index.ts';
import type { By } from '#sources/index.ts';
import { readNameList, type ListedPerson } from './name-list.ts';
import type { NameListHead, NameListStore } from './name-lists.store.ts';
import type { Rules } from './rules.service.ts';

/**
 * Lists of employees and customers, which make names surer. They have no versions: a list that is removed is gone, with
 * all who were on it. Scans use them at once.
 */
export interface KnownNames {
  all(): Promise<NameListHead[]>;
  /** Reads a list that was pasted. @returns how many people it has, and how many lines could not be read */
  add(by: By, list: { kind: KnownPeople['kind']; title: string; text: string }): Promise<AddedList>;
  /** What somebody is known by: what was typed, and what the lists say of the person of that name, address or number. */
  valuesOf(typed: string): Promise<KnownValue[]>;
  /** @throws Failure not-found */
  remove(by: By, id: string): Promise<void>;
}

/** `people` is 0, or more than is taken, when nothing was kept. */
export interface AddedList {
  readonly kept: boolean;
  readonly people: number;
  readonly unread: number;
}

export function createKnownNames(needs: {
  db: Database;
  audit: Audit;
  clock: Clock;
  store: NameListStore;
  rules: Pick<Rules, 'refresh'>;
}): KnownNames {
  const { db, audit, clock, store, rules } = needs;

  const record = (tx: Tx, by: By, what: Entry['what'], id: string, details: Entry['details']) =>
    audit.append(tx, {
      ...by,
      what,
      on: { kind: 'name-list', id },
      purpose: null,
      outcome: 'done',
      details,
    });

  return {
    async all() {
      const lists = await store.all(db.read);
      return lists.map(({ people, ...head }) => ({ ...head, people: people.length }));
    },

    async add(by, { kind, title, text }) {
      const { people, unread } = readNameList(text);
      const known = (await store.all(db.read)).reduce((sum, list) => sum + list.people.length, 0);
      if (people.length === 0 || known + people.length > RULE_LIMITS.people)
        return { kept: false, people: people.length, unread };
      const id = newId();
      const addedBy = by.who.kind === 'person' ? by.who.id : null;
      await db.write(async (tx) => {
        await store.add(tx, { id, kind, title, addedAt: clock.now(), addedBy, people });
        await record(tx, by, 'rules.names-added', id, { kind, people: people.length });
      });
      await rules.refresh();
      return { kept: true, people: people.length, unread };
    },

    async valuesOf(typed) {
      const isTyped = ({ name, email, cpr, number }: ListedPerson): boolean =>
        same('PERSON', name, typed) ||
        same('EMAIL_ADDRESS', email, typed) ||
        same('DK_CPR', cpr, typed) ||
        (number !== '' && number === typed.trim());
      const listed = (await store.all(db.read)).flatMap(({ people }) => people).filter(isTyped);
      const values = listed.flatMap(({ name, email, cpr }): KnownValue[] => [
        { type: 'PERSON', value: name },
        { type: 'EMAIL_ADDRESS', value: email },
        { type: 'DK_CPR', value: cpr },
      ]);
      return [...LOOKED_UP.map((type) => ({ type, value: typed })), ...values].filter(
        ({ value }) => value !== '',
      );
    },

    async remove(by, id) {
      await db.write(async (tx) => {
        if (!(await store.remove(tx, id)))
          throw new Failure('not-found', 'there is no such list', 'See the lists of names.');
        await record(tx, by, 'rules.names-removed', id, {});
      });
      await rules.refresh();
    },
  };
}

/** What somebody may be looked up by. */
const LOOKED_UP = ['PERSON', 'EMAIL_ADDRESS', 'DK_CPR', 'PHONE_NUMBER'] as const;

function same(type: FindingType, listed: string, typed: string): boolean {
  return listed !== '' && normalFormOf(type, listed) === normalFormOf(type, typed);
}
