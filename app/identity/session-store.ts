import { Store, type SessionData } from 'express-session';
import { z } from 'zod';
import type { Clock } from '#kernel/clock.ts';
import { Failure } from '#kernel/errors.ts';
import type { Database } from '#platform/db/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import { sessionsStore, type StoredSession } from './sessions.store.ts';

/** A session that nobody used for so long is over, in milliseconds: about as long as a coffee break. */
export const IDLE_LIMIT = 30 * 60 * 1000;
/** However busy: after a working day everybody signs in again. */
export const ABSOLUTE_LIMIT = 8 * 60 * 60 * 1000;

/** The key under which a session lies in the database. The id itself is in the browser's cookie only. */
export type SessionKey = (sessionId: string) => Buffer;

export function sessionKeys(vault: Vault): SessionKey {
  return (sessionId) => vault.mac('session', 'sessions.key', sessionId);
}

/**
 * express-session's store over the database: ids as HMACs, contents sealed and bound to their row. So a stolen
 * database opens no session, and a row that is copied or altered is none. (connect-session-knex was considered: it
 * keeps the session ids in clear text, which is as good as keeping the passwords.)
 */
export class DatabaseSessionStore extends Store {
  readonly #needs: { db: Database; vault: Vault; clock: Clock; key: SessionKey };
  /** Sessions that have a row. One that has ended meanwhile is not brought back by a request that was under way. */
  readonly #stored = new WeakSet<object>();

  constructor(needs: { db: Database; vault: Vault; clock: Clock; key: SessionKey }) {
    super();
    this.#needs = needs;
  }

  override get(sessionId: string, done: (error: unknown, session?: SessionData | null) => void): void {
    answer(this.#read(sessionId), done);
  }

  override set(sessionId: string, session: SessionData, done?: (error?: unknown) => void): void {
    answer(this.#write(sessionId, session), done);
  }

  override destroy(sessionId: string, done?: (error?: unknown) => void): void {
    const { db, key } = this.#needs;
    answer(
      db.write((tx) => sessionsStore.end(tx, key(sessionId))),
      done,
    );
  }

  override touch(sessionId: string, _session: SessionData, done?: () => void): void {
    answer(this.#touch(sessionId), done);
  }

  override createSession(...args: Parameters<Store['createSession']>): ReturnType<Store['createSession']> {
    const session = super.createSession(...args);
    this.#stored.add(session);
    return session;
  }

  async #read(sessionId: string): Promise<SessionData | null> {
    const { db, vault, clock, key } = this.#needs;
    const rowKey = key(sessionId);
    const stored = await sessionsStore.byKey(db.read, rowKey);
    if (stored === null || isOver(stored, clock.now())) return null;
    try {
      const content = storedContent.parse(JSON.parse(vault.openText(label(rowKey), stored.sealed)));
      return content.personId === stored.personId ? content.session : null;
    } catch (error) {
      // A row that somebody altered or moved is no session.
      if (error instanceof Failure && error.code === 'damaged') return null;
      throw error;
    }
  }

  async #write(sessionId: string, session: SessionData): Promise<void> {
    const { db, vault, clock, key } = this.#needs;
    const rowKey = key(sessionId);
    const personId = session.passport?.user ?? null;
    const sealed = vault.seal(label(rowKey), JSON.stringify({ personId, session }));
    const isStored = this.#stored.has(session);
    await db.write((tx) =>
      isStored
        ? sessionsStore.change(tx, rowKey, personId, sealed, clock.now())
        : sessionsStore.begin(tx, rowKey, personId, sealed, clock.now()),
    );
    this.#stored.add(session);
  }

  /** At most one write a minute: a page is many requests. */
  async #touch(sessionId: string): Promise<void> {
    const { db, clock, key } = this.#needs;
    const now = clock.now();
    const stored = await sessionsStore.byKey(db.read, key(sessionId));
    if (stored === null || apart(now, stored.seenAt) < 60_000) return;
    await db.write((tx) => sessionsStore.seen(tx, key(sessionId), now));
  }
}

declare module 'express-session' {
  interface SessionData {
    /** Passport's note of who is signed in: the person's id. */
    passport?: { user?: string };
  }
}

/** What is sealed; the person's id is in it, so that the row's own column cannot give a session to another. */
const storedContent = z.object({
  personId: z.string().nullable(),
  session: z.custom<SessionData>((value) => typeof value === 'object' && value !== null && 'cookie' in value),
});

function isOver({ begunAt, seenAt }: StoredSession, now: Date): boolean {
  return apart(now, begunAt) >= ABSOLUTE_LIMIT || apart(now, seenAt) >= IDLE_LIMIT;
}

/** In milliseconds, either way: when the clock is set back, a session of the time to come must not live until then. */
function apart(one: Date, other: Date): number {
  return Math.abs(one.getTime() - other.getTime());
}

function label(key: Buffer): string {
  return `sessions.sealed/${key.toString('base64url')}`;
}

function answer<T>(promise: Promise<T>, done?: (error: unknown, value?: T) => void): void {
  promise.then(
    (value) => done?.(null, value),
    (error: unknown) => done?.(error),
  );
}
