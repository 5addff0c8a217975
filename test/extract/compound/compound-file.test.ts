import assert from 'node:assert/strict';
import { bytesInMemory } from '#kernel/bytes.ts';
import { compoundStreams, compoundTree } from '#extract/compound/compound-file.ts';
import { compoundFile } from '#extract/compound/compound-writer.ts';
import { storageOf } from '../../support/documents/compound-maker.ts';

const LIMIT = 64 * 1024 * 1024;

describe('compound files', () => {
  it('give back the tree that was written', () => {
    const file = compoundFile(
      storageOf({ one: 'first', inner: { two: 'second', deeper: { three: '' } } }),
      LIMIT,
    );
    const root = compoundTree(bytesInMemory(file));
    assert.deepEqual(
      root.streams.map(({ name }) => name),
      ['one'],
    );
    const inner = root.storages[0];
    assert.equal(inner?.name, 'inner');
    assert.equal(Buffer.from(inner.streams[0]?.bytes(LIMIT) ?? []).toString(), 'second');
    assert.equal(inner.storages[0]?.streams[0]?.size, 0);
  });

  it('give back a stream whose table of sectors does not fit into the header', () => {
    const long = Buffer.alloc(9 * 1024 * 1024, 'x');
    long.write('end', long.length - 3);
    const file = compoundFile(storageOf({ long }), LIMIT);
    const [stream] = compoundStreams(bytesInMemory(file));
    assert.deepEqual(Buffer.from(stream?.bytes(LIMIT) ?? []).subarray(-4), Buffer.from('xend'));
  });

  it('do not send a reader round in circles', () => {
    const file = compoundFile(storageOf({ one: 'first', two: 'second' }), LIMIT);
    const name = file.indexOf(Buffer.from('two', 'utf16le'));
    for (const link of [68, 72, 76]) file.writeUInt32LE(1, name + link);
    assert.equal(compoundTree(bytesInMemory(file)).streams.length, 2);
  });

  it('refuse a stream that is larger than the limit', () => {
    const [stream] = compoundStreams(bytesInMemory(compoundFile(storageOf({ one: 'long text' }), LIMIT)));
    assert.throws(() => stream?.bytes(4), { reason: 'too_large' });
  });
});
