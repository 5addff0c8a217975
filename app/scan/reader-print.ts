/**
 * What reads files at the moment, as fingerprints. A file keeps the print of what read it, and is read again when
 * that is no longer what would read it: no file for a change that cannot concern it.
 */
export interface Readers {
  /** By format id, `id@version`. */
  readonly formats: Readonly<Record<string, string>>;
  /** Changes with any format: what a container holds, or what no format could read yet, may depend on each. */
  readonly allFormats: string;
  /** Changes with any detector. */
  readonly detectors: string;
  /** Changes with any rule of the company's own; null or left out: it has none. */
  readonly rules?: string | null;
  /** Changes with the passwords that are tried; null or left out: there are none. */
  readonly passwords?: string | null;
}

/**
 * @param read.format the format that read the file; null when none could.
 * @param read.hadNested whether there were files inside it (an archive's entries, attachments), read by formats of
 *   their own or by none.
 * @param read.hadLocked whether something was met that no password opened.
 * @param read.hadText whether the detectors had anything to look at.
 */
export function readerPrint(readers: Readers, { format, hadNested, hadLocked, hadText }: ReadAs): string {
  const own = format === null ? undefined : readers.formats[format];
  const parts = [own ?? 'none'];
  if (own === undefined || hadNested) parts.push(`formats:${readers.allFormats}`);
  if (hadLocked) parts.push(`passwords:${readers.passwords ?? 'none'}`);
  if (hadText) parts.push(`detectors:${readers.detectors}`);
  if (hadText && typeof readers.rules === 'string') parts.push(`rules:${readers.rules}`);
  return parts.join(' ');
}

export interface ReadAs {
  readonly format: string | null;
  readonly hadNested: boolean;
  readonly hadLocked: boolean;
  readonly hadText: boolean;
}

/** Whether a file with this print would be read by just the same now. */
export function isCurrent(print: string, readers: Readers): boolean {
  const [own = 'none'] = print.split(' ');
  const format = own === 'none' ? null : own.slice(0, own.lastIndexOf('@'));
  const [hadNested, hadText] = [print.includes(' formats:'), print.includes(' detectors:')];
  const hadLocked = print.includes(' passwords:');
  return print === readerPrint(readers, { format, hadNested, hadLocked, hadText });
}
