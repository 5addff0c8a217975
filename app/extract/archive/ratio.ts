import { Unread } from '../format.ts';

/** No file is a bomb before it has given this many bytes. */
const FLOOR = 16 * 1024 * 1024;

/** Throws `Unread('too_large')` when what has come out is out of all proportion to what has gone in, in bytes. */
export function checkRatio(unpacked: number, packed: number, maxRatio: number): void {
  if (unpacked > FLOOR && unpacked > packed * maxRatio) throw new Unread('too_large');
}
