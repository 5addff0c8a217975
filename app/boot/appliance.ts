import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import cron from 'node-cron';
import { createCertificateAuthority, tlsSettings } from '#ca/index.ts';
import { createIdentity } from '#identity/index.ts';
import { systemClock, type Clock } from '#kernel/clock.ts';
import { listenForCommands } from '#platform/control/index.ts';
import { createJobs, type JobHandler } from '#platform/jobs/index.ts';
import type { Database } from '#platform/db/index.ts';
import type { Log } from '#platform/log/index.ts';
import { RISK_JOB } from '#scan/index.ts';
import type { Config } from '../config.ts';
import { AUDIT_VERIFY, auditVerifyHandler } from './cli/audit.ts';
import { createPages } from './pages.ts';
import { healthFirst, redirectToPages } from './plain-http.ts';
import { createRooms } from './rooms.ts';
import { startServers, type Servers } from './servers.ts';
import { openState } from './state.ts';

/** The appliance, running. */
export interface Appliance {
  readonly httpsPort: number;
  readonly httpPort: number;
  /** For the console at the first start; null once there is a creator. */
  readonly setUpCode: string | null;
  /** SHA-256 of the server's certificate, as browsers show it. */
  readonly fingerprint: string;
  /** Lets running answers end, puts interrupted jobs back, and closes the state: what SIGTERM asks for. */
  stop(): Promise<void>;
}

/**
 * Puts the appliance together and starts it: the state, the certificate, the rooms, the pages, the two ports, the jobs.
 * What was started is stopped again when a later step fails.
 * @param rounds of sha256_crypt; only tests give fewer than the default
 */
export async function startAppliance(
  config: Config,
  log: Log,
  { clock = systemClock, rounds }: { clock?: Clock; rounds?: number } = {},
): Promise<Appliance> {
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async (): Promise<void> => {
    for (const step of stops.splice(0).reverse()) await step();
  };
  try {
    const state = await openState(config, { clock });
    stops.push(() => state.close());
    const { db, audit } = state;

    const ca = createCertificateAuthority({ ...state, clock });
    const certificate = await ca.ensureServerCertificate(config.hostNames);

    const identity = await createIdentity({
      ...state,
      clock,
      address: addressOf(config, config.httpsPort),
      timeZone: config.timeZone,
      ...(rounds === undefined ? {} : { rounds }),
    });
    stops.push(() => identity.close());

    const spoolFolder = await freshSpool(config.stateFolder);
    const handlers = new Map<string, JobHandler>();
    let servers: Servers | null = null;
    const renewCertificate: JobHandler = async () => {
      const renewed = await ca.ensureServerCertificate(config.hostNames);
      servers?.renew(tlsSettings(renewed));
    };
    const jobs = createJobs({
      ...state,
      clock,
      log,
      handlers,
      schedules: [
        identity.cleaning,
        { kind: 'ca.renewal', cron: '17 4 * * *' },
        { kind: RISK_JOB, cron: '41 2 * * *' },
      ],
      atOnce: { scan: SCANS_AT_ONCE },
      timeZone: config.timeZone,
    });
    const rooms = await createRooms({ ...state, clock, log, jobs, config, spoolFolder });
    stops.push(() => rooms.close());
    handlers.set('scan', rooms.scanner.handler);
    handlers.set(RISK_JOB, rooms.riskRecount);
    handlers.set('ca.renewal', renewCertificate);
    handlers.set(identity.cleaning.kind, identity.cleaning.handler);

    const isHealthy = (): Promise<boolean> =>
      db.sqliteVersion().then(
        () => true,
        () => false,
      );
    const pages = await createPages({ config, log, clock, identity, rooms, audit });
    const note = (what: 'appliance.started' | 'appliance.stopped') =>
      db.write((tx) =>
        audit.append(tx, {
          who: { kind: 'console' },
          from: null,
          what,
          on: null,
          purpose: null,
          outcome: 'done',
          details: {},
        }),
      );
    await note('appliance.started');
    stops.push(() => note('appliance.stopped'));
    const control = await listenForCommands(
      config.stateFolder,
      new Map([[AUDIT_VERIFY, auditVerifyHandler(audit)]]),
      log,
    );
    stops.push(() => control.close());

    // No job: nothing of it has to survive a restart, and an idle appliance writes nothing.
    const checkpoints = cron.schedule('* * * * *', () => checkpoint(db, log), { noOverlap: true });
    stops.push(async () => checkpoints.stop());
    await rooms.risk.begin();
    await jobs.start();
    stops.push(() => jobs.stop());
    const everyMinute = cron.schedule('* * * * *', () => rooms.scanSchedule.heed(), { noOverlap: true });
    stops.push(async () => everyMinute.stop());
    await rooms.scanSchedule.heed();

    // The doors open last and close first.
    servers = await startServers({
      address: config.listenAddress,
      httpsPort: config.httpsPort,
      httpPort: config.httpPort,
      tls: tlsSettings(certificate),
      pages: healthFirst(isHealthy, pages.app),
      plain: healthFirst(
        isHealthy,
        redirectToPages(() => config.publicHttpsPort ?? servers?.httpsPort ?? config.httpsPort),
      ),
    });
    const { httpsPort, httpPort, close } = servers;
    stops.push(close);
    return { httpsPort, httpPort, setUpCode: identity.setUpCode, fingerprint: certificate.fingerprint, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Sources that are scanned side by side; the pool's seats go round among them. Each holds a connection and the numbers
 * of its folders, so that there is an end to how many.
 */
const SCANS_AT_ONCE = 8;

async function checkpoint(db: Database, log: Log): Promise<void> {
  try {
    await db.checkpoint();
  } catch (error) {
    log.error('db.checkpoint-failed', error);
  }
}

/** Where people find the pages, by the first name that the certificate speaks for. */
export function addressOf(config: Config, httpsPort: number): string {
  const port = config.publicHttpsPort ?? httpsPort;
  const host = config.hostNames[0] ?? 'localhost';
  return `https://${host.includes(':') ? `[${host}]` : host}${port === 443 ? '' : `:${port}`}`;
}

/** The spool of enciphered copies, emptied of what a kill may have left. */
async function freshSpool(stateFolder: string): Promise<string> {
  const folder = join(stateFolder, 'spool');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { mode: 0o700 });
  return folder;
}
