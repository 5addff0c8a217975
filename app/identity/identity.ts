import type { Audit } from '#audit/index.ts';
import type { Clock } from '#kernel/clock.ts';
import type { Database } from '#platform/db/index.ts';
import type { JobHandler } from '#platform/jobs/index.ts';
import type { Vault } from '#platform/vault/index.ts';
import type { NavigationItem, Routes, WebAppOptions } from '#web/index.ts';
import { accountRoutes } from './account.routes.ts';
import { createAccount } from './account.service.ts';
import { callerOf, createAuthentication, type Authentication } from './authentication.routes.ts';
import { FAILURES_LAST } from './core/sign-in-delay.ts';
import { joinRoutes } from './join.routes.ts';
import { createJoining } from './joining.service.ts';
import { createPasswordHasher } from './password-hasher.ts';
import { createPasswords } from './passwords.service.ts';
import { peopleRoutes } from './people.routes.ts';
import { createPeople, type People } from './people.service.ts';
import { createPeopleStore } from './people.store.ts';
import { ABSOLUTE_LIMIT, DatabaseSessionStore, IDLE_LIMIT, sessionKeys } from './session-store.ts';
import { sessionsStore } from './sessions.store.ts';
import { setUpFirst, setUpRoutes } from './set-up.routes.ts';
import { createSetUp } from './set-up.service.ts';
import { signInFailuresStore } from './sign-in-failures.store.ts';
import { signInRoutes } from './sign-in.routes.ts';
import { createSignIn } from './sign-in.service.ts';
import { createSlipCodes } from './slip-codes.ts';
import { createTries } from './tries.ts';

/** What the room of people gives to boot and, by way of boot, to the other rooms. */
export interface Identity {
  /** For the console: whoever has it becomes the creator. New at each start; null once there is a creator. */
  readonly setUpCode: string | null;
  /** For createWebApp: sessions, then who is in them, then "set up first". */
  readonly middleware: Authentication['middleware'];
  readonly routes: readonly Routes[];
  readonly navigation: readonly NavigationItem[];
  readonly company: () => string | undefined;
  readonly rememberLanguage: NonNullable<WebAppOptions['rememberLanguage']>;
  /** Who there is, for other rooms: `choices` for select boxes, `nameOf` for pages. */
  readonly people: Pick<People, 'choices' | 'nameOf'>;
  /** Removes what has run out. Boot hands it to the jobs, with its cron expression. */
  readonly cleaning: { readonly kind: string; readonly cron: string; readonly handler: JobHandler };
  /** Ends the password thread. */
  close(): Promise<void>;
}

/**
 * Puts the room together.
 * @param needs.address of the appliance as people type it, for printed slips: `https://name:8443`
 * @param needs.rounds of sha256_crypt; only tests give fewer than the default
 */
export async function createIdentity(needs: {
  db: Database;
  vault: Vault;
  audit: Audit;
  clock: Clock;
  address: string;
  timeZone: string;
  rounds?: number;
}): Promise<Identity> {
  const { db, vault, audit, clock, address, timeZone, rounds } = needs;
  const hasher = createPasswordHasher();
  const passwords = createPasswords({ vault, hasher, ...(rounds === undefined ? {} : { rounds }) });
  const people = createPeopleStore(vault);
  const codes = createSlipCodes({ vault, clock });
  const tries = createTries({ vault, clock });
  const key = sessionKeys(vault);

  const setUp = await createSetUp({ db, audit, clock, people, passwords });
  const signIn = createSignIn({ db, audit, people, passwords, tries });
  const account = createAccount({ db, audit, people, passwords, tries });
  const store = new DatabaseSessionStore({ db, vault, clock, key });
  const authentication = createAuthentication({ vault, store, key, signIn, account });
  const invitations = createPeople({ db, audit, clock, people, codes });
  const joining = createJoining({ db, audit, clock, people, passwords, codes });
  const companyName = (): string | null => setUp.companyName();

  return {
    setUpCode: setUp.code,
    middleware: [...authentication.middleware, setUpFirst(setUp)],
    routes: [
      setUpRoutes(setUp, authentication),
      signInRoutes(authentication),
      joinRoutes(joining, authentication, companyName),
      peopleRoutes(invitations, { address, timeZone }),
      accountRoutes(account, authentication, companyName),
    ],
    navigation: [
      { href: '/people', key: 'identity:people.title', permission: 'identity:manage-people', icon: 'people' },
      { href: '/account', key: 'identity:account.title', icon: 'person' },
    ],
    company: () => companyName() ?? undefined,
    rememberLanguage: (request, language) => account.chooseLanguage(callerOf(request), language),
    people: invitations,
    cleaning: { kind: 'identity.cleaning', cron: '*/15 * * * *', handler: () => clean(db, clock.now()) },
    close: () => hasher.close(),
  };
}

async function clean(db: Database, now: Date): Promise<void> {
  const before = (milliseconds: number): Date => new Date(now.getTime() - milliseconds);
  await db.write(async (tx) => {
    await sessionsStore.endExpired(tx, {
      begunBefore: before(ABSOLUTE_LIMIT),
      seenBefore: before(IDLE_LIMIT),
    });
    await signInFailuresStore.forgetBefore(tx, before(FAILURES_LAST));
  });
}
