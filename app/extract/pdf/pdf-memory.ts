import type { ByteSource } from '#kernel/bytes.ts';
import { Unread } from '../format.ts';
import type { Pdfium } from './pdfium.ts';
import { utf16Text } from '../text/utf16.ts';

const CHUNK = 1024 * 1024;

/** Copies a file into PDFium's memory; the caller frees it. Throws `Unread('too_large')` when it does not fit. */
export function copiedIn(api: Pdfium, file: ByteSource): number {
  const pointer = api.wasmExports.malloc(Math.max(1, file.size));
  if (pointer === 0) throw new Unread('too_large');
  for (let at = 0; at < file.size;) {
    const bytes = file.read(at, CHUNK);
    if (bytes.length === 0) break;
    // Looked up each time: the memory moves when it grows.
    api.HEAPU8.set(bytes, pointer + at);
    at += bytes.length;
  }
  return pointer;
}

/** The most bytes of one string: a page's text, a field's value. */
const MAX_STRING = 64 * 1024 * 1024;

/** A string from a call that fills a buffer with UTF-16LE and gives the length it takes, terminator included. */
export function string16(api: Pdfium, call: (buffer: number, length: number) => number): string {
  return utf16Text(filled(api, call)).replaceAll('\0', '');
}

/** The same for a call that gives bytes of UTF-8 or ASCII. */
export function string8(api: Pdfium, call: (buffer: number, length: number) => number): string {
  return Buffer.from(filled(api, call)).toString('utf8').replaceAll('\0', '');
}

function filled(api: Pdfium, call: (buffer: number, length: number) => number): Uint8Array {
  const length = call(0, 0);
  if (length <= 0 || length > MAX_STRING) return new Uint8Array(0);
  return inBuffer(api, length, (buffer) => call(buffer, length));
}

/** What a call writes into a buffer of `length` bytes. */
export function inBuffer(api: Pdfium, length: number, call: (buffer: number) => void): Uint8Array {
  const buffer = api.wasmExports.malloc(length);
  if (buffer === 0) throw new Unread('too_large');
  try {
    api.HEAPU8.fill(0, buffer, buffer + length);
    call(buffer);
    return api.HEAPU8.slice(buffer, buffer + length);
  } finally {
    api.wasmExports.free(buffer);
  }
}

/** The bytes from a call that puts their number where its last argument points. Throws `Unread('too_large')`. */
export function counted(
  api: Pdfium,
  limit: number,
  call: (buffer: number, length: number, needed: number) => number,
): Uint8Array {
  const needed = inBuffer(api, 8, (pointer) => call(0, 0, pointer));
  const length = new DataView(needed.buffer, needed.byteOffset).getUint32(0, true);
  if (length > limit) throw new Unread('too_large');
  if (length === 0) return new Uint8Array(0);
  return inBuffer(api, length + 8, (buffer) => call(buffer, length, buffer + length)).subarray(0, length);
}

/** A key such as "Contents", or a password, as PDFium takes it (UTF-8), for as long as the call lasts. */
export function withKey<T>(api: Pdfium, key: string, call: (pointer: number) => T): T {
  const bytes = Buffer.from(`${key}\0`, 'utf8');
  const pointer = api.wasmExports.malloc(bytes.length);
  try {
    api.HEAPU8.set(bytes, pointer);
    return call(pointer);
  } finally {
    api.wasmExports.free(pointer);
  }
}
