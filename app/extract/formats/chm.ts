import { bytesInMemory } from '#kernel/bytes.ts';
import { helpEntries } from '../chm/help-file.ts';
import type { SeekingFormat } from '../format.ts';
import { Unread } from '../format.ts';
import { isPasted } from '../office/document-parts.ts';
import { reasonOf } from '../reason.ts';

/** Compiled HTML help: its pages, pictures that are more than a sign, and what else was put in. Contents and index repeat them. */
export const chm: SeekingFormat = {
  id: 'chm',
  version: 1,
  mimes: ['application/vnd.ms-htmlhelp'],
  withoutText: 'no_text',
  access: 'seeking',
  async *extract(file, reading) {
    try {
      for (const entry of helpEntries(file, reading.limits.maxInMemory, (bytes) => reading.unpacked(bytes))) {
        if (SILENT.test(entry.name)) continue;
        let content: Buffer;
        try {
          content = entry.bytes();
        } catch (error) {
          reading.leftOut(reasonOf(error));
          continue;
        }
        if (PICTURE.test(entry.name) && !isPasted(content.length)) continue;
        yield* reading.nested(entry.name, bytesInMemory(content));
      }
    } catch (error) {
      if (error instanceof Unread && error.reason === 'too_large') throw error;
      reading.leftOut(reasonOf(error));
    }
  },
};

/** What the program itself made, what tells how pages look, and the contents and index. */
const SILENT = /^[#$]|\.(css|js|vbs|hh[ckp]|ico|cur|chw|stp|xsl|dll|exe|ocx|avi|wav|swf|gif)$/i;
const PICTURE = /\.(png|jpe?g|bmp|tiff?|webp)$/i;
