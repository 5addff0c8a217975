import type { Request, RequestHandler, Response } from 'express';
import session from 'express-session';
import { Passport } from 'passport';
import { Strategy } from 'passport-local';
import type { Vault } from '#platform/vault/index.ts';
import { setVisitor, signedInVisitor, visitorOf, type Visitor } from '#web/index.ts';
import type { Account } from './account.service.ts';
import { normalLogin } from './core/login.ts';
import { createKnownBrowsers } from './known-browser.ts';
import { mayDo } from './permissions.ts';
import { stateOf, type Person } from './person.ts';
import { addressOf, type Caller } from './record-line.ts';
import type { DatabaseSessionStore, SessionKey } from './session-store.ts';
import type { SignIn, SignInResult } from './sign-in.service.ts';

/** Sessions and who is in them: what lies between the browser's cookie and the services of this room. */
export interface Authentication {
  /** In this order, before any route: the session, then its person. */
  readonly middleware: readonly RequestHandler[];
  /** Holds the posted `login` and `password` against what is stored; signs nobody in. */
  check(request: Request, response: Response): Promise<SignInResult>;
  /** Begins a new session, with a new id, for this person. What the old one held is gone. */
  begin(request: Request, response: Response, person: Person): Promise<void>;
  /** Signs the visitor out and begins an empty session. */
  end(request: Request): Promise<void>;
  /** The key of the session that the request came with. */
  sessionKey(request: Request): Buffer;
  /** What wrong passwords for this login are counted by: a browser that it signed in from before, else the address. */
  placeOf(request: Request, login: string): string;
}

export function createAuthentication(needs: {
  vault: Vault;
  store: DatabaseSessionStore;
  key: SessionKey;
  signIn: SignIn;
  account: Account;
}): Authentication {
  const { vault, store, key, signIn, account } = needs;
  const browsers = createKnownBrowsers(vault);
  const results = new WeakMap<Request, SignInResult>();
  const passport = new Passport();

  const placeOf = (request: Request, login: string): string => {
    const number = browsers.read(normalLogin(login), cookieOf(request, KNOWN_BROWSER) ?? '');
    return number === null ? `address ${addressOf(request) ?? 'none'}` : `browser ${number}`;
  };

  passport.use(
    new Strategy({ usernameField: 'login', passReqToCallback: true }, (request, login, password, done) => {
      const attempt = { login, password, from: addressOf(request), place: placeOf(request, login) };
      signIn.try(attempt).then(
        (result) => {
          results.set(request, result);
          done(null, result.kind === 'signed-in' ? result.person : false);
        },
        (error: unknown) => done(error),
      );
    }),
  );
  passport.serializeUser((user, done) => done(null, idOf(user)));
  passport.deserializeUser(
    (request: Request, id: unknown, done: (error: unknown, person?: Person | false) => void) => {
      account.person(String(id)).then(
        (person) => {
          // Asked at each request, so that a closed person is out at once.
          const isIn = person !== null && stateOf(person) === 'joined';
          if (isIn) setVisitor(request, visitorFor(person));
          done(null, isIn ? person : false);
        },
        (error: unknown) => done(error),
      );
    },
  );

  return {
    middleware: [
      session({
        name: COOKIE,
        secret: vault.mac('session', 'cookie-signature', ''),
        store,
        resave: false,
        saveUninitialized: false,
        cookie: { path: '/', secure: true, httpOnly: true, sameSite: 'lax' },
      }),
      passport.session(),
    ],
    placeOf,
    sessionKey: (request) => key(request.sessionID),

    async check(request, response) {
      await new Promise<void>((done, failed) => {
        // Passport's types leave open what the middleware is; with express it is this.
        const authenticate = passport.authenticate('local', (error: unknown) =>
          settle(error, done, failed),
        ) as RequestHandler;
        void authenticate(request, response, (error: unknown) => settle(error, done, failed));
      });
      return results.get(request) ?? { kind: 'refused' };
    },

    async begin(request, response, person) {
      await new Promise<void>((done, failed) =>
        request.logIn(person, (error: unknown) => settle(error, done, failed)),
      );
      response.cookie(KNOWN_BROWSER, browsers.mark(person.login), {
        path: '/',
        secure: true,
        httpOnly: true,
        sameSite: 'lax',
        maxAge: KNOWN_FOR,
      });
    },

    async end(request) {
      const visitor = visitorOf(request);
      if (visitor !== undefined)
        await signIn.signOut(visitor.personId, key(request.sessionID), addressOf(request));
      await new Promise<void>((done, failed) =>
        request.session.regenerate((error: unknown) => settle(error, done, failed)),
      );
    },
  };
}

/** Who asks, from where, for services; for routes behind a door. @throws Failure not-signed-in */
export function callerOf(request: Request): Caller & { readonly personId: string } {
  return { personId: signedInVisitor(request).personId, from: addressOf(request) };
}

/** The prefix makes browsers insist on Secure, the path / and no domain: no other host can set or read it. */
const COOKIE = '__Host-datamapper';
const KNOWN_BROWSER = '__Host-datamapper-known';
const KNOWN_FOR = 180 * 24 * 60 * 60 * 1000;

function visitorFor({ id, name, role, language }: Person): Visitor {
  return { personId: id, name, role, language, may: (permission) => mayDo(role, permission) };
}

function idOf(user: object): string {
  if (!('id' in user) || typeof user.id !== 'string') throw new Error('a user without an id');
  return user.id;
}

function cookieOf(request: Request, name: string): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim());
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
}

function settle(error: unknown, done: () => void, failed: (error: Error) => void): void {
  if (error instanceof Error) failed(error);
  else done();
}
