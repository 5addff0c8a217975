import type { StreamedFormat } from '../format.ts';
import { flatParts } from '../office/flat-package.ts';
import { FLAT_POWERPOINT, FLAT_WORD } from '../office-2003/office-2003-types.ts';
import { documentText } from './docx.ts';
import { presentationText } from './pptx.ts';

/** Word documents and presentations since 2007 as one XML file. Excel does not write its workbooks so. */
export const flatOpc: StreamedFormat = {
  id: 'flat-opc',
  version: 1,
  mimes: [FLAT_WORD, FLAT_POWERPOINT],
  withoutText: 'no_text',
  access: 'streamed',
  async *extract(bytes, reading) {
    const parts = await flatParts(bytes, reading);
    const isSlides = parts.some(({ name }) => name.startsWith('ppt/'));
    yield* isSlides ? presentationText(parts, reading) : documentText(parts, reading);
  },
};
