/**
 * What a reader of pictures has read, as text: without page ends, and with the blanks that it puts about the sign @
 * of an address taken out.
 */
export function writingOf(read: string): string {
  return read
    .replaceAll('\f', '\n')
    .replace(/(?<=[\w.+-]) ?@ ?(?=[\w-]+\.\w)/g, '@')
    .replace(/[ \t]+$/gm, '')
    .trim();
}
