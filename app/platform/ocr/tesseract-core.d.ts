/** The part of tesseract.js-core (Tesseract's own C++ interface, `tesseract/baseapi.h`) that is used; it has no types. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  interface Api {
    /** 0 when it went well. The last argument is the engine: 1, the neural reader alone. */
    Init(dataFolder: string | null, languages: string, engine: number): number;
    SetVariable(name: string, value: string): boolean;
    /** Takes the file `/input`. `orientation` is Exif's, `angle` in radians. 0 when it went well. */
    SetImageFile(orientation: number, angle: number): number;
    SetSourceResolution(dpi: number): void;
    Recognize(monitor: null): number;
    GetUTF8Text(): string;
    Clear(): void;
  }
  export interface Tesseract {
    readonly FS: { writeFile(path: string, bytes: Uint8Array): void };
    readonly TessBaseAPI: new () => Api;
  }
  export default function start(options: { print(): void; printErr(): void }): Promise<Tesseract>;
}
