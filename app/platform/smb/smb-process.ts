import { once } from 'node:events';
import { Readable, Writable } from 'node:stream';
import type { ChildProcess } from 'node:child_process';
import { encodeFrame, parseFrame, readRawFrames } from '#platform/workers/frames.ts';
import { launchSmb } from './launch.ts';
import { parseReply, type Reply, type Request } from './messages.ts';

/** One process that speaks SMB, seen from the appliance. One request at a time. */
export interface SmbProcess {
  readonly pid: number;
  isAlive(): boolean;
  /** @throws SmbProcessLost when it dies, breaks the rules or takes longer than `limitMs`; it is killed then. */
  ask(request: Request, limitMs: number): Promise<Answer>;
  /** Kills it: it has nothing to finish. */
  stop(): Promise<void>;
}

export interface Answer {
  readonly reply: Reply;
  /** What came with a reply of the kind `bytes`, else nothing. */
  readonly bytes: Uint8Array;
}

/** The process is gone. The next one may do better, or it was the server's doing. */
export class SmbProcessLost extends Error {
  constructor() {
    super('a process that speaks SMB was lost');
    this.name = 'SmbProcessLost';
  }
}

export function startSmbProcess(folder: { home: string; settingsFile: string }): SmbProcess {
  const child = launchSmb(folder);
  const { requests, replies } = lines(child);
  const exited = once(child, 'close').catch(() => undefined);
  const frames = readRawFrames(replies, MOST_BYTES);
  const stop = async (): Promise<void> => {
    child.kill('SIGKILL');
    replies.destroy();
    await exited;
  };

  const exchange = async (request: Request): Promise<Answer> => {
    requests.write(encodeFrame(request));
    const reply = parseReply(parseFrame(await nextFrame(frames)));
    return { reply, bytes: reply.kind === 'bytes' ? await nextFrame(frames) : NOTHING };
  };

  return {
    pid: child.pid ?? 0,
    isAlive: () => child.exitCode === null && child.signalCode === null,
    async ask(request, limitMs) {
      // A process that hangs ends its line by being killed, and with it the wait.
      const limit = setTimeout(() => child.kill('SIGKILL'), limitMs);
      try {
        return await exchange(request);
      } catch {
        await stop();
        throw new SmbProcessLost();
      } finally {
        clearTimeout(limit);
      }
    },
    stop,
  };
}

const NOTHING = new Uint8Array(0);
const MOST_BYTES = 16 * 1024 * 1024;

async function nextFrame(frames: AsyncGenerator<Buffer>): Promise<Buffer> {
  const frame = await frames.next();
  if (frame.done === true) throw new SmbProcessLost();
  return frame.value;
}

function lines(child: ChildProcess): { requests: Writable; replies: Readable } {
  const requests = child.stdio[3];
  const replies = child.stdio[4];
  if (!(requests instanceof Writable) || !(replies instanceof Readable))
    throw new Error('a process that speaks SMB has its lines');
  for (const end of [child, requests, replies]) end.on('error', () => undefined);
  return { requests, replies };
}
