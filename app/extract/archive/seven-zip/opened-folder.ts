import { crc32 } from 'node:zlib';
import type { ByteSource } from '#kernel/bytes.ts';
import type { Passwords } from '../../encryption/passwords.ts';
import type { ByteStream } from '../../format.ts';
import { Unread } from '../../format.ts';
import { SevenZipKeys } from './aes.ts';
import { folderContent, lockOfFolder, stepsOf } from './folder-content.ts';
import type { Folder, Part } from './streams.ts';

export interface FolderLimits {
  /** The largest window, and the largest header, in bytes. */
  readonly limit: number;
  readonly maxRatio: number;
}

/** So many folders that no password opens: the others are not tried any more. */
const MOST_SHUT = 8;

/** Opens the folders of one archive, each with the first password that fits, if it is under one. */
export class FolderOpener {
  readonly #file: ByteSource;
  readonly #passwords: Passwords;
  readonly #keys: SevenZipKeys;
  readonly #limits: FolderLimits;
  #shut = 0;

  constructor(file: ByteSource, passwords: Passwords, limits: FolderLimits) {
    this.#file = file;
    this.#passwords = passwords;
    this.#keys = new SevenZipKeys(passwords);
    this.#limits = limits;
  }

  /** Throws `Unread`: 'encrypted' when no password fits, 'unsupported', 'corrupt'; the content throws as `folderContent`. */
  async open(folder: Folder): Promise<AsyncGenerator<Uint8Array>> {
    const lock = lockOfFolder(folder);
    const content = (key: Buffer | null) => folderContent(this.#file, folder, key, this.#limits);
    if (lock === null) return content(null);
    const steps = stepsOf(folder);
    if (steps === null) throw new Unread('unsupported');
    if (this.#shut >= MOST_SHUT) throw new Unread('encrypted');
    try {
      const [first] = folder.parts;
      return await this.#passwords.openLater(async (password) => {
        const key = this.#keys.key(lock, password);
        const fits = await isRight(content(key), first, steps.packer !== null);
        return fits ? content(key) : null;
      });
    } catch (error) {
      if (error instanceof Unread && error.reason === 'encrypted') this.#shut++;
      throw error;
    }
  }
}

/** What is unpacked of noise breaks off within some kilobytes. */
const PROOF = 4 * 1024 * 1024;

/** The cipher has no check of its own: the first file's sum tells, or that so much can be unpacked at all. */
async function isRight(content: ByteStream, first: Part | undefined, isPacked: boolean): Promise<boolean> {
  if (first === undefined) return true;
  let [sum, left, seen] = [0, first.size, 0];
  try {
    for await (const piece of content) {
      const part = piece.subarray(0, left);
      sum = crc32(part, sum);
      left -= part.length;
      seen += part.length;
      if (left === 0 || (isPacked && seen >= PROOF)) break;
    }
  } catch (error) {
    if (error instanceof Unread && error.reason !== 'corrupt') throw error;
    return false;
  }
  if (left > 0) return isPacked && seen >= PROOF;
  return first.crc === null ? isPacked : sum === first.crc;
}
