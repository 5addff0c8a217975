/** Where a share lies: its server, its name there, and the folder in it that is read (none: the whole share). */
export interface ShareAddress {
  readonly server: string;
  readonly share: string;
  /** Names from the share's root, outermost first. */
  readonly folder: readonly string[];
}

export type AddressFault =
  'drive-letter' | 'no-share' | 'bad-server' | 'bad-share' | 'bad-folder' | 'account-inside';

/**
 * Takes an address apart in any of the ways that people paste one: `\\server\share\folder`, `//server/share` or
 * `smb://server/share`. Names in UNC paths and shares: Microsoft's MS-DTYP 2.2.57.
 */
export function parseShareAddress(text: string): ShareAddress | { readonly fault: AddressFault } {
  const typed = text.trim().replace(/^"(.*)"$/u, '$1');
  if (/^[a-z]:/i.test(typed)) return { fault: 'drive-letter' };
  const url = /^(?:smb|cifs|file):\/\//iu.exec(typed);
  const rest = url === null ? typed : typed.slice(url[0].length);
  const [server = '', share = '', ...folder] = rest
    .split(/[\\/]+/u)
    .filter((part) => part !== '')
    .map((part) => (url === null ? part : decoded(part)));
  if (server.includes('@') || server.includes(';')) return { fault: 'account-inside' };
  if (!SERVER.test(server)) return { fault: 'bad-server' };
  if (share === '') return { fault: 'no-share' };
  if (!SHARE.test(share)) return { fault: 'bad-share' };
  if (!folder.every((name) => isName(name))) return { fault: 'bad-folder' };
  return { server: server.toLowerCase(), share, folder };
}

/** As Windows writes it, which is what people know it by. */
export function shareAddressText({ server, share, folder }: ShareAddress): string {
  return `\\\\${[server, share, ...folder].join('\\')}`;
}

/** Host names and IPv4 addresses. NetBIOS names may have an underscore; an IPv6 address has a name to be reached by. */
const SERVER = /^(?=.{1,253}$)[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/iu;
const SHARE = /^(?!\.{1,2}$)[^\p{Cc}"/\\[\]:|<>+=;,*?]{1,80}$/u;
const NO_NAME = /[\p{Cc}"/\\:|<>*?]/u;

function isName(name: string): boolean {
  return name !== '.' && name !== '..' && name.length <= 255 && !NO_NAME.test(name);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
