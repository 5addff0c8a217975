/** A whole document that mutants are made of. Its name tells kinds of text apart. */
export interface Seed {
  readonly name: string;
  readonly bytes: Buffer;
}
