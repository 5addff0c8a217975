import assert from 'node:assert/strict';
import { unpackedRtf } from '#extract/outlook/compressed-rtf.ts';

describe('compressed RTF', () => {
  it('unpacks the example of its specification', () => {
    const packed = Buffer.from(
      '2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0',
      'hex',
    );
    assert.equal(
      unpackedRtf(packed, 1000).toString('latin1'),
      '{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n',
    );
  });

  it('refuses to unpack to more than the limit', () => {
    const packed = Buffer.alloc(20);
    packed.writeUInt32LE(0x7fffffff, 4);
    packed.writeUInt32LE(0x75465a4c, 8);
    assert.throws(() => unpackedRtf(packed, 1000), { reason: 'too_large' });
  });
});
