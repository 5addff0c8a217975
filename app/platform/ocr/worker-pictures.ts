import { createHash } from 'node:crypto';
import type { Picture, PictureReaders } from '#kernel/picture.ts';
import type { Line } from '#platform/workers/serve.ts';
import { decodeWebp } from './decode-webp.ts';
import { onEvenGround } from './even-ground.ts';
import { levelled } from './level.ts';
import { readPictureHere } from './tesseract-here.ts';

/**
 * How a worker has the writing in pictures read: by the one that gave it its job, and where nobody reads them there, by
 * itself. Small pictures too, for what takes a program a third of a second to begin is done here in a twentieth. The
 * same picture, such as the logo of every letter, is read once by a worker, which keeps its text as long as it lives.
 */
export function createWorkerPictures(): (line: Pick<Line, 'readPicture'>) => PictureReaders {
  const known = new Map<string, string | null>();
  let nobody = false;

  const read = async (picture: Picture, line: Pick<Line, 'readPicture'>): Promise<string | null> => {
    if (nobody || picture.grey.length < SMALL) return await readPictureHere(picture);
    const answer = await line.readPicture(picture);
    if (answer !== 'nobody') return answer.text;
    nobody = true;
    return await readPictureHere(picture);
  };

  const readOnce = async (picture: Picture, line: Pick<Line, 'readPicture'>): Promise<string | null> => {
    const print = createHash('sha256').update(`${picture.width} `).update(picture.grey).digest('base64');
    const seen = known.get(print);
    if (seen !== undefined) return seen;
    const text = await read(levelled(onEvenGround(picture)), line);
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(print, text);
    return text;
  };

  return (line) => ({ read: (picture) => readOnce(picture, line), decodeWebp });
}

/** Pixels: a small screenshot at twice its size. */
const SMALL = 1_000_000;
const MOST_KNOWN = 200;
