import assert from 'node:assert/strict';
import { partOf, read } from '../../support/documents/reading.ts';

const SECTOR = 2048;

function record(name: Buffer, sector: number, size: number, isFolder = false): Buffer {
  const bytes = Buffer.alloc(33 + name.length + ((name.length + 1) % 2));
  bytes[0] = bytes.length;
  bytes.writeUInt32LE(sector, 2);
  bytes.writeUInt32LE(size, 10);
  bytes[25] = isFolder ? 2 : 0;
  bytes[32] = name.length;
  name.copy(bytes, 33);
  return bytes;
}

const wide = (name: string): Buffer => Buffer.from(name, 'utf16le').swap16();

/** A disc with a long-named folder and a file in it. `inner` is where the folder says that it lies. */
function isoOf(content: string, inner = 20): Buffer {
  const image = Buffer.alloc(22 * SECTOR);
  for (const [i, kind] of [1, 2, 255].entries()) {
    image[(16 + i) * SECTOR] = kind;
    image.write('CD001', (16 + i) * SECTOR + 1);
    if (kind === 2) image.write('%/E', (16 + i) * SECTOR + 88);
    record(Buffer.from([0]), 19, SECTOR, true).copy(image, (16 + i) * SECTOR + 156);
  }
  const itself = record(Buffer.from([0]), 19, SECTOR, true);
  Buffer.concat([itself, record(wide('Løn'), inner, SECTOR, true)]).copy(image, 19 * SECTOR);
  record(wide('Åse.txt;1'), 21, content.length).copy(image, 20 * SECTOR);
  image.write(content, 21 * SECTOR);
  return image;
}

describe('iso', () => {
  it('reads each file by itself, by its long name', async () => {
    const result = await read('a', isoOf('on the disc'));
    assert.equal(result.ended, 'scanned');
    assert.equal(partOf(result, 'names'), 'Løn/Åse.txt\n');
    assert.deepEqual(result.segments[0], { text: 'on the disc', place: { path: ['Løn/Åse.txt'], line: 1 } });
  });

  it('ends, when a folder leads back to itself', async () => {
    assert.equal((await read('a.iso', isoOf('x', 19))).ended, 'scanned');
  });

  it('ends as partial when a folder is damaged', async () => {
    const image = isoOf('x');
    image[19 * SECTOR + 34] = 20;
    assert.match((await read('a.iso', image)).ended, /corrupt/);
  });
});
