/**
 * A page or a photograph as it is given to be read: one byte of grey a pixel (0 black, 255 white), row by row from the
 * top, `width * height` bytes. `dpi` is how many pixels make an inch of paper, as far as anybody knows.
 */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
  readonly dpi: number;
}

/** The most pixels that are read: an A3 page at 300 dpi. Whoever makes a picture makes it no larger. */
export const MOST_PIXELS = 18_000_000;

/** Reads the writing in a picture; null when that came to nothing (a limit, a fault), which is not the same as ''. */
export type ReadPicture = (picture: Picture) => Promise<string | null>;

/** A picture as decoders give it: red, green, blue, alpha, a byte each. */
export interface Rgba {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** Decodes what only somebody with a disk can, since the decoder lies in a file of its package; null: no picture. */
export type DecodePicture = (bytes: Uint8Array) => Promise<Rgba | null>;

/** Who looks at pictures for a reading: for the writing in them, and for their pixels. */
export interface PictureReaders {
  readonly read: ReadPicture;
  readonly decodeWebp: DecodePicture;
  /** Whether the time for pictures is used up: no further one is decoded. Asked before each. */
  readonly isOver?: () => boolean;
}
