import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { createConnection } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** The industry's harmless test file (eicar.org), put together here so that this file is not taken for one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('');

/**
 * A real clamd on a Unix socket in `folder`, which knows one signature: that of the test file.
 * @returns its socket, and what ends it
 */
export async function startClamd(folder: string): Promise<{ socket: string; stop(): Promise<void> }> {
  const socket = join(folder, 'clamd.sock');
  const signature = Buffer.from(EICAR, 'latin1').toString('hex');
  writeFileSync(join(folder, 'test.ndb'), `Test.Eicar:0:*:${signature}\n`);
  const settings = {
    LocalSocket: socket,
    DatabaseDirectory: folder,
    Foreground: 'yes',
    StreamMaxLength: '2M',
    SelfCheck: '0',
    User: process.getuid?.() === 0 ? 'root' : undefined,
  };
  const lines = Object.entries(settings).flatMap(([name, value]) =>
    value === undefined ? [] : `${name} ${value}`,
  );
  writeFileSync(join(folder, 'clamd.conf'), `${lines.join('\n')}\n`);
  const clamd = spawn('clamd', ['--config-file', join(folder, 'clamd.conf')], { stdio: 'ignore' });
  const exited = once(clamd, 'exit');
  exited.catch(() => undefined);
  for (let tries = 0; !(await listens(socket)); tries++) {
    if (clamd.exitCode !== null || tries > 300) throw new Error('clamd does not start');
    await pause(50);
  }
  return {
    socket,
    async stop() {
      clamd.kill();
      await exited;
    },
  };
}

async function listens(path: string): Promise<boolean> {
  const socket = createConnection(path);
  const connected = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return connected;
}
