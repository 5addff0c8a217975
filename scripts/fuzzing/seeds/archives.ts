import { gzipSync, zstdCompressSync } from 'node:zlib';
import { docxOf, paragraph } from '../../../test/support/documents/office-maker.ts';
import { PACKED } from '../../../test/support/documents/seven-zip-samples.ts';
import { tarOf } from '../../../test/support/documents/tar-maker.ts';
import { zipOf } from '../../../test/support/documents/zip-maker.ts';
import type { Seed } from './seed.ts';

/** Small archives of each kind that is opened. Rar and cab are made by no tool that is free to use: real ones serve. */
export function archiveSeeds(): Seed[] {
  const inner = docxOf(paragraph('inner words'));
  const files = [
    { name: 'a.txt', content: 'first file\n'.repeat(20) },
    { name: 'dk/Åse.docx', content: inner },
  ];
  const nested = zipOf([
    ...files,
    { name: 'c.zip', content: zipOf(files) },
    { name: 's.txt', content: 'as it is', stored: true },
  ]);
  return [
    { name: 'a.zip', bytes: nested },
    {
      name: 'a.tar',
      bytes: tarOf([
        { name: 'a.txt', content: 'first file' },
        { name: 'a.docx', content: inner },
      ]),
    },
    { name: 'a.txt.gz', bytes: gzipSync('first file\n'.repeat(50)) },
    { name: 'a.tgz', bytes: gzipSync(tarOf([{ name: 'a.txt', content: 'first file' }])) },
    { name: 'a.txt.bz2', bytes: Buffer.from(BZIP2, 'base64') },
    { name: 'a.txt.xz', bytes: Buffer.from(XZ, 'base64') },
    { name: 'a.txt.lzma', bytes: Buffer.from(LZMA, 'base64') },
    { name: 'a.txt.zst', bytes: zstdCompressSync('first file\n'.repeat(50)) },
    { name: 'a.7z', bytes: Buffer.from(SEVEN_ZIP, 'base64') },
    ...Object.values(PACKED).map((archive) => ({ name: 'b.7z', bytes: Buffer.from(archive, 'base64') })),
    { name: 'a.cpio', bytes: cpio() },
    { name: 'a.iso', bytes: disc() },
  ];
}

/** "first file" twenty times, by bzip2 1.0.8 and by xz 5.8. */
const BZIP2 = 'QlpoOTFBWSZTWWZsFcoAADHRgAAQQAADJBwAIAAxBkxAUqjaJp6TpOEwmE2JwT4nSfi7kinChIMzYK5Q';
const XZ =
  '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4ADbABJdADMaSqwMcsHPSRnkQ4h3lUQAAAAAABamhfKRQ6fAAAEu3AEAAACmRUoKscRn+wIAAAAABFla';

/** The same by xz in the format of its forerunner. */
const LZMA = 'XQAAgAD//////////wAzGkqsDHLBz0kZ5EOId9+DF///3zUAAA==';

/** Two files, by libarchive. */
const SEVEN_ZIP =
  'N3q8ryccAAONF+YTnAAAAAAAAAAhAAAAAAAAANkTzM0AMxpKrAxywc9JGeRDiHerTFo0yVDdzJjMw9Bm/JC+OE8qry8HFP/w/fwAAACBMweuD9C1KPyfP0dBWNb+A' +
  'molqOiAhY6232i9D9fmygqc41aAynvACZMDPVWm/a2feIpFWGKu7uLkog860KGVOJIm19DwG6bI90DvswDhZnaHMf2LzsH4Ci+JDzZzAlnktuFSh5hymG///8TfAA' +
  'AXBisBCXEABwsBAAEjAwEBBV0AAIAADICUCgFhdkmvAAA=';

/** The format that SVR4 wrote: numbers as eight digits of sixteen, names and contents up to a multiple of four. */
function cpio(): Buffer {
  const member = (name: string, content: string): Buffer => {
    const mode = 0o100644;
    const fields = [1, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
    const head = `070701${fields.map((field) => field.toString(16).padStart(8, '0')).join('')}${name}\0`;
    const padded = (text: string): string => text.padEnd(Math.ceil(text.length / 4) * 4, '\0');
    return Buffer.from(padded(head) + padded(content), 'latin1');
  };
  return Buffer.concat([member('a.txt', 'first file'), member('TRAILER!!!', ''), Buffer.alloc(124)]);
}

const SECTOR = 2048;

/** A disc with a folder of a long name (Joliet) and a file in it. */
function disc(): Buffer {
  const image = Buffer.alloc(22 * SECTOR);
  const wide = (name: string): Buffer => Buffer.from(name, 'utf16le').swap16();
  for (const [i, kind] of [1, 2, 255].entries()) {
    image[(16 + i) * SECTOR] = kind;
    image.write('CD001', (16 + i) * SECTOR + 1);
    if (kind === 2) image.write('%/E', (16 + i) * SECTOR + 88);
    discRecord(Buffer.from([0]), 19, SECTOR, true).copy(image, (16 + i) * SECTOR + 156);
  }
  const itself = discRecord(Buffer.from([0]), 19, SECTOR, true);
  Buffer.concat([itself, discRecord(wide('Løn'), 20, SECTOR, true)]).copy(image, 19 * SECTOR);
  discRecord(wide('Åse.txt;1'), 21, 11).copy(image, 20 * SECTOR);
  image.write('on the disc', 21 * SECTOR);
  return image;
}

function discRecord(name: Buffer, sector: number, size: number, isFolder = false): Buffer {
  const bytes = Buffer.alloc(33 + name.length + ((name.length + 1) % 2));
  bytes[0] = bytes.length;
  bytes.writeUInt32LE(sector, 2);
  bytes.writeUInt32LE(size, 10);
  bytes[25] = isFolder ? 2 : 0;
  bytes[32] = name.length;
  name.copy(bytes, 33);
  return bytes;
}
