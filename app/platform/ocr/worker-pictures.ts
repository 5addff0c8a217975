import type { ReadPicture } from '#kernel/picture.ts';
import { readPictureHere } from '#extract/index.ts';
import type { Line } from '#platform/workers/serve.ts';

/**
 * How a worker has the writing in pictures read: by the one that gave it its job, and where nobody reads them there, by
 * itself. Small pictures too, for what takes a program a third of a second to begin is done here in a twentieth.
 */
export function picturesReadOver(line: Pick<Line, 'readPicture'>): ReadPicture {
  let nobody = false;
  return async (picture) => {
    if (nobody || picture.grey.length < SMALL) return await readPictureHere(picture);
    const answer = await line.readPicture(picture);
    if (answer !== 'nobody') return answer.text;
    nobody = true;
    return await readPictureHere(picture);
  };
}

/** Pixels: a small screenshot at twice its size. */
const SMALL = 1_000_000;
