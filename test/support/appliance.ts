import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from 'node:tls';
import { fileURLToPath } from 'node:url';

/** The real `datamapper serve`, in a process of its own, as somebody at a console sees it. */
export interface ServedAppliance {
  /** `https://localhost:<port>`, without a slash at the end. */
  readonly address: string;
  /** As printed; null once the appliance has been set up. */
  readonly setUpCode: string | null;
  readonly fingerprint: string | null;
  /** Everything printed so far: the console lines and the log. */
  printed(): string;
  /** SIGTERM, as a service manager sends it. Answers the exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts the appliance on the embedded defaults: nothing is set but where its state lies and ports that are free.
 * @param settings what a test sets besides
 * @throws Error with what it printed, when it ends before its pages are there.
 */
export async function serveAppliance(
  stateFolder: string,
  settings: Readonly<Record<string, string>> = {},
): Promise<ServedAppliance> {
  const [httpsPort, httpPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [MAIN, 'serve'], {
    env: {
      PATH: process.env['PATH'],
      DM_STATE_DIR: stateFolder,
      DM_BACKUP_DIR: `${stateFolder}-backups`,
      DM_LISTEN: '127.0.0.1',
      DM_HOSTNAMES: 'localhost,127.0.0.1',
      DM_HTTPS_PORT: String(httpsPort),
      DM_HTTP_PORT: String(httpPort),
      ...settings,
    },
  });
  let printed = '';
  for (const output of [child.stdout, child.stderr]) output.on('data', (chunk) => (printed += String(chunk)));
  const ended = once(child, 'exit');
  while (!printed.includes(RUNNING) || !printed.endsWith('\n')) {
    if (child.exitCode !== null) throw new Error(`the appliance did not start:\n${printed}`);
    await wait(50);
  }
  return {
    address: `https://localhost:${httpsPort}`,
    setUpCode: /Set-up code: +(\S+)/.exec(printed)?.[1] ?? null,
    fingerprint: /fingerprint: +(\S+)/.exec(printed)?.[1] ?? null,
    printed: () => printed,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
  };
}

/** SHA-256 of the certificate that a server really presents, in the form that browsers show. */
export async function presentedFingerprint(address: string): Promise<string> {
  const { hostname, port } = new URL(address);
  // Not verified on purpose: the fingerprint is what one compares instead.
  const socket = connect({
    host: '127.0.0.1',
    servername: hostname,
    port: Number(port),
    rejectUnauthorized: false,
  });
  await once(socket, 'secureConnect');
  const { fingerprint256 } = socket.getPeerCertificate();
  socket.destroy();
  return fingerprint256;
}

const MAIN = fileURLToPath(new URL('../../app/boot/cli/main.ts', import.meta.url));
const RUNNING = 'DataMapper is running at';

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
