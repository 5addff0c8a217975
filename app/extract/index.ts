export { extract } from './extract.ts';
export type { Extraction, Outcome } from './extract.ts';
export { SEGMENT_LENGTH, Unread } from './format.ts';
export type { ExtractLimits, Place, Segment, UnreadReason } from './format.ts';
export { formatSet } from './formats.ts';
export { DEFAULT_LIMITS } from './limits.ts';
