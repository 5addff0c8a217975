import type { ClientLibrary } from './client-library.ts';

/** A call of the library that failed. */
export class Errno extends Error {
  readonly errno: number;

  constructor(errno: number) {
    super('the SMB library refuses');
    this.errno = errno;
  }
}

/** @throws Errno when the result says that the call failed */
export function checked(library: ClientLibrary, result: number): number {
  if (result < 0) throw new Errno(library.errno());
  return result;
}
