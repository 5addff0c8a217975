import type { Reader, Tx } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { isRole, type Role } from './permissions.ts';
import type { Language, Person } from './person.ts';

interface PersonRow {
  id: string;
  role: string;
  sealed_name: Buffer;
  sealed_login: Buffer;
  login_index: Buffer;
  language: string;
  invited_at: number;
  joined_at: number | null;
  closed_at: number | null;
  sealed_password: Buffer | null;
  password_mac: Buffer | null;
}

declare module 'knex/types/tables.js' {
  interface Tables {
    people: PersonRow;
  }
}

/** A password hash as it is stored, with the seal that ties it to its person. */
export interface StoredPassword {
  readonly hash: string;
  readonly mac: Buffer;
}

export type PeopleStore = ReturnType<typeof createPeopleStore>;

/** People in the database: names, logins and password hashes sealed, logins found by a blind index. */
export function createPeopleStore(vault: Vault) {
  const loginIndex = (login: string): Buffer => vault.mac('blind-index', 'people.login', login);

  const personOf = (row: PersonRow): Person => {
    if (!isRole(row.role)) throw new Error('a person with a role that this version does not know');
    return {
      id: row.id,
      role: row.role,
      name: vault.openText(label('name', row.id), row.sealed_name),
      login: vault.openText(loginLabel(row.id, row.role), row.sealed_login),
      language: row.language === 'en' ? 'en' : 'da',
      invitedAt: new Date(row.invited_at),
      joinedAt: dateOrNull(row.joined_at),
      closedAt: dateOrNull(row.closed_at),
    };
  };

  return {
    async insert(tx: Tx, person: Person): Promise<void> {
      await tx('people').insert({
        id: person.id,
        role: person.role,
        sealed_name: vault.seal(label('name', person.id), person.name),
        sealed_login: vault.seal(loginLabel(person.id, person.role), person.login),
        login_index: loginIndex(person.login),
        language: person.language,
        invited_at: person.invitedAt.getTime(),
        joined_at: person.joinedAt?.getTime() ?? null,
        closed_at: null,
        sealed_password: null,
        password_mac: null,
      });
    },

    async byId(db: Reader | Tx, id: string): Promise<Person | null> {
      const row = await db('people').where({ id }).first();
      return row === undefined ? null : personOf(row);
    },

    /** @param login as `normalLogin` gives it */
    async byLogin(db: Reader | Tx, login: string): Promise<Person | null> {
      const row = await db('people')
        .where({ login_index: loginIndex(login) })
        .first();
      return row === undefined ? null : personOf(row);
    },

    /** Everybody, in the order of their invitation; one appliance has hundreds of people, not millions. */
    async all(db: Reader | Tx): Promise<Person[]> {
      return (await db('people').orderBy(['invited_at', 'id'])).map(personOf);
    },

    async hasCreator(db: Reader | Tx): Promise<boolean> {
      return (await db('people').where({ role: 'creator' }).first('id')) !== undefined;
    },

    /** Null if none was chosen. @throws Failure `damaged` when it was moved from elsewhere or altered. */
    async passwordOf(db: Reader | Tx, id: string): Promise<StoredPassword | null> {
      const row = await db('people').where({ id }).first('sealed_password', 'password_mac');
      if (!row?.sealed_password || !row.password_mac) return null;
      return { hash: vault.openText(label('password', id), row.sealed_password), mac: row.password_mac };
    },

    async setPassword(tx: Tx, id: string, { hash, mac }: StoredPassword): Promise<void> {
      const sealed = vault.seal(label('password', id), hash);
      await tx('people').where({ id }).update({ sealed_password: sealed, password_mac: mac });
    },

    async join(tx: Tx, id: string, name: string, at: Date): Promise<void> {
      const sealed = vault.seal(label('name', id), name);
      await tx('people').where({ id }).update({ sealed_name: sealed, joined_at: at.getTime() });
    },

    async setLanguage(tx: Tx, id: string, language: Language): Promise<void> {
      await tx('people').where({ id }).update({ language });
    },

    /** The password goes with the login: nothing is left to try. */
    async close(tx: Tx, id: string, at: Date): Promise<void> {
      await tx('people')
        .where({ id })
        .update({ closed_at: at.getTime(), sealed_password: null, password_mac: null });
    },
  };
}

/** Bound to the row: what is moved from another person does not open. */
function label(field: 'name' | 'password', id: string): string {
  return `people.${field}/${id}`;
}

/** Bound to the role too: whoever writes a wider role into the row, without the keys, gets a person who does not open. */
function loginLabel(id: string, role: Role): string {
  return `people.login/${id}/${role}`;
}

function dateOrNull(milliseconds: number | null): Date | null {
  return milliseconds === null ? null : new Date(milliseconds);
}
