import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import { join } from 'node:path';
import supertest from 'supertest';
import { auditMigrations, createAudit, type Audit, type StoredEntry } from '#audit/index.ts';
import { createIdentity, identityMigrations, type Identity } from '#identity/index.ts';
import { jobMigrations } from '#platform/jobs/index.ts';
import { openDatabase, type Database } from '#platform/db/index.ts';
import { createVault, type Vault } from '#platform/vault/index.ts';
import { createRoutes, createWebApp } from '#web/index.ts';
import { scratch, turnableClock, type Scratch, type TurnableClock } from './scratch.ts';
import { tokenIn } from './web-app.ts';

/** The room of people as boot puts it together: a real database, vault, record and https server; the clock is turned. */
export interface IdentityRoom {
  readonly db: Database;
  readonly vault: Vault;
  readonly audit: Audit;
  readonly clock: TurnableClock;
  readonly identity: Identity;
  readonly server: Server;
  /** A browser with cookies of its own that trusts the server's certificate. */
  browser(): Browser;
  /** A browser that sends this Cookie header and keeps none. */
  browserWith(cookie: string): Browser;
  /** The newest entry of the record. */
  lastEntry(): Promise<StoredEntry>;
  /** All deeds on the record, oldest first. */
  deeds(): Promise<string[]>;
  /** Stops the appliance and starts it again over the same database. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export type Answer = supertest.Response;

export interface Browser {
  get(path: string): Promise<Answer>;
  /** Loads a page, fills in its form and sends it. */
  send(page: string, action: string, fields?: Readonly<Record<string, string>>): Promise<Answer>;
  /** Sends a form with a token that was found before, or with none. */
  post(
    action: string,
    fields: Readonly<Record<string, string>>,
    headers?: Readonly<Record<string, string>>,
  ): Promise<Answer>;
}

/** Few rounds, so that tests are quick; the fewest that sha256_crypt knows. */
export const QUICK_ROUNDS = 1_000;

export async function identityRoom(): Promise<IdentityRoom> {
  const files = scratch();
  const certificate = serverCertificate(files);
  const vault = createVault([randomBytes(32)]);
  const clock = turnableClock();
  const open = async () => {
    const db = await openDatabase(files.path('room.db'), [
      ...jobMigrations,
      ...auditMigrations,
      ...identityMigrations,
    ]);
    const audit = createAudit({ db, vault, clock });
    const identity = await createIdentity({
      db,
      vault,
      audit,
      clock,
      address: 'https://files.company.test:8443',
      timeZone: 'Europe/Copenhagen',
      rounds: QUICK_ROUNDS,
    });
    const server = createServer(certificate, (await webAppOf(identity, clock)).app);
    await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
    return { db, audit, identity, server };
  };
  const shut = async ({ db, identity, server }: Awaited<ReturnType<typeof open>>): Promise<void> => {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
    await identity.close();
    await db.close();
  };
  let now = await open();
  const entries = async (): Promise<StoredEntry[]> => (await now.audit.newest(10_000)).reverse();
  return {
    vault,
    clock,
    get db() {
      return now.db;
    },
    get audit() {
      return now.audit;
    },
    get identity() {
      return now.identity;
    },
    get server() {
      return now.server;
    },
    browser: () => browserOf(() => now.server, certificate.cert),
    browserWith: (cookie) => browserOf(() => now.server, certificate.cert, cookie),
    async lastEntry() {
      const last = (await entries()).at(-1);
      if (last === undefined) throw new Error('nothing is on the record');
      return last;
    },
    deeds: async () =>
      (await entries()).map(({ what, outcome }) => (outcome === 'done' ? what : `${what} ${outcome}`)),
    async restart() {
      await shut(now);
      now = await open();
    },
    async close() {
      await shut(now);
      files.remove();
    },
  };
}

export const creator = {
  name: 'Karen Skabersen',
  email: 'karen@company.test',
  company: 'Prøvefirma ApS',
  password: 'bænk hvalros lygte tolv',
};

