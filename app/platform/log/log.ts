import { pino, type DestinationStream } from 'pino';

/** What a line may hold beside its event: counts, durations, codes. Never names, values, paths or addresses. */
export type LogFields = Readonly<Record<string, string | number | boolean | null>>;

/** Structured lines about the machine. What people do is on the record (audit), not here. */
export interface Log {
  debug(event: string, fields?: LogFields): void;
  info(event: string, fields?: LogFields): void;
  warn(event: string, fields?: LogFields): void;
  /** Logs where an error came from, not what it says: a driver's message quotes the values it was given. */
  error(event: string, error: unknown, fields?: LogFields): void;
}

export function createLog(level: 'debug' | 'info' | 'warn' | 'error', destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    messageKey: 'event',
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    debug: (event, fields) => logger.debug(fields, event),
    info: (event, fields) => logger.info(fields, event),
    warn: (event, fields) => logger.warn(fields, event),
    error: (event, error, fields) => logger.error({ ...fields, ...originOf(error) }, event),
  };
}

/** The kind of an error and the places in our code it passed; for a chain of causes, the innermost last. */
function originOf(error: unknown): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : null;
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  const cause = error.cause === undefined ? {} : { cause: JSON.stringify(originOf(error.cause)) };
  return { error: error.name, code, at: frames.map((line) => line.trim()).join(' < '), ...cause };
}
