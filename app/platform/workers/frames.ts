import type { Readable } from 'node:stream';

/**
 * Messages between the appliance and a worker process: a length (four bytes, big-endian), then that many bytes of
 * JSON. Node's own IPC channel is not used, since it buffers without a bound until a newline comes: a worker that a
 * hostile file has taken over could fill the appliance's memory. Here nothing over `MAX_FRAME` is taken in.
 */
const MAX_FRAME = 32 * 1024 * 1024;

/** @throws Error when the message is larger than a reader would take. */
export function encodeFrame(message: unknown): Buffer {
  const body = Buffer.from(JSON.stringify(message), 'utf8');
  if (body.length > MAX_FRAME) throw new Error('message to or from a worker is too large');
  return encodeRawFrame(body);
}

/** Bytes behind their length: a frame that is no message. */
export function encodeRawFrame(body: Uint8Array): Buffer {
  const frame = Buffer.allocUnsafe(4 + body.length);
  frame.writeUInt32BE(body.length, 0);
  frame.set(body, 4);
  return frame;
}

/**
 * The messages of a stream, in order; ends when the stream ends. The stream is read only as fast as it is asked for.
 * @throws Error when a frame is larger than `maxFrame` bytes, is cut short or is not JSON.
 */
export async function* readFrames(stream: Readable, maxFrame = MAX_FRAME): AsyncGenerator {
  for await (const frame of readRawFrames(stream, maxFrame)) yield parseFrame(frame);
}

/** As `readFrames`, without taking the bodies for messages. */
export async function* readRawFrames(stream: Readable, maxFrame = MAX_FRAME): AsyncGenerator<Buffer> {
  let chunks: Buffer[] = [];
  let held = 0;
  let wanted: number | null = null;
  // The stream is its owner's to end: there may still be something to say on it.
  for await (const chunk of stream.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    held += chunk.length;
    while (held >= (wanted ?? 4)) {
      const all = chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks, held);
      const taken: number = wanted ?? 4;
      const frame = all.subarray(0, taken);
      chunks = [all.subarray(taken)];
      held -= taken;
      if (wanted !== null) {
        wanted = null;
        yield frame;
        continue;
      }
      wanted = frame.readUInt32BE(0);
      if (wanted > maxFrame) throw new Error('a worker sent a message that is too large');
    }
  }
  if (held > 0 || wanted !== null) throw new Error('a worker stopped inside a message');
}

// The parser's own words quote the text, which may be a file's: they go no further.
export function parseFrame(frame: Buffer): unknown {
  try {
    return JSON.parse(frame.toString('utf8')) as unknown;
  } catch {
    throw new Error('a worker sent what is no message');
  }
}
