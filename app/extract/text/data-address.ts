/** A file that stands within an address (RFC 2397). */
export interface DataFile {
  readonly type: string;
  readonly content: Buffer;
}

/** Pictures smaller than this are icons and arrows. */
const SMALLEST_PICTURE = 4096;
const FILE =
  /^data:((?:image\/(?:png|jpe?g|gif|bmp|webp|tiff)|application\/(?!x-font|font|javascript|x-javascript)[\w.+-]+|text\/(?:plain|html|csv)))(?:;[^,]{0,200})?,/i;

/** The file in an address, if it is one that somebody may want to read: no icons, style sheets, scripts and fonts. */
export function dataFile(address: string): DataFile | null {
  const head = FILE.exec(address.slice(0, 400));
  if (!head) return null;
  const type = (head[1] ?? '').toLowerCase();
  const data = address.slice(head[0].length);
  const content = /;base64,$/i.test(head[0]) ? Buffer.from(data, 'base64') : Buffer.from(unescaped(data));
  return type.startsWith('image/') && content.length < SMALLEST_PICTURE ? null : { type, content };
}

function unescaped(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}
