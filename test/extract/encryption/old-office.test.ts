import assert from 'node:assert/strict';
import { xorChecksum } from '#extract/encryption/office-xor.ts';
import { Rc4 } from '#extract/encryption/rc4.ts';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import { readWith } from '../../support/documents/locked-reading.ts';
import {
  cryptoApiLock,
  inBlocks,
  simpleLock,
  type OldLock,
} from '../../support/documents/locked-old-office-maker.ts';

const PASSWORD = 'blåbær7';
const LOCKS: readonly (readonly [string, OldLock])[] = [
  ['RC4 of 40 bits', simpleLock(PASSWORD)],
  ['the CryptoAPI with 40 bits', cryptoApiLock(PASSWORD, 40)],
  ['the CryptoAPI with 128 bits', cryptoApiLock(PASSWORD, 128)],
];
const WORDS = `Kære Åse ${'og alle de andre '.repeat(300)}sidste ord\r`;

describe('Office documents before 2007 under a password', () => {
  for (const [name, lock] of LOCKS) {
    it(`are read as Word documents under ${name}`, async () => {
      const { text, ended } = await readWith(['forkert', PASSWORD], 'a.doc', lockedWord(lock));
      assert.equal(ended, 'scanned');
      assert.match(text, /Kære Åse[^]*sidste ord/);
    });

    it(`are read as workbooks under ${name}`, async () => {
      const { text, ended } = await readWith(['forkert', PASSWORD], 'a.xls', lockedExcel(lock));
      assert.equal(ended, 'scanned');
      assert.match(text, /navn 0\n[^]*navn 199\n/);
    });

    it(`are read as presentations under ${name}`, async () => {
      const { text, ended } = await readWith(['forkert', PASSWORD], 'a.ppt', lockedPowerPoint(lock));
      assert.equal(ended, 'scanned');
      assert.match(text, /på en side/);
    });
  }

  it('end as encrypted when no password fits', async () => {
    const lock = simpleLock(PASSWORD);
    for (const [name, file] of [
      ['a.doc', lockedWord(lock)],
      ['a.xls', lockedExcel(lock)],
      ['a.ppt', lockedPowerPoint(lock)],
    ] as const) {
      const { text, ended } = await readWith(['forkert'], name, file);
      assert.deepEqual([text, ended], ['', 'skipped/encrypted'], name);
    }
  });

  it('are read without a password when it is the one that Excel gives by itself', async () => {
    assert.equal((await readWith([], 'a.xls', lockedExcel(simpleLock('VelvetSweatshop')))).ended, 'scanned');
  });

  it('are read when they are garbled by XOR', async () => {
    const file = compoundOf({ Workbook: garbled(workbook(record(0x2f, short(0), XOR_KEY, XOR_SUM))) });
    assert.match((await readWith(['abc'], 'a.xls', file)).text, /navn 199\n/);
    assert.equal((await readWith(['abd'], 'a.xls', file)).ended, 'skipped/encrypted');
  });
});

describe('the old ciphers', () => {
  it('RC4 gives the key stream of RFC 6229', () => {
    const stream = new Rc4(Buffer.from('0102030405', 'hex')).apply(Buffer.alloc(16));
    assert.equal(stream.toString('hex'), 'b2396305f03dc027ccc3524a0a1118a8');
  });

  it('the checksum of a password is the one that is known of "password"', () => {
    assert.equal(xorChecksum(Buffer.from('password')), 0x83af);
  });
});

function short(value: number): Buffer {
  return Buffer.from([value & 0xff, value >> 8]);
}

