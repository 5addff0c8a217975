import { randomBytes } from 'node:crypto';

/** 128 random bits as 22 characters of base64url: an id that nobody can guess. */
export function newId(random: (size: number) => Uint8Array = randomBytes): string {
  return Buffer.from(random(16)).toString('base64url');
}