/** A room in which the creator has set up; her browser is signed in. */
export async function roomWithCreator(): Promise<IdentityRoom & { readonly karen: Browser }> {
  const room = await identityRoom();
  const karen = room.browser();
  const { password, ...others } = creator;
  const answer = await karen.send('/set-up', '/set-up', {
    ...others,
    password,
    passwordAgain: password,
    language: 'en',
    code: room.identity.setUpCode ?? '',
  });
  if (answer.status !== 303) throw new Error(`set-up failed with ${answer.status}`);
  return Object.assign(room, { karen });
}

/** The creator invites somebody by a slip. @returns what stands on it, and the person's id */
export async function invited(
  room: IdentityRoom & { readonly karen: Browser },
  person: { name: string; login: string },
): Promise<{ id: string; code: string; slipPath: string }> {
  const made = await room.karen.send('/people', '/people', { ...person, language: 'en' });
  const slipPath = made.headers['location'] ?? '';
  const id = (await room.lastEntry()).on?.id ?? '';
  const code = /[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}/.exec((await room.karen.get(slipPath)).text)?.[0] ?? '';
  return { id, code, slipPath };
}

/** Uses a slip in a browser of its own. */
export async function joined(
  room: IdentityRoom,
  code: string,
  password: string,
  name: string,
): Promise<Browser> {
  const browser = room.browser();
  const second = await browser.send('/join', '/join', { code });
  const answer = await browser.post('/join/password', {
    _csrf: tokenIn(second.text),
    code,
    name,
    password,
    passwordAgain: password,
  });
  if (answer.status !== 303) throw new Error(`joining failed with ${answer.status}`);
  return browser;
}

export function signIn(browser: Browser, login: string, password: string): Promise<Answer> {
  return browser.send('/sign-in', '/sign-in', { login, password });
}

function browserOf(server: () => Server, ca: Buffer, cookie?: string): Browser {
  const always: Record<string, string> = {
    'Accept-Language': 'en',
    ...(cookie === undefined ? {} : { Cookie: cookie }),
  };
  let agent: { of: Server; jar: ReturnType<typeof supertest.agent> } | null = null;
  const client = () => {
    // A restarted server is another port of the same host; the cookies stay.
    const now = server();
    if (agent === null) agent = { of: now, jar: supertest.agent(now, { ca }) };
    else if (agent.of !== now) {
      const jar = supertest.agent(now, { ca });
      Object.assign(jar, { jar: agent.jar.jar });
      agent = { of: now, jar };
    }
    return agent.jar;
  };
  const browser: Browser = {
    get: async (path) => client().get(path).set(always),
    post: async (action, fields, headers = {}) =>
      client()
        .post(action)
        .set({ ...always, ...headers })
        .type('form')
        .send(fields),
    async send(page, action, fields = {}) {
      const form = await browser.get(page);
      return browser.post(action, { ...fields, _csrf: tokenIn(form.text) });
    },
  };
  return browser;
}

async function webAppOf(identity: Identity, clock: TurnableClock) {
  const root = join(import.meta.dirname, '../..');
  const quiet = () => undefined;
  const rooms = createRoutes()
    .get('signed-in', '/', (_request, response) => void response.send('home'))
    .get('scan:see-company', '/whole-company', (_request, response) => void response.send('the company'));
  return createWebApp({
    log: { debug: quiet, info: quiet, warn: quiet, error: quiet },
    clock,
    viewFolders: [join(root, 'views')],
    publicFolder: join(root, 'public'),
    sessionMiddleware: identity.middleware,
    routes: [...identity.routes, rooms],
    navigation: identity.navigation,
    company: identity.company,
    rememberLanguage: identity.rememberLanguage,
  });
}

function serverCertificate(files: Scratch): { key: Buffer; cert: Buffer } {
  const [key, cert] = [files.path('server.key'), files.path('server.pem')];
  const subject = ['-subj', '/CN=127.0.0.1', '-addext', 'subjectAltName=IP:127.0.0.1'];
  const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
  execFileSync(
    'openssl',
    ['req', '-x509', ...curve, '-nodes', '-days', '2', ...subject, '-keyout', key, '-out', cert],
    {
      stdio: 'ignore',
    },
  );
  return { key: readFileSync(key), cert: readFileSync(cert) };
}
