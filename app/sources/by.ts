import type { Actor } from '#audit/index.ts';

/** Who asks, and from which address: what each deed puts on the record. */
export interface By {
  readonly who: Actor;
  readonly from: string | null;
}
