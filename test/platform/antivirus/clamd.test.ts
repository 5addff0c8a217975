import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import { createClamd, Infected } from '#platform/antivirus/clamd.ts';
import { Failure } from '#kernel/errors.ts';
import { EICAR, startClamd } from '../../support/clamd-server.ts';
import { scratch } from '../../support/scratch.ts';

const MIB = 1024 * 1024;

describe('clamd', function () {
  this.timeout(60_000);
  const place = scratch();
  let clamd: Awaited<ReturnType<typeof startClamd>>;

  before(async () => {
    clamd = await startClamd(place.folder);
  });
  after(async () => {
    await clamd.stop();
    place.remove();
  });

  const through = async (pieces: Iterable<Uint8Array>, mostBytes = 2 * MIB): Promise<Buffer> => {
    const antivirus = createClamd({ path: clamd.socket }, { mostBytes });
    const seen: Buffer[] = [];
    for await (const chunk of antivirus.checked(streamOf(pieces))) seen.push(Buffer.from(chunk));
    return Buffer.concat(seen);
  };

  it('lets clean content pass byte by byte', async () => {
    const content = Buffer.from('Referat af mødet.\n'.repeat(20_000));
    assert.deepEqual(await through([content.subarray(0, 7), content.subarray(7)]), content);
  });

  it('lets empty content pass', async () => {
    assert.equal((await through([])).length, 0);
  });

  it('refuses the test file, also in two chunks', async () => {
    const eicar = Buffer.from(EICAR, 'latin1');
    await assert.rejects(through([eicar]), Infected);
    await assert.rejects(through([eicar.subarray(0, 20), eicar.subarray(20)]), Infected);
  });

  it('lets content over the limit pass unchecked', async () => {
    const large = [Buffer.from(EICAR, 'latin1'), Buffer.alloc(3 * MIB, 'a')];
    assert.equal((await through(large)).length, EICAR.length + 3 * MIB);
  });

  it('refuses all content when clamd hangs up on a stream that it finds too long', async () => {
    await assert.rejects(through([Buffer.alloc(8 * MIB, 'a')], 16 * MIB), isUnavailable);
  });

  it('refuses all content when nobody listens', async () => {
    const antivirus = createClamd({ path: place.path('nobody.sock') });
    await assert.rejects(drain(antivirus.checked(streamOf([Buffer.from('text')]))), isUnavailable);
  });

  it('refuses all content when the answer is another than clean or found', async () => {
    const server = await answering(place.path('other.sock'), 'stream: maybe\0');
    try {
      const antivirus = createClamd({ path: place.path('other.sock') });
      await assert.rejects(drain(antivirus.checked(streamOf([Buffer.from('text')]))), isUnavailable);
    } finally {
      server.close();
    }
  });

  it('gives up a daemon that says nothing', async () => {
    const server = await answering(place.path('mute.sock'), '');
    try {
      const antivirus = createClamd({ path: place.path('mute.sock') }, { patienceMs: 50 });
      await assert.rejects(drain(antivirus.checked(streamOf([Buffer.from('text')]))), isUnavailable);
    } finally {
      server.close();
    }
  });
});

async function* streamOf(pieces: Iterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  await Promise.resolve();
  yield* pieces;
}

async function drain(content: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const chunk of content) assert.ok(chunk.length > 0);
}

function isUnavailable(error: unknown): boolean {
  return error instanceof Failure && error.code === 'unavailable';
}

/** Answers each connection at its first bytes, whatever they are; with nothing, it keeps silent. */
async function answering(path: string, answer: string): Promise<Server> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      if (answer !== '') socket.write(answer);
    });
  });
  await new Promise<void>((resolve) => server.listen(path, resolve));
  return server;
}
