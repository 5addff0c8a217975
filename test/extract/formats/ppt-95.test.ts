import assert from 'node:assert/strict';
import { compoundOf } from '../../support/documents/compound-maker.ts';
import { partOf, read } from '../../support/documents/reading.ts';

describe('PowerPoint 95', () => {
  it('gives what reads as text, and ends as partial', async () => {
    const noise = Buffer.from([0, 1, 2, 0x41, 0x42, 0x43, 0, 0xff, 0xfe, 0x80]);
    const words = Buffer.from('Møde med Åse Holm\rDagsorden\0', 'latin1');
    const result = await read('a.ppt', compoundOf({ PP40: Buffer.concat([noise, words, noise]) }));
    assert.equal(result.ended, 'partial/unsupported');
    assert.equal(partOf(result, 'slides'), 'Møde med Åse Holm\nDagsorden\n');
  });

  it('gives each text once, and none of what is no text', async () => {
    const stream = Buffer.from('the same words\0the same words\0%&/()=!"#¤%&\0aaaaaaaaaaaa\0', 'latin1');
    assert.equal(partOf(await read('a.ppt', compoundOf({ PP40: stream })), 'slides'), 'the same words\n');
  });
});
