import { readSync, writeSync } from 'node:fs';
import { encodeFrame, encodeRawFrame, parseFrame } from '#platform/workers/frames.ts';
import { loadClientLibrary, type ClientLibrary } from './client-library.ts';
import { connectClient, type ClientSession } from './client-session.ts';
import { parseRequest, type Reply, type Request } from './messages.ts';
import type { Part } from './client-reading.ts';

/**
 * The process that speaks SMB: one request, one answer, everything blocking. It holds no timer and no queue; whoever
 * started it sees to its time. Its first request connects; it ends when its line ends.
 */
const REQUESTS = 3;
const REPLIES = 4;

function main(settingsFile: string): void {
  let session: ClientSession | null = null;
  for (let frame = readFrame(); frame !== null; frame = readFrame()) {
    const request = parseRequest(parseFrame(frame));
    if (request.kind === 'connect') {
      const library = loaded();
      if (library === null) {
        say({ kind: 'no-library' });
        return;
      }
      const connected = connectClient(library, request, settingsFile, leave);
      if ('why' in connected) {
        say({ kind: 'away', why: connected.why });
        return;
      }
      session = connected;
      say({ kind: 'ready' });
      continue;
    }
    if (session === null) return;
    const answer = answerTo(request, session);
    if (answer.kind === 'part') {
      say(answer.reply);
      sayBytes(encodeRawFrame(answer.bytes));
      continue;
    }
    say(answer);
    if (answer.kind === 'lost') return;
  }
}

/** At once, in the middle of a call of the library: nothing of it may go on. */
function leave(last: Reply): void {
  say(last);
  process.kill(process.pid, 'SIGKILL');
}

function loaded(): ClientLibrary | null {
  try {
    return loadClientLibrary();
  } catch {
    return null;
  }
}

function answerTo(request: Exclude<Request, { kind: 'connect' }>, session: ClientSession): Part | Reply {
  switch (request.kind) {
    case 'list':
      return session.list(request.path, request.after, request.most);
    case 'open':
      return session.open(request.path, request.at, request.print);
    case 'read':
      return session.read();
    case 'close':
      return session.close();
  }
}

function say(reply: Reply): void {
  sayBytes(encodeFrame(reply));
}

/** Blocks while nobody takes the bytes: that is the back-pressure. */
function sayBytes(bytes: Uint8Array): void {
  for (let at = 0; at < bytes.length;) at += writeSync(REPLIES, bytes, at);
}

/** The next request; null when there will be none. */
function readFrame(): Buffer | null {
  const length = readExactly(4);
  return length === null ? null : readExactly(length.readUInt32BE(0));
}

function readExactly(length: number): Buffer | null {
  const bytes = Buffer.alloc(length);
  for (let at = 0; at < length;) {
    const read = readSync(REQUESTS, bytes, at, length - at, null);
    if (read === 0) return null;
    at += read;
  }
  return bytes;
}

main(process.argv[2] ?? '');
// What the library would still tell the server on its way out, it may wait for: the server sees the end by itself.
process.exit(0);
