import { spawnSync } from 'node:child_process';
import { lookup, resolve4 } from 'node:dns/promises';
import { createSocket } from 'node:dgram';
import { mkdtempSync, readFileSync, readdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { open as openInspector } from 'node:inspector';
import { createRequire } from 'node:module';
import { connect, createServer } from 'node:net';
import { WASI } from 'node:wasi';
import { setPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';
import { Passwords } from '#extract/encryption/passwords.ts';
import { DEFAULT_LIMITS } from '#extract/limits.ts';
import type { SeekingFormat } from '#extract/format.ts';
import { contentOf, ReadingTree } from '#extract/reading.ts';
import { serveJobs } from '#platform/workers/serve.ts';

/**
 * A parser that was taken over: it stands where any format stands, in a worker like any other, and tries what it is
 * told. Its text is what came of it.
 */
const job = z.object({ deed: z.string(), argument: z.string() });

const require = createRequire(import.meta.url);

const DEEDS: Readonly<Record<string, (argument: string) => unknown>> = {
  'the environment': () => JSON.stringify(process.env),
  'its own command line': () => readFileSync('/proc/self/cmdline', 'latin1'),
  'reading a file': (path) => readFileSync(path, 'latin1'),
  'listing a folder': (path) => readdirSync(path),
  'asking about a file': (path) => statSync(path),
  'writing a file': (path) => writeFileSync(path, 'x'),
  'making a folder': () => mkdtempSync('/tmp/x-'),
  'making a link': (path) => symlinkSync('/etc/passwd', path),
  'starting a program': () => spawnSync('/bin/true').error ?? 'started',
  'starting a thread': () => new Worker('process.exit(0)', { eval: true }),
  'a binding of Node': () => called(Reflect.get(process, 'binding'), 'fs'),
  WASI: () => new WASI({ version: 'preview1' }),
  'a native addon': (path) => process.dlopen({ exports: {} }, path),
  'requiring code from elsewhere': (path) => called(require, path),
  'importing code from elsewhere': async (path) => typeof (await import(path)),
  'text as code': () => String(globalThis.eval('1 + 1')),
  'a function of text': () => Reflect.construct(Function, ['return 1']),
  'a debugger': () => openInspector(0, '127.0.0.1'),
  'signalling another process': (pid) => process.kill(Number(pid), 0),
  'a connection': (address) => connecting(address),
  'a socket of the file system': (path) =>
    new Promise((resolve) => connect({ path }, () => resolve('connected')).once('error', resolve)),
  'a web page': (address) => page(address),
  'a datagram': (address) => datagram(address),
  'a name': (name) => lookup(name),
  'a name by DNS': (name) => resolve4(name),
  'a pipe by the one that it has': (path) => pipe(path),
  'a database': (path) => opened(path),
  'another priority': () => setPriority(process.ppid, 19),
  "another person's name": () => process.setuid?.(65_534),
  listening: (path) => listening(path),
};

serveJobs(
  (message) => job.parse(message),
  async ({ deed, argument }, file) => {
    const format: SeekingFormat = {
      id: 'taken-over',
      version: 1,
      mimes: [],
      withoutText: 'scanned',
      access: 'seeking',
      async *extract() {
        yield { text: await attempt(() => DEEDS[deed]?.(argument) ?? 'no such deed'), place: { path: [] } };
      },
    };
    const tree = new ReadingTree(DEFAULT_LIMITS, { pictures: null, passwords: new Passwords([]) });
    let said = '';
    const extract: SeekingFormat['extract'] = (_, reading) => format.extract(file, reading);
    const opened = {
      mime: 'x',
      format,
      extract: (reading: Parameters<typeof extract>[1]) => extract(file, reading),
    };
    for await (const { text } of contentOf(opened, { name: 'a', path: [], tree })) said += text;
    return { said };
  },
);

/** `binding` and `require` are typed as giving anything. */
function called(what: unknown, argument: string, owner: object = process): unknown {
  const result: unknown = typeof what === 'function' ? Reflect.apply(what, owner, [argument]) : undefined;
  return result;
}

async function attempt(deed: () => unknown): Promise<string> {
  try {
    const result = await deed();
    return result instanceof Error
      ? codeOf(result)
      : `done: ${typeof result === 'string' ? result : typeof result}`;
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'thrown';
  return 'code' in error ? String(error.code) : error.name;
}

async function opened(path: string): Promise<void> {
  const { DatabaseSync } = await import('node:sqlite');
  new DatabaseSync(path).exec('CREATE TABLE a (b)');
}

/** What standard input is made of can make others like it. */
function pipe(path: string): unknown {
  const handle: unknown = Reflect.get(process.stdin, '_handle');
  assertObject(handle);
  const Pipe: unknown = handle.constructor;
  if (typeof Pipe !== 'function') throw new TypeError('no pipe');
  const made: unknown = Reflect.construct(Pipe, [0]);
  assertObject(made);
  return called(Reflect.get(made, 'bind'), path, made);
}

function assertObject(value: unknown): asserts value is object {
  if (typeof value !== 'object' || value === null) throw new TypeError('no object');
}

function connecting(address: string): Promise<string | Error> {
  const [host = '', port = ''] = address.split(' ');
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port), timeout: 3000 });
    socket.once('connect', () => resolve('connected'));
    socket.once('timeout', () => resolve('waited'));
    socket.once('error', resolve);
  });
}

function page(address: string): Promise<string | Error> {
  return new Promise((resolve) => {
    const asked = request(address, { timeout: 3000 }, () => resolve('answered'));
    asked.once('timeout', () => resolve('waited'));
    asked.once('error', resolve);
    asked.end();
  });
}

function datagram(address: string): Promise<string | Error> {
  const [host = '', port = ''] = address.split(' ');
  return new Promise((resolve) => {
    const socket = createSocket('udp4');
    socket.once('error', resolve);
    socket.send('x', Number(port), host, (error) => resolve(error ?? 'sent'));
  });
}

function listening(path: string): Promise<string | Error> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', resolve);
    server.listen(path, () => resolve('listening'));
  });
}
