import { chmod, rm } from 'node:fs/promises';
import { createConnection, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { Failure } from '#kernel/errors.ts';

/** Answers one command of the command line inside the running appliance: the lines to print and the exit code. */
export type ControlHandler = () => Promise<{ lines: readonly string[]; exitCode: number }>;
export type ControlAnswer = z.infer<typeof answerSchema>;

/**
 * Listens for commands on a Unix socket in the state folder (mode 0600: the appliance's own user and root). One
 * request a connection: a line of JSON `{"command": "audit verify"}`, answered by a line `{"lines", "exitCode"}`.
 */
export async function listenForCommands(
  stateFolder: string,
  handlers: ReadonlyMap<string, ControlHandler>,
): Promise<{ close(): Promise<void> }> {
  const path = socketPath(stateFolder);
  await rm(path, { force: true });
  const server = createServer((socket) => void serve(socket, handlers));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);
  return { close: () => new Promise((resolve) => server.close(() => resolve())) };
}

/** @returns what the running appliance answers; null when none listens in this state folder. */
export async function askRunningAppliance(
  stateFolder: string,
  command: string,
): Promise<ControlAnswer | null> {
  const socket = createConnection(socketPath(stateFolder));
  const connected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  if (!connected) return null;
  socket.write(`${JSON.stringify({ command })}\n`);
  for await (const line of createInterface({ input: socket })) return answerSchema.parse(JSON.parse(line));
  throw new Failure('unavailable', 'the running appliance gave no answer', 'Look at its log and try again.');
}

const requestSchema = z.object({ command: z.string().max(200) });
const answerSchema = z.object({ lines: z.array(z.string()), exitCode: z.number().int() });

function socketPath(stateFolder: string): string {
  return join(stateFolder, 'control.sock');
}

async function serve(socket: Socket, handlers: ReadonlyMap<string, ControlHandler>): Promise<void> {
  socket.on('error', () => socket.destroy());
  for await (const line of createInterface({ input: socket })) {
    socket.end(`${JSON.stringify(await answer(line, handlers))}\n`);
    return;
  }
}

async function answer(line: string, handlers: ReadonlyMap<string, ControlHandler>): Promise<ControlAnswer> {
  try {
    const { command } = requestSchema.parse(JSON.parse(line));
    const handler = handlers.get(command);
    if (handler === undefined)
      return { lines: ['the running appliance does not know this command'], exitCode: 2 };
    return { ...(await handler()) } as ControlAnswer;
  } catch (error) {
    if (error instanceof Failure) return { lines: [error.message, error.hint], exitCode: 2 };
    return { lines: ['the command failed inside the appliance; its log says where'], exitCode: 2 };
  }
}
