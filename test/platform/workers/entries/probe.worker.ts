import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, writeFileSync, writeSync } from 'node:fs';
import { connect } from 'node:net';
import { z } from 'zod';
import { serveJobs } from '#platform/workers/serve.ts';

/** A worker that tries what a worker must not be able to do, and says what came of it. */
const job = z.object({ deed: z.string(), argument: z.string().default('') });

serveJobs(
  (message) => job.parse(message),
  async ({ deed, argument }, file, { emit, readPicture, briefing }) => {
    switch (deed) {
      case 'environment':
        return { said: JSON.stringify(process.env) };
      case 'read':
        return { said: attempt(() => readFileSync(argument, 'utf8')) };
      case 'list':
        return { said: attempt(() => readdirSync(argument).join()) };
      case 'write':
        return { said: attempt(() => writeFileSync(argument, 'x')) };
      case 'spawn':
        return { said: attempt(() => spawnSync('/bin/true')) };
      case 'connect':
        return { said: await connecting(Number(argument)).catch(codeOf) };
      case 'eval':
        return { said: attempt(() => globalThis.eval('1')) };
      case 'content':
        return { said: Buffer.from(file.read(0, file.size)).toString('latin1') };
      case 'part': {
        const [offset = 0, length = 0] = argument.split('+').map(Number);
        return { said: Buffer.from(file.read(offset, length)).toString('latin1') };
      }
      case 'briefed':
        return { said: JSON.stringify(briefing) };
      case 'pid':
        return { said: String(process.pid) };
      case 'loop':
        for (;;);
      case 'hoard-buffers':
        for (const held: Buffer[] = []; ;) held.push(Buffer.alloc(8 * 1024 * 1024, 1));
      case 'hoard-objects':
        for (const held: object[] = []; ;) held.push({ held: held.length });
      case 'die':
        return process.exit(3);
      case 'throw':
        throw new Error('a parser gave up');
      case 'pieces':
        for (let number = 0; number < Number(argument); number++) emit('x'.repeat(60_000));
        return { said: 'all' };
      case 'picture': {
        const grey = new Uint8Array(20).fill(255);
        return { said: JSON.stringify(await readPicture({ width: 5, height: 4, grey, dpi: 300 })) };
      }
      case 'false-picture': {
        const grey = new Uint8Array(21);
        return { said: JSON.stringify(await readPicture({ width: 5, height: 4, grey, dpi: 300 })) };
      }
      case 'pictures-forever': {
        const grey = new Uint8Array(20).fill(255);
        for (;;) await readPicture({ width: 5, height: 4, grey, dpi: 300 });
      }
      case 'wrong-shape':
        return { surprise: true };
      case 'huge-frame':
        writeSync(4, Buffer.from([0xff, 0xff, 0xff, 0xff]));
        return { said: 'sent' };
      case 'sleep':
        await new Promise((resolve) => setTimeout(resolve, Number(argument)));
        return { said: 'slept' };
      default:
        throw new Error('no such deed');
    }
  },
);

function connecting(port: number): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve('connected'));
    socket.once('error', (error) => resolve('code' in error ? String(error.code) : 'error'));
  });
}

function attempt(deed: () => unknown): string {
  try {
    return `done: ${String(deed())}`;
  } catch (error) {
    return codeOf(error);
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : String(error);
}
