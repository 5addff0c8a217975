export { MOST_PASSWORDS } from './encryption/passwords.ts';
export { extract } from './extract.ts';
export type { Outcome } from './extract.ts';
export { SEGMENT_LENGTH } from './format.ts';
export type { ExtractLimits, Place, Segment, UnreadReason } from './format.ts';
export { formatSet } from './formats.ts';
export { DEFAULT_LIMITS } from './limits.ts';
