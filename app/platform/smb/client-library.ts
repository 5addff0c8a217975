import koffi from 'koffi';

/**
 * Debian's libsmbclient, as far as it is used: what is not bound here cannot be called. Nothing here writes, makes,
 * renames or removes, and `open` takes no flags: everything is opened for reading only, with nothing denied to others.
 * Everything blocks; an `int` below zero is a failure, with its cause in `errno()`.
 */
export interface ClientLibrary {
  newContext(options: ContextOptions): void;
  /** Whether every connection of the context is encrypted; false where there is none. */
  isEncrypted(): boolean;
  open(url: string): number;
  /** Reads on from where the handle stands into the buffer. */
  read(handle: number, into: Uint8Array): number;
  seek(handle: number, position: number): number;
  close(handle: number): number;
  /** Into `stat`, which has the shape of `struct stat`: see `statOf`. */
  fileStat(handle: number, stat: Buffer): number;
  stat(url: string, stat: Buffer): number;
  /** Into a `struct statvfs`: see `FLAGS_AT`. */
  volume(url: string, volume: Buffer): number;
  openFolder(url: string): number;
  /** The next entry, as a view of the library's own memory that lasts until the next call; null after the last. */
  nextEntry(handle: number, stat: Buffer): { readonly info: DataView; name(): string } | null;
  closeFolder(handle: number): number;
  errno(): number;
}

export interface ContextOptions {
  readonly settingsFile: string;
  readonly port: number;
  readonly answerMs: number;
  readonly encryption: 'required' | 'wanted' | 'none';
  readonly kerberos: boolean;
  readonly workgroup: string;
  readonly user: string;
  readonly password: string;
  /** Asked before a new connection is used: false refuses it. */
  mayConnect(): boolean;
  /** Told before an address is dialled, whatever led there; the library dials it once this returns. */
  dialling(address: string): void;
}

/** Large enough for `struct stat` and `struct statvfs` of any 64-bit Linux. */
export const STRUCT_BYTES = 256;

/** Where the fields lie that x86-64 and arm64 have at one place (glibc's bits/struct_stat.h and bits/statvfs.h). */
export const STAT = { inode: 8, size: 48, modifiedSeconds: 88, modifiedNanoseconds: 96, changedSeconds: 104 };
export const VOLUME = { flags: 72, dfs: 1n << 28n };
/** `struct libsmb_file_info` of libsmbclient.h. */
export const INFO = {
  bytes: 104,
  size: 0,
  attributes: 8,
  born: 24,
  modifiedSeconds: 40,
  modifiedNanoseconds: 48,
  name: 88,
};

const ENCRYPTION = { none: 0, wanted: 1, required: 2 };
const DENY_NONE = 4;
const O_RDONLY = 0;
const SEEK_SET = 0;
const REFUSED = 1;
/** Of the library's log; a few lines for each connection, none for files and folders. */
const LEVEL_OF_DIALLING = 3;

