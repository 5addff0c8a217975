/** Google's libwebp as WebAssembly; the package's own types want a browser's. */
declare module '@jsquash/webp/codec/dec/webp_dec.js' {
  export interface WebpDecoder {
    /** Red, green, blue, alpha; null when it is no picture. */
    decode(bytes: Uint8Array): { width: number; height: number; data: Uint8ClampedArray } | null;
  }
  export default function start(options: {
    wasmBinary: Uint8Array;
    noInitialRun: true;
  }): Promise<WebpDecoder>;
}
