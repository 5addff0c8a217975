import { readNameModel } from '#scan/offline.ts';

/** The trained model, read once for all tests of names. */
export const names = readNameModel();
