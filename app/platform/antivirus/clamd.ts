import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createConnection, type Socket } from 'node:net';
import { Failure } from '#kernel/errors.ts';

/** Asks a malware scanner about content on its way to a parser. */
export interface Antivirus {
  /**
   * The same bytes in the same order, and at their end the verdict. What is over the daemon's own limit passes
   * unchecked, as it does on every mail server.
   * @throws Infected at the end, instead of ending: nobody has then seen the whole content.
   * @throws Failure `unavailable` when the daemon does not answer: nothing is read unchecked.
   */
  checked(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array>;
}

/** The malware scanner knows this content. Holds no name, of the file or of the malware. */
export class Infected extends Error {
  /** SHA-256 of the content, in hex: it was read, if not opened. */
  readonly contentHash: string;

  constructor(contentHash: string) {
    super('the malware scanner refuses this content');
    this.name = 'Infected';
    this.contentHash = contentHash;
  }
}

/** Where clamd listens: a Unix socket's absolute path, or a host and a port. */
export type ClamdAddress = { readonly path: string } | { readonly host: string; readonly port: number };

/**
 * ClamAV's daemon, asked by its INSTREAM command (clamd(8)): chunks with their length in front, 32 bits big-endian,
 * ended by one of no length.
 * @param mostBytes must not be over clamd's own StreamMaxLength: past it, clamd hangs up on the stream
 * @param patienceMs the longest wait for clamd to take bytes or to answer
 */
export function createClamd(
  address: ClamdAddress,
  { mostBytes = DEBIAN_STREAM_MAX, patienceMs = 120_000 }: { mostBytes?: number; patienceMs?: number } = {},
): Antivirus {
  return {
    async *checked(content) {
      const asked = await ask(address, patienceMs);
      const hash = createHash('sha256');
      let size = 0;
      try {
        for await (const chunk of content) {
          size += chunk.length;
          if (size <= mostBytes) {
            hash.update(chunk);
            await asked.send(chunk);
          } else asked.leave();
          yield chunk;
        }
        if (size > 0 && size <= mostBytes && (await asked.verdict()) === 'infected')
          throw new Infected(hash.digest('hex'));
      } finally {
        asked.leave();
      }
    },
  };
}

/** Debian's setting of StreamMaxLength, in bytes. */
const DEBIAN_STREAM_MAX = 25 * 1024 * 1024;

/** An answer is one short line; a longer one is not clamd's. */
const LONGEST_ANSWER = 4096;

async function ask(address: ClamdAddress, patienceMs: number) {
  const socket = createConnection(address);
  socket.setTimeout(patienceMs, () => socket.destroy());
  const answered = answerOf(socket);
  // Awaited at the end; until then a refusal is no unhandled rejection.
  answered.catch(() => undefined);
  try {
    await once(socket, 'connect');
  } catch (error) {
    throw away(error);
  }
  socket.write('zINSTREAM\0');
  return {
    async send(chunk: Uint8Array): Promise<void> {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(chunk.length);
      if (chunk.length === 0) return;
      socket.write(length);
      // Copied: the chunk is its owner's again as soon as this settles, and the socket may still hold it.
      if (!socket.write(Buffer.from(chunk))) await drained(socket);
    },
    async verdict(): Promise<'clean' | 'infected'> {
      socket.write(Buffer.alloc(4));
      let answer: string;
      try {
        answer = await answered;
      } catch (error) {
        throw away(error);
      }
      if (answer === 'stream: OK') return 'clean';
      if (/^stream: .+ FOUND$/s.test(answer)) return 'infected';
      throw away(new Error('clamd did not say whether the content is clean'));
    },
    leave: () => void socket.destroy(),
  };
}

async function answerOf(socket: Socket): Promise<string> {
  let answer = '';
  socket.setEncoding('latin1');
  for await (const piece of socket) {
    answer += String(piece);
    const end = answer.indexOf('\0');
    if (end !== -1) return answer.slice(0, end);
    if (answer.length > LONGEST_ANSWER) break;
  }
  throw new Error('clamd hung up without an answer');
}

async function drained(socket: Socket): Promise<void> {
  if (socket.destroyed) return; // The missing answer tells.
  await new Promise<void>((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    socket.once('drain', done).once('close', done);
  });
}

function away(cause: unknown): Failure {
  return new Failure(
    'unavailable',
    'the malware scanner does not answer',
    'See that clamd runs where DM_CLAMD says, then scan again: it goes on from where it was.',
    { cause },
  );
}
