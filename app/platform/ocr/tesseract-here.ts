import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import type { ReadPicture } from '#kernel/picture.ts';
import { languageFiles, LANGUAGES } from './languages.ts';

/**
 * Reads pictures in this very process, by Tesseract as WebAssembly: what a worker falls back on where nobody reads them
 * for it. The library and its five models (100 MB of memory, half a second) are loaded at the first picture.
 */
export const readPictureHere: ReadPicture = async ({ width, height, dpi, grey }) => {
  const { module, api } = await (loaded ??= load());
  try {
    module.FS.writeFile(PICTURE, Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), grey]));
    // The picture stands upright: orientation 1 in Exif's counting.
    if (api.SetImageFile(1, 0) !== 0) return null;
    api.SetSourceResolution(Math.round(dpi));
    return api.Recognize(null) === 0 ? api.GetUTF8Text() : null;
  } catch {
    // A fault in WebAssembly leaves its memory in an unknown state.
    loaded = null;
    return null;
  } finally {
    api.Clear();
  }
};

let loaded: ReturnType<typeof load> | null = null;

/** Where the library looks for its picture. */
const PICTURE = '/input';

async function load() {
  const { default: startTesseract } = await import('tesseract.js-core/tesseract-core-simd-lstm.js');
  // Its messages can quote the picture's text, so they go nowhere.
  const module = await startTesseract({ print: () => undefined, printErr: () => undefined });
  for (const language of LANGUAGES)
    module.FS.writeFile(`${language}.traineddata`, gunzipSync(readFileSync(languageFiles[language])));
  const api = new module.TessBaseAPI();
  if (api.Init(null, LANGUAGES.join('+'), 1) !== 0) throw new Error('the models of OCR do not load');
  // 3: find columns and lines by itself; the default finds fewer numbers.
  api.SetVariable('tessedit_pageseg_mode', '3');
  return { module, api };
}
