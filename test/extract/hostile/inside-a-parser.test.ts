import assert from 'node:assert/strict';
import { createSocket } from 'node:dgram';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { z } from 'zod';
import type { WorkerPool } from '#platform/workers/pool.ts';
import { createWorkerPool } from '#platform/workers/pool.ts';
import { scratch } from '../../support/scratch.ts';
import type { Scratch } from '../../support/scratch.ts';

const answer = z.strictObject({ said: z.string() });
const DENIED = /^ERR_ACCESS_DENIED$/;
/** A namespace of its own has no way out, a loopback that is down, and nobody who knows a name. */
const NO_NETWORK =
  /^(ENETUNREACH|ECONNREFUSED|EADDRNOTAVAIL|EAI_AGAIN|EAI_FAIL|ENOTFOUND|ETIMEOUT|ERR_ACCESS_DENIED)$/;
const NATIVE = resolve(import.meta.dirname, '../../../node_modules/sqlite3/build/Release/node_sqlite3.node');

/** Production starts its workers with the same pool, the same flags and the same descriptors (platform/workers). */
describe('a parser that was taken over', function () {
  this.timeout(60_000);
  let room: Scratch;
  let key: string;
  let pool: WorkerPool<{ deed: string; argument: string }, { said: string }>;

  before(() => {
    room = scratch();
    key = room.path('master.key');
    writeFileSync(key, 'the key of everything', { mode: 0o600 });
    writeFileSync(room.path('code.cjs'), 'module.exports = 1');
    mkdirSync(room.path('spool'));
    pool = createWorkerPool({
      entry: new URL('./entries/trying.worker.ts', import.meta.url),
      size: 1,
      spoolFolder: room.path('spool'),
      limits: { timeMs: 20_000, residentBytes: 500 * 1024 * 1024 },
      parseResult: (message) => answer.parse(message),
    });
  });
  after(async () => {
    await pool.close();
    room.remove();
  });

  const outcomeOf = async (deed: string, argument = ''): Promise<string> => {
    const outcome = await pool.run({ deed, argument }, once(Buffer.from('a file')));
    assert.equal(outcome.kind, 'done');
    return outcome.result.said;
  };
  const refuses = (what: string, deed: string, expected: RegExp, argument: () => string = () => ''): void => {
    it(`is refused ${what}`, async () => assert.match(await outcomeOf(deed, argument()), expected));
  };

  it('finds nothing in its environment', async () => {
    assert.equal(await outcomeOf('the environment'), 'done: {}');
  });
  refuses('the password file', 'reading a file', DENIED, () => '/etc/passwd');
  refuses("the appliance's key", 'reading a file', DENIED, () => key);
  refuses("the appliance's environment", 'reading a file', DENIED, () => `/proc/${process.pid}/environ`);
  refuses("the appliance's memory", 'reading a file', DENIED, () => `/proc/${process.pid}/mem`);
  refuses('its own descriptors by name', 'listing a folder', DENIED, () => '/proc/self/fd');
  refuses('its own command line', 'its own command line', DENIED);
  refuses('the names in the state folder', 'listing a folder', DENIED, () => room.folder);
  refuses('whether a file is there', 'asking about a file', DENIED, () => key);
  refuses('a way out by "..", through a folder that it may read', 'reading a file', DENIED, () =>
    resolve(import.meta.dirname, '../../../app').concat('/../../../etc/passwd'),
  );
  refuses('to write a file', 'writing a file', DENIED, () => room.path('written'));
  refuses('to write over the code that it runs', 'writing a file', DENIED, () =>
    resolve(import.meta.dirname, '../../../package.json'),
  );
  refuses('to make a folder', 'making a folder', DENIED);
  refuses('to make a link', 'making a link', DENIED, () => room.path('link'));
  refuses('to start a program', 'starting a program', DENIED);
  refuses('to start a thread', 'starting a thread', DENIED);
  refuses("Node's inner bindings", 'a binding of Node', DENIED);
  refuses('WASI', 'WASI', DENIED);
  refuses('a native addon', 'a native addon', /^ERR_DLOPEN_DISABLED$/, () => NATIVE);
  refuses('code from elsewhere, required', 'requiring code from elsewhere', DENIED, () =>
    room.path('code.cjs'),
  );
  refuses('code from elsewhere, imported', 'importing code from elsewhere', DENIED, () =>
    room.path('code.cjs'),
  );
  refuses('to run a text', 'text as code', /^EvalError$/);
  refuses('to make a function of a text', 'a function of text', /^EvalError$/);
  refuses('a debugger', 'a debugger', DENIED);
  refuses('a pipe with a name', 'a pipe by the one that it has', DENIED, () => room.path('pipe'));
  refuses("Node's own SQLite, which knows no permissions", 'a database', /^ERR_UNKNOWN_BUILTIN_MODULE$/, () =>
    room.path('a.db'),
  );
  refuses('a signal to the appliance', 'signalling another process', DENIED, () => String(process.pid));
  refuses('to slow the appliance down', 'another priority', DENIED);
  refuses("another person's name", "another person's name", DENIED);
  refuses('to listen at a place in the file system', 'listening', DENIED, () => room.path('socket'));
  refuses('a name', 'a name', NO_NETWORK, () => 'example.com');
  refuses('a name, asked of a server', 'a name by DNS', NO_NETWORK, () => 'example.com');
  refuses('an address of the company', 'a connection', NO_NETWORK, () => '10.0.0.1 445');
  refuses('an address of the world', 'a web page', NO_NETWORK, () => 'http://192.0.2.1/');

  it('is refused a connection to this very machine, where somebody listens', async () => {
    let connections = 0;
    const server = createServer(() => connections++);
    const port = await new Promise<number>((done) =>
      server.listen(0, '127.0.0.1', () => {
        const address = server.address();
        done(typeof address === 'object' && address !== null ? address.port : 0);
      }),
    );
    try {
      assert.match(await outcomeOf('a connection', `127.0.0.1 ${port}`), NO_NETWORK);
      assert.equal(connections, 0);
    } finally {
      server.close();
    }
  });

  it("is refused a connection to the appliance's control socket", async () => {
    let connections = 0;
    const server = createServer(() => connections++);
    await new Promise<void>((done) => server.listen(room.path('control'), done));
    try {
      assert.match(await outcomeOf('a socket of the file system', room.path('control')), DENIED);
      assert.equal(connections, 0);
    } finally {
      server.close();
    }
  });

  it('sends no datagram to this very machine', async () => {
    let received = 0;
    const socket = createSocket('udp4', () => received++);
    const port = await new Promise<number>((done) =>
      socket.bind(0, '127.0.0.1', () => done(socket.address().port)),
    );
    try {
      await outcomeOf('a datagram', `127.0.0.1 ${port}`);
      await new Promise((done) => setTimeout(done, 200));
      assert.equal(received, 0);
    } finally {
      socket.close();
    }
  });

  it('leaves no trace on the disk', async () => {
    await outcomeOf('writing a file', room.path('written'));
    assert.deepEqual(readdirSync(room.folder).toSorted(), ['code.cjs', 'master.key', 'spool']);
  });
});

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
}
