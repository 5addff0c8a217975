/** The passwords to try on what is enciphered, as files are read with them at the moment. */
export interface ReadingPasswords {
  /** Other for any other passwords, and tells nothing of them; null: there are none. */
  readonly print: string | null;
  readonly list: readonly string[];
}

/** Tells the passwords in force: asked anew for each file, since a scan may take days and they change meanwhile. */
export type PasswordsInForce = () => ReadingPasswords;

export const NO_PASSWORDS: ReadingPasswords = { print: null, list: [] };

/** In UTF-16 code units: PDF takes 127 bytes, Office 255 signs. */
export const LONGEST_PASSWORD = 255;

/** The passwords of a text, one a line and each once. Blanks belong to them; lines without a sign do not count. */
export function passwordsIn(text: string): string[] {
  return [...new Set(text.split(/\r\n|\n|\r/).filter((line) => line !== ''))];
}
