import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { MOST_PIXELS, type Picture } from '#kernel/picture.ts';

/** A picture as a worker sends it: its grey deflated, since most of a page is white, and in base64. */
const sentPicture = z.object({
  width: z.int().positive().max(MOST_PIXELS),
  height: z.int().positive().max(MOST_PIXELS),
  dpi: z.number().positive().max(10_000),
  grey: z.string(),
});

/** The answer to it; the text is null when the picture could not be read, and without one nobody reads pictures there. */
const pictureText = z.object({
  kind: z.literal('picture-text'),
  number: z.int().nonnegative(),
  text: z.string().nullable().exactOptional(),
});
export type PictureText = z.infer<typeof pictureText>;

/** @throws ZodError */
export const parsePictureText = (message: unknown): PictureText => pictureText.parse(message);

export function sendablePicture({ width, height, dpi, grey }: Picture): z.infer<typeof sentPicture> {
  return { width, height, dpi, grey: deflateRawSync(grey, { level: 1 }).toString('base64') };
}

/** @throws Error when it is not what a picture is: a worker is not believed, and nothing is inflated past its size. */
export function receivedPicture(message: unknown): Picture {
  const { width, height, dpi, grey: sent } = sentPicture.parse(message);
  const size = width * height;
  if (size > MOST_PIXELS) throw new Error('a worker sent a picture that is too large');
  const grey = inflateRawSync(Buffer.from(sent, 'base64'), { maxOutputLength: size });
  if (grey.length !== size) throw new Error('a worker sent a picture of another size than it says');
  return { width, height, dpi, grey };
}
