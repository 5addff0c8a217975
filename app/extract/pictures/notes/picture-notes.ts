import { xmpNotes } from '../../text/xmp.ts';
import { blocksOf } from './note-blocks.ts';
import { exifNotes } from './exif-notes.ts';
import { iptcNotes } from './iptc-notes.ts';

/**
 * What a picture says of people beside what it shows: who took it and whose it is, a title or a description, who is on it, and
 * where it was taken ("GPS: 55.676098, 12.568337"); from Exif, XMP, IPTC and the comments of its format. Damage gives less.
 */
export async function pictureNotes(mime: string, bytes: Buffer): Promise<Set<string>> {
  const notes = new Set<string>();
  for (const { kind, data } of blocksOf(mime, bytes)) {
    if (kind === 'exif') {
      const { notes: found, packets } = exifNotes(data);
      for (const note of found) notes.add(note);
      for (const packet of packets.xmp) for (const note of await xmpNotes(packet)) notes.add(note);
      for (const block of packets.iptc) for (const note of iptcNotes(block)) notes.add(note);
    } else if (kind === 'xmp') for (const note of await xmpNotes(data)) notes.add(note);
    else if (kind === 'iptc') for (const note of iptcNotes(data)) notes.add(note);
    else notes.add(data.toString('utf8'));
  }
  return notes;
}
