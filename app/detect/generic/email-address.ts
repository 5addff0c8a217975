/** An address as mail takes it: "anna [at] firma.dk" and its like, written against collectors, get their sign back. */
export function plainAddress(written: string): string {
  return written.replace(WRITTEN_OUT, '@');
}

const WRITTEN_OUT = /\s?[[(]\s?(?:at|a|@|snabel-?a)\s?[\])]\s?/i;
