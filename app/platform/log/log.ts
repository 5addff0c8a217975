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
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const logger = destination ? pino(options, destination) : pino(options);
  return {
    debug: (event, fields) => logger.debug(fields, event),
    info: (event, fields) => logger.info(fields, event),
    warn: (event, fields) => logger.warn(fields, event),
    error: (event, error, fields) => logger.error({ ...fields, ...originOf(error) }, event),
  };
}

/** The kind of an error and the places in our code that it passed; for a chain of causes, the innermost last. */
function originOf(error: unknown, depth = 0): LogFields {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error && typeof error.code === 'string' && CODE.test(error.code) ? error.code : null;
  const cause =
    error.cause === undefined || depth === DEEPEST_CAUSE
      ? {}
      : { cause: JSON.stringify(originOf(error.cause, depth + 1)) };
  return { error: error.name, code, at: framesOf(error).join(' < '), ...cause };
}

const CODE = /^[\w.-]{1,60}$/;
/** A chain of causes can be a ring. */
const DEEPEST_CAUSE = 4;

/** The frames alone. The stack begins with the message, whose lines may look like frames: it is cut off first. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? '';
  const message = stack.indexOf(error.message);
  const lines = (message === -1 ? stack : stack.slice(message + error.message.length)).split('\n').slice(1);
  const lastOther = lines.findLastIndex((line) => !FRAME.test(line));
  return lines.slice(lastOther + 1).map((line) => line.trim());
}

const FRAME = /^\s+at /;
