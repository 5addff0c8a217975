import { Failure } from '#kernel/errors.ts';
import type { FailureCode } from '#kernel/errors.ts';

/**
 * A failure with words of its own: the error page shows `<words>.title` and `<words>.hint` in place of the general
 * ones of its code. For routes; services throw a plain Failure and know no words.
 */
export class WordedFailure extends Failure {
  readonly words: string;

  constructor(code: FailureCode, message: string, hint: string, words: string, options?: ErrorOptions) {
    super(code, message, hint, options);
    this.words = words;
  }
}
