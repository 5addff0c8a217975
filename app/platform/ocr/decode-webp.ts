import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import startDecoder, { type WebpDecoder } from '@jsquash/webp/codec/dec/webp_dec.js';
import type { DecodePicture } from '#kernel/picture.ts';

/** WebP by Google's decoder as WebAssembly, which is read from its package at the first picture. */
export const decodeWebp: DecodePicture = async (bytes) => {
  decoder ??= start();
  const picture = (await decoder).decode(bytes);
  if (picture === null) return null;
  const { width, height, data } = picture;
  return { width, height, data: new Uint8Array(data.buffer, data.byteOffset, data.length) };
};

let decoder: Promise<WebpDecoder> | null = null;

async function start(): Promise<WebpDecoder> {
  const code = fileURLToPath(import.meta.resolve('@jsquash/webp/codec/dec/webp_dec.wasm'));
  return await startDecoder({ wasmBinary: readFileSync(code), noInitialRun: true });
}