function long(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function lockedWord(lock: OldLock): Buffer {
  const stream = Buffer.alloc(0x400 + WORDS.length * 2);
  stream.writeUInt16LE(0xa5ec, 0);
  stream.writeUInt16LE(0xc1, 2);
  stream.writeUInt16LE(0x100, 0x0a);
  stream.writeUInt32LE(lock.info.length, 0x0e);
  stream.writeUInt32LE(WORDS.length, 0x4c);
  stream.write(WORDS, 0x400, 'utf16le');
  const pieces = Buffer.concat([
    Buffer.from([2]),
    long(16),
    long(0),
    long(WORDS.length),
    short(0),
    long(0x400),
    short(0),
  ]);
  stream.writeUInt32LE(lock.info.length, 0x1a2);
  stream.writeUInt32LE(pieces.length, 0x1a6);
  return compoundOf({
    WordDocument: inBlocks(stream, lock, 512, 0x44),
    '0Table': inBlocks(Buffer.concat([lock.info, pieces]), lock, 512, lock.info.length),
  });
}

function record(id: number, ...parts: readonly Buffer[]): Buffer {
  const data = Buffer.concat(parts);
  return Buffer.concat([short(id), short(data.length), data]);
}

/** Two hundred rows of one name each, over several blocks. */
function workbook(lock: Buffer): Buffer {
  const begin = record(0x809, short(0x600), short(0x10));
  const sheet = (place: number): Buffer =>
    record(0x85, long(place), short(0), Buffer.from([1, 0]), Buffer.from('A'));
  const end = record(0x0a);
  const rows = Array.from({ length: 200 }, (_, row) => {
    const name = Buffer.from(`navn ${String(row)}`);
    return record(0x204, short(row), short(0), short(0), short(name.length), Buffer.from([0]), name);
  });
  const head = (place: number): Buffer => Buffer.concat([begin, lock, sheet(place), end]);
  return Buffer.concat([head(head(0).length), begin, ...rows, end]);
}

const CLEAR = new Set([0x809, 0x2f]);

function lockedExcel(lock: OldLock): Buffer {
  const stream = workbook(record(0x2f, short(1), lock.info));
  const locked = inBlocks(stream, lock, 1024, 0);
  for (const { id, at, length } of recordsOf(stream)) {
    stream.copy(locked, at, at, at + 4 + (CLEAR.has(id) ? length : id === 0x85 ? 4 : 0));
  }
  return compoundOf({ Workbook: locked });
}

function* recordsOf(stream: Buffer): Generator<{ id: number; at: number; length: number }> {
  for (let at = 0; at < stream.length;) {
    const length = stream.readUInt16LE(at + 2);
    yield { id: stream.readUInt16LE(at), at, length };
    at += 4 + length;
  }
}

/** What the password "abc" comes to: its key, its checksum, and the sixteen bytes (MS-OFFCRYPTO 2.3.7). */
const XOR_KEY = short(20_810);
const XOR_SUM = short(52_250);
const XOR_BYTES = Buffer.from('accca4abd6bac3bad6a32b45d37929bb', 'hex');

function garbled(stream: Buffer): Buffer {
  const out = Buffer.from(stream);
  for (const { id, at, length } of recordsOf(stream)) {
    if (CLEAR.has(id)) continue;
    const end = at + 4 + length;
    for (let i = at + 4 + (id === 0x85 ? 4 : 0); i < end; i++) {
      const mixed = (out[i] ?? 0) ^ (XOR_BYTES[(end + i - at - 4) % 16] ?? 0);
      out[i] = ((mixed << 5) | (mixed >> 3)) & 0xff;
    }
  }
  return out;
}

function atom(type: number, data: Buffer, version = 0): Buffer {
  return Buffer.concat([short(version), short(type), long(data.length), data]);
}

function lockedPowerPoint(lock: OldLock): Buffer {
  const slide = atom(1006, atom(4000, Buffer.from('på en side', 'utf16le')), 0xf);
  const document = atom(1000, atom(4080, atom(1011, Buffer.concat([long(1), Buffer.alloc(16)])), 0xf), 0xf);
  const objects = [slide, document].map((object, i) => lock.keys(i + 1).apply(object));
  const session = atom(0x2f14, lock.info, 0xf);
  const places = [0, slide.length, slide.length + document.length];
  const directory = atom(6002, Buffer.concat([long(0x300001), ...places.map(long)]));
  const at = slide.length + document.length + session.length;
  const edit = atom(
    4085,
    Buffer.concat([long(0), long(0), long(0), long(at), long(2), long(4), long(0), long(3)]),
  );
  const user = atom(4086, Buffer.concat([long(20), long(0xf3d1c4df), long(at + directory.length), long(0)]));
  return compoundOf({
    'PowerPoint Document': Buffer.concat([...objects, session, directory, edit]),
    'Current User': user,
  });
}
