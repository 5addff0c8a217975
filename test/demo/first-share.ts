import { makeShare, type ShareFile } from '../../scripts/demo/share.ts';

/** The share of seed 1, made once for all tests of a run. */
export function firstShare(): Promise<ShareFile[]> {
  made ??= makeShare(1);
  return made;
}

let made: Promise<ShareFile[]> | undefined;
