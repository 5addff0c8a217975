import { hostname } from 'node:os';
import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { Failure } from '#kernel/errors.ts';
import type { ClamdAddress } from '#platform/antivirus/index.ts';
import { parseMasterKey } from '#platform/vault/index.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of the appliance, parsed once at start and frozen. */
export type Config = Readonly<ReturnType<typeof configOf>>;

/**
 * Reads the settings out of an environment: the only reader of `process.env`. Relative folders are taken from `cwd`.
 * @throws Failure `invalid-settings` naming every fault at once; never a value, since it may be a secret.
 */
export function parseConfig(environment: Environment = process.env, cwd: string = process.cwd()): Config {
  const given = Object.entries(environment).filter(([name, value]) => name.startsWith('DM_') && value !== '');
  const faults = given
    .filter(([name]) => !(name in settings.shape))
    .map(([name]) => `${name} is not a setting`);
  const parsed = settings.safeParse(Object.fromEntries(given));
  for (const issue of parsed.error?.issues ?? []) faults.push(`${String(issue.path[0])} ${issue.message}`);
  if (environment['DM_MASTER_KEY'] && environment['DM_MASTER_KEY_FILE'])
    faults.push('DM_MASTER_KEY and DM_MASTER_KEY_FILE are both given: give one');
  if (!parsed.success || faults.length > 0) {
    const all = [...new Set(faults)].join('\n');
    throw new Failure(
      'invalid-settings',
      all,
      'Correct these settings and start again; docs/install.md lists them all.',
    );
  }
  return Object.freeze(configOf(parsed.data, cwd));
}

const whole = (from: number, to: number, unit: string) =>
  z
    .string()
    .refine((text) => /^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to, {
      error: `must be ${unit} from ${from} to ${to}`,
    })
    .transform(Number);
const port = () => whole(0, 65535, 'a port');
const HOST_NAME = /^(?=.{1,253}$)[\p{L}\p{N}]([\p{L}\p{N}.:-]*[\p{L}\p{N}])?$|^::1$/u;

/** Every setting with what it is for; docs/install.md holds the same table and a test compares the two. */
export const settings = z.object({
  DM_STATE_DIR: z
    .string()
    .default('state')
    .describe('State folder: database, master key, spool and control socket.'),
  DM_BACKUP_DIR: z.string().default('backups').describe('Where the backup tiers go.'),
  DM_LISTEN: z
    .union([z.ipv4(), z.ipv6()], 'must be an IP address')
    .default('0.0.0.0')
    .describe('Address that both ports listen on.'),
  DM_HTTPS_PORT: port().default(8443).describe('Port of the pages. 0 takes a free one.'),
  DM_HTTP_PORT: port().default(8080).describe('Port that redirects to the pages. 0 takes a free one.'),
  DM_PUBLIC_HTTPS_PORT: port()
    .optional()
    .describe("The pages' port as browsers see it, when a container or a proxy maps it."),
  DM_HOSTNAMES: z
    .string()
    .default(`${hostname()},localhost,127.0.0.1,::1`)
    .transform((list) => list.split(/[\s,]+/).filter(Boolean))
    .refine((names) => names.length > 0 && names.every((name) => HOST_NAME.test(name)), {
      error: 'must be host names or addresses separated by commas',
    })
    .describe('Names and addresses that the server certificate speaks for, separated by commas.'),
  DM_HSTS: z
    .enum(['on', 'off'], 'must be on or off')
    .default('off')
    .describe('Tell browsers to insist on HTTPS; only with a certificate that they trust.'),
  DM_LANGUAGE: z
    .enum(['da', 'en'], 'must be da or en')
    .default('da')
    .describe('Language of a visitor whose browser asks for neither Danish nor English.'),
  DM_TIME_ZONE: z
    .string()
    .refine(isTimeZone, 'must be an IANA time zone such as Europe/Copenhagen')
    .default('Europe/Copenhagen')
    .describe('Time zone of pages and schedules.'),
  DM_MASTER_KEY: masterKeyIn((key) => key)
    .optional()
    .describe('The master key (32 bytes in base64). Prefer DM_MASTER_KEY_FILE.'),
  DM_MASTER_KEY_FILE: masterKeyIn((file) => readFileSync(file, 'utf8'))
    .optional()
    .describe(
      'File that holds the master key, such as a docker secret. Neither given: made in the state folder.',
    ),
  DM_SCANNER_PROCESSES: whole(1, 64, 'a number')
    .optional()
    .describe('How many files are read at the same time. Default: one a processor core.'),
  DM_SCANNER_SOCKET: z
    .string()
    .optional()
    .describe('Unix socket of a scanner that runs apart (datamapper scanner). Default: files are read here.'),
  DM_SCANNER_SPOOL_DIR: z
    .string()
    .default('spool')
    .describe('Where a scanner that runs apart keeps its enciphered copies.'),
  DM_SCANNER_SECONDS: whole(1, 3600, 'seconds').default(120).describe('The longest that one file may take.'),
  DM_READ_PICTURES: z
    .enum(['on', 'off'], 'must be on or off')
    .default('on')
    .describe('Read the writing in pictures and scanned pages (OCR), after everything that has text.'),
  DM_SCANNER_MEMORY_MIB: whole(256, 16384, 'MiB')
    .default(1024)
    .describe('The most resident memory of one scanner process.'),
  DM_SCANNER_FILE_MIB: whole(1, 1_048_576, 'MiB')
    .default(16_384)
    .describe('The largest file that is read; larger ones are listed as too large.'),
  DM_CLAMD: z
    .string()
    .refine((given) => clamdAddress(given) !== null, {
      error: 'must be the absolute path of a Unix socket, or a host and a port (antivirus:3310)',
    })
    .optional()
    .describe(
      'ClamAV daemon that each file is checked by before it is opened. Default: files are not checked.',
    ),
  DM_CLAMD_MIB: whole(1, 4000, 'MiB')
    .default(25)
    .describe('The largest file that ClamAV is asked about: its StreamMaxLength, or less.'),
  DM_SMB_PORT: whole(1, 65535, 'a port')
    .default(445)
    .describe('Port of file servers. Every server listens on 445; another is for tests.'),
  DM_SOURCE_WAIT_HOURS: whole(0, 168, 'hours')
    .default(12)
    .describe('How long a scan waits for a file server that went away, before it counts as failed.'),
  DM_LOG_LEVEL: z
    .enum(['debug', 'info', 'warn', 'error'], 'must be debug, info, warn or error')
    .default('info')
    .describe('Least severe log lines that are written.'),
});

