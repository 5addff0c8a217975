import { inflateSync } from 'node:zlib';
import { Unread } from '../format.ts';

/**
 * Some decoders inflate without a bound: this does so with one beforehand, and keeps nothing.
 * @param most bytes
 * @throws Unread `too_large`, `corrupt`
 */
export function mustInflateWithin(deflated: Uint8Array, most: number): void {
  try {
    inflateSync(deflated, { maxOutputLength: most });
  } catch (error) {
    const isLarger = error instanceof RangeError && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    throw new Unread(isLarger ? 'too_large' : 'corrupt', { cause: error });
  }
}
