import { mkdir } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { Failure } from '#kernel/errors.ts';
import { createLog } from '#platform/log/index.ts';
import { servePool } from '#platform/workers/pool-server.ts';
import { parseInspectionJob } from '#scan/offline.ts';
import { parseConfig } from '../../config.ts';
import { createInspectionPool } from '../inspection-pool.ts';
import { UsageError, type Command, type ExitCode } from './command.ts';
import { printError } from './output.ts';
import { signalled } from './signalled.ts';

export const scannerCommand: Command = {
  help: `Usage: datamapper scanner [--check]

Reads files for an appliance that hands them over through the Unix socket DM_SCANNER_SOCKET: parsers then run where there
is no network, no database and no key, as the bundle's container "scanner" does. It needs no other setting.

  --check   says whether a scanner listens there, and ends

Exit codes: 0 stopped in order, or it listens; 1 nobody listens; 2 could not start.
`,
  async run(args) {
    const [option, ...rest] = args;
    if (rest.length > 0 || (option !== undefined && option !== '--check')) {
      throw new UsageError('"scanner" takes --check and nothing else');
    }
    try {
      return await (option === '--check' ? check() : serve());
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      printError(`datamapper scanner: ${error.message}\n${error.hint}`);
      return 2;
    }
  },
};

async function serve(): Promise<ExitCode> {
  const stopAsked = signalled(['SIGTERM', 'SIGINT']);
  const config = parseConfig();
  const log = createLog(config.logLevel);
  await mkdir(config.scannerSpoolFolder, { recursive: true, mode: 0o700 });
  const pool = createInspectionPool(config, config.scannerSpoolFolder);
  const server = await servePool(pool, parseInspectionJob, socketOf(config.scannerSocket));
  log.info('scanner.listening', { processes: pool.size });
  await stopAsked;
  await server.close();
  log.info('scanner.stopped');
  return 0;
}

async function check(): Promise<ExitCode> {
  const socket = createConnection(socketOf(parseConfig().scannerSocket));
  return await new Promise((resolve) => {
    socket.once('connect', () => {
      socket.destroy();
      resolve(0);
    });
    socket.once('error', () => resolve(1));
  });
}

function socketOf(path: string | null): string {
  if (path !== null) return path;
  throw new Failure(
    'invalid-settings',
    'DM_SCANNER_SOCKET is not set',
    'Name the socket that the appliance uses.',
  );
}
