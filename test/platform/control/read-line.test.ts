import assert from 'node:assert/strict';
import { PassThrough } from 'node:stream';
import { readLine } from '#platform/control/read-line.ts';

describe('reading one line of a stream', () => {
  it('puts a line together from its pieces', async () => {
    const stream = new PassThrough();
    const line = readLine(stream, 100, 1_000);
    for (const piece of [Buffer.from('sm'), Buffer.from([0xc3]), Buffer.from([0xb8]), Buffer.from('r\nrest')])
      stream.write(piece);
    assert.equal(await line, 'smør');
  });

  it('takes a line of the most bytes', async () => {
    const stream = new PassThrough();
    stream.end(`${'x'.repeat(10)}\n`);
    assert.equal(await readLine(stream, 10, 1_000), 'x'.repeat(10));
  });

  it('gives up on a longer one', async () => {
    const stream = new PassThrough();
    stream.end(`${'x'.repeat(11)}\n`);
    assert.equal(await readLine(stream, 10, 1_000), null);
  });

  it('gives up when the stream ends before the line does', async () => {
    const stream = new PassThrough();
    stream.end('half');
    assert.equal(await readLine(stream, 10, null), null);
  });

  it('gives up when the stream breaks', async () => {
    const stream = new PassThrough();
    stream.on('error', () => undefined);
    const line = readLine(stream, 10, null);
    stream.destroy(new Error('broken'));
    assert.equal(await line, null);
  });

  it('gives up on a line that does not come in time', async () => {
    const stream = new PassThrough();
    stream.write('slow');
    assert.equal(await readLine(stream, 10, 20), null);
  });

  it('does not begin to wait anew with each byte', async () => {
    const stream = new PassThrough();
    const drip = setInterval(() => stream.write('x'), 5);
    const line = await readLine(stream, 1_000_000, 50);
    clearInterval(drip);
    assert.equal(line, null);
  });
});