function configOf(given: z.infer<typeof settings>, cwd: string) {
  return {
    /** Absolute path of the state folder. */
    stateFolder: resolve(cwd, given.DM_STATE_DIR),
    /** Absolute path of the folder for backup tiers. */
    backupFolder: resolve(cwd, given.DM_BACKUP_DIR),
    listenAddress: given.DM_LISTEN,
    httpsPort: given.DM_HTTPS_PORT,
    httpPort: given.DM_HTTP_PORT,
    publicHttpsPort: given.DM_PUBLIC_HTTPS_PORT ?? null,
    hostNames: given.DM_HOSTNAMES,
    hsts: given.DM_HSTS === 'on',
    defaultLanguage: given.DM_LANGUAGE,
    timeZone: given.DM_TIME_ZONE,
    /** The master key when it comes from outside; null: made and kept in the state folder. */
    masterKey: given.DM_MASTER_KEY_FILE ?? given.DM_MASTER_KEY ?? null,
    /** Null: one a processor core. */
    scannerProcesses: given.DM_SCANNER_PROCESSES ?? null,
    /** Null: files are read by processes of this one. */
    scannerSocket: given.DM_SCANNER_SOCKET === undefined ? null : resolve(cwd, given.DM_SCANNER_SOCKET),
    scannerSpoolFolder: resolve(cwd, given.DM_SCANNER_SPOOL_DIR),
    scannerSeconds: given.DM_SCANNER_SECONDS,
    readsPictures: given.DM_READ_PICTURES === 'on',
    scannerMemoryMiB: given.DM_SCANNER_MEMORY_MIB,
    scannerFileMiB: given.DM_SCANNER_FILE_MIB,
    /** Null: no malware scanner is asked. */
    clamd: given.DM_CLAMD === undefined ? null : clamdAddress(given.DM_CLAMD),
    clamdMiB: given.DM_CLAMD_MIB,
    smbPort: given.DM_SMB_PORT,
    sourceWaitMs: given.DM_SOURCE_WAIT_HOURS * 60 * 60 * 1000,
    logLevel: given.DM_LOG_LEVEL,
  };
}

function clamdAddress(given: string): ClamdAddress | null {
  if (given.startsWith('/')) return { path: given };
  const [, host, port] = /^(.+):(\d{1,5})$/.exec(given) ?? [];
  if (host === undefined || !HOST_NAME.test(host) || Number(port) > 65_535) return null;
  return { host, port: Number(port) };
}

function masterKeyIn(encodedKey: (given: string) => string) {
  return z.string().transform((given, context) => {
    try {
      const key = parseMasterKey(encodedKey(given));
      if (key !== null) return key;
      context.addIssue({ code: 'custom', message: 'must hold 32 bytes in base64' });
    } catch {
      context.addIssue({ code: 'custom', message: 'must name a readable file' });
    }
    return z.NEVER;
  });
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
