import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '#kernel/errors.ts';
import type { Connection, Request } from './messages.ts';
import { SmbRefused, SmbShareAway } from './smb-away.ts';
import { SmbProcessLost, startSmbProcess, type Answer, type SmbProcess } from './smb-process.ts';

/** A connection to a share that outlives the processes which hold it. One request at a time. */
export interface SmbLine {
  /**
   * Asks, and asks anew with another process when one is lost.
   * @param request made for each try: what follows on an earlier answer may have to be asked otherwise
   * @throws SmbRefused, SmbShareAway, Failure `unavailable` when this machine has no SMB library
   */
  ask(request: (isNewProcess: boolean) => Exclude<Request, Connection>): Promise<Answer>;
  close(): Promise<void>;
}

export interface SmbLimits {
  /** How long a server may take over one answer, in milliseconds. */
  readonly answerMs: number;
  /** How long one request may take, in milliseconds: many answers of the server. */
  readonly requestMs: number;
  /** How long to wait before each next try with another process, in milliseconds. */
  readonly backOffMs: readonly number[];
  /** How long a file is held open before others get a chance to rename or delete it, in milliseconds. */
  readonly holdMs: number;
}

export function createSmbLine(needs: {
  connection: Connection;
  folder: { home: string; settingsFile: string };
  limits: SmbLimits;
}): SmbLine {
  const { connection, limits } = needs;
  let process: SmbProcess | null = null;
  let closed = false;

  /** @throws SmbProcessLost */
  const connected = async (): Promise<SmbProcess> => {
    if (process?.isAlive() === true) return process;
    if (closed) throw new Error('a share is read after it was closed');
    const started = startSmbProcess(needs.folder);
    process = started;
    // The name, the connection, the login, the share and its folder: each may take an answer's time.
    const { reply } = await started.ask(connection, START_MS + CONNECT_ANSWERS * limits.answerMs);
    if (reply.kind === 'ready') return started;
    await started.stop();
    if (reply.kind === 'no-library') throw noLibrary();
    throw reply.kind === 'away' ? new SmbShareAway(reply.why) : new SmbProcessLost();
  };

  /** Null: the process is lost. `silent`: it never connected, and did not say why. */
  const once = async (makeRequest: Parameters<SmbLine['ask']>[0]): Promise<Answer | 'lost' | 'silent'> => {
    const before = process;
    let current: SmbProcess;
    try {
      current = await connected();
    } catch (error) {
      if (error instanceof SmbProcessLost) return 'silent';
      throw error;
    }
    try {
      const answer = await current.ask(makeRequest(current !== before), limits.requestMs);
      if (answer.reply.kind !== 'lost') return answer;
      await current.stop();
    } catch (error) {
      if (!(error instanceof SmbProcessLost)) throw error;
    }
    return 'lost';
  };

  return {
    async ask(makeRequest) {
      let last: 'lost' | 'silent' = 'lost';
      for (const wait of [0, ...limits.backOffMs]) {
        if (wait > 0) await pause(wait);
        const answer = await once(makeRequest);
        if (answer === 'lost' || answer === 'silent') {
          last = answer;
          continue;
        }
        if (answer.reply.kind === 'fault') throw new SmbRefused(answer.reply.fault);
        return answer;
      }
      // A server that lets us in, and is lost with each try at one file: it is the file.
      throw last === 'lost' ? new SmbRefused('broken') : new SmbShareAway('unreachable');
    },
    async close() {
      closed = true;
      await process?.stop();
    },
  };
}

const START_MS = 30_000;
const CONNECT_ANSWERS = 5;

function noLibrary(): Failure {
  return new Failure(
    'unavailable',
    'This machine has no SMB library.',
    'Install libsmbclient (Debian: apt-get install libsmbclient), then scan again.',
  );
}
