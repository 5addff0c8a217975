import type { Language } from './words.ts';

/** Who is signed in, as pages need to know it. Identity's middleware finds it anew for every request. */
export interface Visitor {
  readonly personId: string;
  readonly name: string;
  readonly role: string;
  /** The person's own choice, when they have made one. */
  readonly language: Language | undefined;
  may(permission: string): boolean;
}
