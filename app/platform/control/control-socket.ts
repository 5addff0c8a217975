import { chmod, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { z } from 'zod';
import { Failure } from '#kernel/errors.ts';
import type { Log } from '#platform/log/index.ts';
import { readLine } from './read-line.ts';

/** Answers one command of the command line inside the running appliance: the lines to print and the exit code. */
export type ControlHandler = () => Promise<ControlAnswer>;
export type ControlAnswer = z.infer<typeof answerSchema>;

/**
 * Listens for commands on a Unix socket in the state folder (mode 0600: the appliance's own user and root). One
 * request a connection: a line of JSON `{"command": "audit verify"}`, answered by a line `{"lines", "exitCode"}`.
 * `close` waits for the commands that are under way. The caller holds the instance lock, so that a socket file that
 * lies there already is a dead one's.
 */
export async function listenForCommands(
  stateFolder: string,
  handlers: ReadonlyMap<string, ControlHandler>,
  log: Log,
): Promise<{ close(): Promise<void> }> {
  const path = socketPath(stateFolder);
  if (Buffer.byteLength(path) > LONGEST_SOCKET_PATH) throw pathTooLong();
  await rm(path, { force: true });
  const waiting = new Set<Socket>();
  const underWay = new Set<Promise<void>>();

  // A client may close its side behind the question (`echo … | nc -U`), and still wants the answer.
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    const answered = serve(socket).finally(() => underWay.delete(answered));
    underWay.add(answered);
  });
  server.maxConnections = MOST_CONNECTIONS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);
  return {
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      for (const socket of waiting) socket.destroy();
      await Promise.all(underWay);
      await closed;
    },
  };

  async function serve(socket: Socket): Promise<void> {
    socket.on('error', () => socket.destroy());
    waiting.add(socket);
    const line = await readLine(socket, LONGEST_REQUEST, REQUEST_MS);
    waiting.delete(socket);
    if (line === null) {
      socket.destroy();
      return;
    }
    socket.write(`${JSON.stringify(await answer(line))}\n`);
    socket.destroySoon();
  }

  async function answer(line: string): Promise<ControlAnswer> {
    const command = commandIn(line);
    const handler = command === null ? undefined : handlers.get(command);
    if (handler === undefined)
      return { lines: ['the running appliance does not know this command'], exitCode: 2 };
    try {
      return await handler();
    } catch (error) {
      if (error instanceof Failure) return { lines: [error.message, error.hint], exitCode: 2 };
      log.error('control.command-failed', error);
      return { lines: ['the command failed inside the appliance; its log says where'], exitCode: 2 };
    }
  }
}

/**
 * Sends a command to the appliance that runs on this state folder, and waits for its answer.
 * @returns null when none runs.
 * @throws Failure `unavailable` if one runs and does not answer, or may not be asked by this user.
 */
export async function askRunningAppliance(
  stateFolder: string,
  command: string,
): Promise<ControlAnswer | null> {
  const socket = createConnection(socketPath(stateFolder));
  socket.on('error', () => socket.destroy());
  const problem = await new Promise<Error | null>((resolve) => {
    socket.once('connect', () => resolve(null));
    socket.once('error', resolve);
  });
  if (problem !== null) {
    if ('code' in problem && (problem.code === 'ENOENT' || problem.code === 'ECONNREFUSED')) return null;
    throw noAnswer(problem);
  }
  socket.write(`${JSON.stringify({ command })}\n`);
  const line = await readLine(socket, LONGEST_ANSWER, null);
  socket.destroy();
  if (line === null) throw noAnswer();
  try {
    return answerSchema.parse(JSON.parse(line));
  } catch (error) {
    throw noAnswer(error);
  }
}

const requestSchema = z.object({ command: z.string() });
const answerSchema = z.object({ lines: z.array(z.string()).readonly(), exitCode: z.number().int() });

const LONGEST_REQUEST = 4_096;
const LONGEST_ANSWER = 1_048_576;
const REQUEST_MS = 5_000;
const MOST_CONNECTIONS = 16;
/** What Linux leaves for the path of a Unix socket (sockaddr_un), in bytes. */
const LONGEST_SOCKET_PATH = 107;

function socketPath(stateFolder: string): string {
  return join(stateFolder, 'control.sock');
}

function commandIn(line: string): string | null {
  try {
    return requestSchema.parse(JSON.parse(line)).command;
  } catch {
    return null;
  }
}

function pathTooLong(): Failure {
  return new Failure(
    'unavailable',
    'the path of the state folder is too long for the socket in it',
    'Let DM_STATE_DIR name a folder whose full path is at most 90 bytes.',
  );
}

function noAnswer(cause?: unknown): Failure {
  return new Failure(
    'unavailable',
    'the running appliance gave no answer',
    'Ask as the user that runs the appliance; if that is so, look at its log and try again.',
    { cause },
  );
}
