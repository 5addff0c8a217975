import assert from 'node:assert/strict';
import { pictureNotes } from '#extract/pictures/notes/picture-notes.ts';
import {
  exifOf,
  jpegOf,
  packedText,
  photoshopOf,
  pngWith,
  xmpOf,
} from '../../support/documents/photo-maker.ts';

async function notes(mime: string, bytes: Buffer): Promise<string[]> {
  return [...(await pictureNotes(mime, bytes))];
}

function inJpeg(exif: Buffer): Buffer {
  return jpegOf([0xe1, Buffer.concat([Buffer.from('Exif\0\0'), exif])]);
}

const wide = (text: string): Buffer => Buffer.from(`${text}\0`, 'utf16le');

describe('what a picture says beside its pixels', () => {
  it('is who took it and whose it is (Exif)', async () => {
    const exif = exifOf({
      0x010e: 'Sommerfest',
      0x013b: 'Ida Holm',
      0x9c9d: wide('Åse'),
      0x8769: { 0xa430: 'Bo Vang' },
    });
    assert.deepEqual(await notes('image/jpeg', inJpeg(exif)), [
      'description: Sommerfest',
      'artist: Ida Holm',
      'author: Åse',
      'owner: Bo Vang',
    ]);
  });

  it('is where it was taken', async () => {
    const gps = { 0x8825: { 1: 'N', 2: [55, 40, 33.953], 3: 'W', 4: [12, 34, 6.013] } };
    assert.deepEqual(await notes('image/jpeg', inJpeg(exifOf(gps))), ['GPS: 55.676098, -12.568337']);
  });

  it('is a comment in the charset that it names, and nothing when it is empty', async () => {
    const said = Buffer.concat([Buffer.from('UNICODE\0'), wide('Kære Åse')]);
    const empty = Buffer.concat([Buffer.from('ASCII\0\0\0'), Buffer.alloc(40)]);
    assert.deepEqual(await notes('image/jpeg', inJpeg(exifOf({ 0x8769: { 0x9286: said } }))), [
      'comment: Kære Åse',
    ]);
    assert.deepEqual(await notes('image/jpeg', inJpeg(exifOf({ 0x8769: { 0x9286: empty } }))), []);
  });

  it('is the creator, the caption and the place of a press photograph (IPTC)', async () => {
    const jpeg = jpegOf([0xed, photoshopOf({ 80: 'Ida Holm', 90: 'Århus', 120: 'Bo Vang taler' })]);
    assert.deepEqual(await notes('image/jpeg', jpeg), [
      'creator: Ida Holm',
      'city: Århus',
      'description: Bo Vang taler',
    ]);
  });

  it('is the people and titles of XMP, as elements and as attributes', async () => {
    const packet = xmpOf(
      '<dc:creator><rdf:Seq><rdf:li>Ida Holm</rdf:li></rdf:Seq></dc:creator><dc:title><rdf:Alt><rdf:li xml:lang="x-default">Fest</rdf:li></rdf:Alt></dc:title><xmp:CreatorTool>Tool</xmp:CreatorTool>',
      'photoshop:Credit="Bo Vang" mwg-rs:Name="Eva"',
    );
    const jpeg = jpegOf([0xe1, `http://ns.adobe.com/xap/1.0/\0${packet}`]);
    assert.deepEqual(await notes('image/jpeg', jpeg), [
      'Credit: Bo Vang',
      'Name: Eva',
      'creator: Ida Holm',
      'title: Fest',
    ]);
  });

  it('is the texts of a PNG, packed ones too, without the name of the program', async () => {
    const png = pngWith(
      ['tEXt', Buffer.from('Author\0Bj\xf8rn', 'latin1')],
      ['zTXt', packedText('Comment', 'Kære Åse')],
      ['iTXt', Buffer.from('Title\0\0\0da\0Titel\0Løn')],
      ['tEXt', Buffer.from('Software\0Paint', 'latin1')],
    );
    assert.deepEqual(await notes('image/png', png), ['Author: Bjørn', 'Comment: Kære Åse', 'Title: Løn']);
  });

  it('is the comment of a GIF', async () => {
    const gif = Buffer.concat([
      Buffer.from('GIF89a'),
      Buffer.from([1, 0, 1, 0, 0, 0, 0]),
      Buffer.from([0x21, 0xfe, 5]),
      Buffer.from('hello'),
      Buffer.from([0, 0x3b]),
    ]);
    assert.deepEqual(await notes('image/gif', gif), ['hello']);
  });

  it('is Exif and XMP of a WebP', async () => {
    const exif = exifOf({ 0x013b: 'Ida Holm' });
    const head = Buffer.from('RIFF\0\0\0\0WEBPEXIF\0\0\0\0', 'latin1');
    head.writeUInt32LE(exif.length, 16);
    assert.deepEqual(await notes('image/webp', Buffer.concat([head, exif])), ['artist: Ida Holm']);
  });

  it('is the same of a TIFF, whose directories may lead to one another', async () => {
    const tiff = exifOf({ 0x013b: 'Ida Holm' });
    tiff.writeUInt32LE(8, 8 + 2 + 12);
    assert.deepEqual(await notes('image/tiff', tiff), ['artist: Ida Holm']);
  });

  it('is less, and no error, wherever the picture is changed', async () => {
    const whole = jpegOf(
      [
        0xe1,
        Buffer.concat([
          Buffer.from('Exif\0\0'),
          exifOf({ 0x013b: 'Ida Holm', 0x8825: { 1: 'N', 2: [1, 2, 3] } }),
        ]),
      ],
      [0xed, photoshopOf({ 80: 'Ida' })],
    );
    for (let at = 0; at < whole.length; at++) {
      const changed = Buffer.from(whole);
      changed[at] = (changed[at] ?? 0) ^ 0xff;
      assert.ok((await notes('image/jpeg', changed)).length <= 3);
    }
  });
});
