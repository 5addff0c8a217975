import type { Category, FindingType } from '../finding.ts';
import type { NamedKind } from '../naming-vocabulary.ts';

/**
 * A number or code that an authority or a company hands out, told by how it is written, by its check digits and by the
 * words beside it. One file each; `identifier-detector.ts` reads a text once for all of them.
 */
export interface Identifier {
  readonly id: string;
  /** Raised when the same text could give another result: files read with an older one are read again. */
  readonly version: number;
  readonly type: FindingType;
  readonly category: Category;
  /** What matched, as a phrase in a list: the rule that stands first in every explanation. */
  readonly rule: { readonly da: string; readonly en: string };
  /**
   * The ways it is written, and how much each speaks for it (log odds; 0 for plain digits). A shape is words with what
   * stands between them: `d6` is six digits, `a2` two letters, `x9` nine of both; ` `, `-`, `.`, `/`, `+` between,
   * where ` ` is any one space and `-` any dash, spaces about it or not.
   */
  readonly shapes: Readonly<Record<string, number>>;
  /**
   * Whether the letters and digits (in capitals, nothing between) can be such a number. Called for everything in one
   * of the shapes: cheap tests first. Nobody who has one was born after `lastDay` (YYYYMMDD).
   */
  readonly holds: (compact: string, lastDay: number) => boolean;
  /** Log odds where nothing is known but that shape and check hold. */
  readonly prior: number;
  /** Whether `holds` refuses most of what has the shape; then a list of refused ones around it speaks against it. */
  readonly checked: boolean;
  /** The words that name it, in lower case: the country's own, Danish and English. */
  readonly words: RegExp;
  /** Kinds of the common vocabulary that name it as well, less surely. */
  readonly kinds?: readonly NamedKind[];
  /** Lower-case letters are not how it is written: then it needs a word beside it. */
  readonly capitals?: boolean;
}

/** Log odds for `prior`: how often something that holds in any company's files is such a number. */
export const PRIOR = {
  /** Structure and checks leave no room for anything else. */
  certain: 3,
  /** Letters and digits in an order that little else has. */
  telling: 1.4,
  /** One check digit, or a date with one: a few in a hundred random numbers pass. */
  checked: -1.6,
  /** One check digit over plain digits of a common length: one in ten or eleven passes. */
  weak: -3,
  /** A form and nothing to check: it takes a word right beside it. */
  formOnly: -3.3,
} as const;