/** @throws Error when the library is not installed */
export function loadClientLibrary(): ClientLibrary {
  const library = koffi.load('libsmbclient.so.0');
  const authorise = koffi.proto(
    'void authorise(void *c, const char *server, const char *share, void *g, int gl, void *u, int ul, void *p, int pl)',
  );
  const keep = koffi.proto(
    'int keep(void *c, void *connection, const char *server, const char *share, const char *g, const char *u)',
  );
  const log = koffi.proto('void logged(void *own, int level, const char *said)');
  const bound = new Map(SIGNATURES.map((signature) => [nameIn(signature), library.func(signature)]));
  const call = (name: string, ...args: unknown[]): unknown => {
    const callee = bound.get(name);
    if (callee === undefined) throw new Error('not a function of the library that is bound');
    const result: unknown = callee(...args);
    return result;
  };
  const int = (name: string, ...args: unknown[]): number => Number(call(name, ...args));
  let context: unknown = null;

  return {
    newContext(options) {
      context = call('smbc_new_context');
      if (context === null) throw new Error('the SMB library gives no context');
      call('smbc_setPort', context, options.port);
      call('smbc_setTimeout', context, options.answerMs);
      call('smbc_setOptionSmbEncryptionLevel', context, ENCRYPTION[options.encryption]);
      call('smbc_setOptionNoAutoAnonymousLogin', context, 1);
      call('smbc_setOptionUseKerberos', context, options.kerberos ? 1 : 0);
      call('smbc_setOptionFallbackAfterKerberos', context, 0);
      call('smbc_setOptionOpenShareMode', context, DENY_NONE);
      const who = [options.workgroup, options.user, options.password];
      const answer = (...[, , , ...places]: [unknown, unknown, unknown, ...unknown[]]): void => {
        who.forEach((text, index) => put(places[index * 2], Number(places[index * 2 + 1]), text));
      };
      call('smbc_setFunctionAuthDataWithContext', context, koffi.register(answer, koffi.pointer(authorise)));
      const own = call('smbc_getFunctionAddCachedServer', context);
      const ask = (...args: unknown[]): number =>
        options.mayConnect() ? Number(koffi.call(own, keep, ...args)) : REFUSED;
      call('smbc_setFunctionAddCachedServer', context, koffi.register(ask, koffi.pointer(keep)));
      if (int('smbc_setConfiguration', context, options.settingsFile) < 0)
        throw new Error('the settings of the SMB library cannot be read');
      if (call('smbc_init_context', context) === null) throw new Error('the SMB library does not start');
      call('smbc_set_context', context);
      // Its log is the one place where it tells of an address before it dials it (Samba 4.17, open_socket_out).
      const hear = (_own: unknown, _level: number, said: string): void => {
        const address = /^Connecting to (\S+) at port/u.exec(said)?.[1];
        if (address !== undefined) options.dialling(address);
      };
      call('smbc_setLogCallback', context, null, koffi.register(hear, koffi.pointer(log)));
      call('smbc_setDebug', context, LEVEL_OF_DIALLING);
    },
    isEncrypted: () => call('smbc_option_get', context, 'smb_encrypt_on') !== null,
    open: (url) => int('smbc_open', url, O_RDONLY, 0),
    read: (handle, into) => int('smbc_read', handle, into, into.length),
    seek: (handle, position) => int('smbc_lseek', handle, position, SEEK_SET),
    close: (handle) => int('smbc_close', handle),
    fileStat: (handle, stat) => int('smbc_fstat', handle, stat),
    stat: (url, stat) => int('smbc_stat', url, stat),
    volume: (url, volume) => int('smbc_statvfs', url, volume),
    openFolder: (url) => int('smbc_opendir', url),
    nextEntry(handle, stat) {
      const entry = call('smbc_readdirplus2', handle, stat);
      if (entry === null) return null;
      return {
        info: new DataView(koffi.view(entry, INFO.bytes)),
        name: () => String(koffi.decode(entry, INFO.name, 'char *')),
      };
    },
    closeFolder: (handle) => int('smbc_closedir', handle),
    errno: () => koffi.errno(),
  };
}

/** Every function that is called, and there is no other way to call one: a test looks for one that could write. */
export const SIGNATURES = [
  'void *smbc_new_context(void)',
  'void *smbc_init_context(void *c)',
  'void *smbc_set_context(void *c)',
  'void smbc_setLogCallback(void *c, void *own, logged *f)',
  'void smbc_setDebug(void *c, int level)',
  'int smbc_setConfiguration(void *c, const char *file)',
  'void smbc_setPort(void *c, uint16_t port)',
  'void smbc_setTimeout(void *c, int ms)',
  'void smbc_setOptionSmbEncryptionLevel(void *c, int level)',
  'void smbc_setOptionNoAutoAnonymousLogin(void *c, int on)',
  'void smbc_setOptionUseKerberos(void *c, int on)',
  'void smbc_setOptionFallbackAfterKerberos(void *c, int on)',
  'void smbc_setOptionOpenShareMode(void *c, int mode)',
  'void smbc_setFunctionAuthDataWithContext(void *c, authorise *f)',
  'void *smbc_getFunctionAddCachedServer(void *c)',
  'void smbc_setFunctionAddCachedServer(void *c, keep *f)',
  'void *smbc_option_get(void *c, const char *name)',
  'int smbc_open(const char *url, int flags, int mode)',
  'int64_t smbc_read(int handle, void *into, uint64_t length)',
  'int64_t smbc_lseek(int handle, int64_t position, int from)',
  'int smbc_close(int handle)',
  'int smbc_fstat(int handle, void *stat)',
  'int smbc_stat(const char *url, void *stat)',
  'int smbc_statvfs(const char *url, void *volume)',
  'int smbc_opendir(const char *url)',
  'void *smbc_readdirplus2(int handle, void *stat)',
  'int smbc_closedir(int handle)',
] as const;

function nameIn(signature: string): string {
  return /(\w+)\(/.exec(signature)?.[1] ?? '';
}

/** Writes a string and its end into memory of the library's; one that has no room there is left out whole. */
function put(place: unknown, length: number, text: string | undefined): void {
  const bytes = Buffer.from(`${text ?? ''}\0`, 'utf8');
  if (bytes.length <= length) new Uint8Array(koffi.view(place, length)).set(bytes);
}
