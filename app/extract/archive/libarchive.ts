import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';

/** The part of libarchive's C interface that reading takes. Archives, entries and places in its memory are numbers. */
interface Library {
  readonly module: { readonly HEAP8: Int8Array; _malloc(size: number): number };
  read_new_memory(place: number, length: number): number;
  read_next_entry(archive: number): number;
  read_data(archive: number, place: number, length: number): number;
  entry_filetype(entry: number): number;
  entry_pathname(entry: number): string | null;
  error_string(archive: number): string | null;
}

/** One file in an archive. Its bytes are read before the next entry is asked for, or passed over. */
export interface PackedEntry {
  /** Null when it has letters that the library cannot give. */
  readonly name: string | null;
  /** Throws `Unread`: 'encrypted', 'corrupt', 'unsupported' (a way of packing that the library does not know). */
  content(): Generator<Uint8Array>;
}

const PIECE = 64 * 1024;
const KIND = 0o170000;
const FILE = 0o100000;

/**
 * The files in an archive that libarchive reads (7z, rar, cab, cpio and others), which is held whole in memory: one
 * at a time, in a module of its own, so that its memory goes when the archive is done. Throws `Unread`: 'too_large' past
 * `limit` bytes, 'encrypted' when the names are, 'corrupt'.
 */
export async function* packedEntries(file: ByteSource, limit: number): AsyncGenerator<PackedEntry> {
  if (file.size > limit) throw new Unread('too_large');
  const { libarchiveWasm } = await import('libarchive-wasm');
  const library: Library = await libarchiveWasm();
  const archive = guarded(() => opened(library, file));
  const buffer = library.module._malloc(PIECE);
  for (;;) {
    const entry = guarded(() => library.read_next_entry(archive));
    if (entry === 0) {
      const message = library.error_string(archive);
      if (message) throw asUnread(new Error(message));
      return;
    }
    if ((library.entry_filetype(entry) & KIND) !== FILE) continue;
    const name = nameOf(library, entry);
    yield { name, content: () => contentOf(library, archive, buffer) };
  }
}

function opened(library: Library, file: ByteSource): number {
  const bytes = file.read(0, file.size);
  const place = library.module._malloc(bytes.length);
  library.module.HEAP8.set(new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length), place);
  return library.read_new_memory(place, bytes.length);
}

/** The library gives what it can turn into UTF-8: an asterisk for a letter that it cannot, or nothing at all. */
function nameOf(library: Library, entry: number): string | null {
  const name = library.entry_pathname(entry);
  return name ? name.replaceAll('\\', '/') : null;
}

function* contentOf(library: Library, archive: number, buffer: number): Generator<Uint8Array> {
  for (;;) {
    const length = guarded(() => library.read_data(archive, buffer, PIECE));
    if (length === 0) return;
    yield Uint8Array.from(library.module.HEAP8.subarray(buffer, buffer + length));
  }
}

function guarded<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw asUnread(error);
  }
}

/** Its errors are told apart by their message only; a fault inside it is damage of the archive. */
function asUnread(error: unknown): Unread {
  const message = error instanceof Error ? error.message : '';
  if (/encrypt|passphrase/i.test(message)) return new Unread('encrypted', { cause: error });
  if (/unsupported|not supported/i.test(message)) return new Unread('unsupported', { cause: error });
  return new Unread('corrupt', { cause: error });
}
