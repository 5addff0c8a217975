import type { Content, Paper } from './content.ts';
import type { Charset } from './makers/charset.ts';
import { csv } from './makers/csv.ts';
import { docx } from './makers/docx.ts';
import { eml } from './makers/eml.ts';
import { html } from './makers/html.ts';
import { odt } from './makers/odt.ts';
import { pdf } from './makers/pdf.ts';
import { mailAsPaper, plainText } from './makers/plain-text.ts';
import { pptx } from './makers/pptx.ts';
import { xlsx } from './makers/xlsx.ts';
import type { Rng } from './rng.ts';
import type { Language } from './truth.ts';

export type FileFormat = 'txt' | 'csv' | 'html' | 'docx' | 'odt' | 'pdf' | 'xlsx' | 'pptx' | 'eml';

export interface RenderOptions {
  readonly format: FileFormat;
  readonly modified: Date;
  readonly language: Language;
  /** Draws charset, newlines, transfer encoding and whatever else differs between two files of a format. */
  readonly rng: Rng;
}

/** A document's bytes. Throws where a document cannot have such a format: a deck is no CSV. */
export async function render(content: Content, options: RenderOptions): Promise<Uint8Array> {
  const { format, modified, rng } = options;
  switch (content.as) {
    case 'paper':
      return await renderPaper(content, options);
    case 'mail':
      if (format === 'eml') return eml(content, mailStyle(rng));
      if (!content.attachments?.length) return await renderPaper(mailAsPaper(content), options);
      break;
    case 'deck':
      if (format === 'pptx') return pptx(content, { modified });
      break;
    case 'workbook': {
      const [sheet, ...more] = content.sheets;
      if (format === 'xlsx') return xlsx(content, { modified });
      if (format === 'csv' && sheet && more.length === 0) return csv(sheet, csvStyle(rng));
    }
  }
  throw new Error(`a ${content.as} cannot be a ${format}`);
}

async function renderPaper(
  paper: Paper,
  { format, modified, language, rng }: RenderOptions,
): Promise<Uint8Array> {
  switch (format) {
    case 'txt':
      return plainText(paper, textStyle(rng));
    case 'html':
      return html(paper, {
        language,
        entities: rng.chance(0.4),
        charset: rng.pick(['utf-8', 'utf-8', 'windows-1252']),
      });
    case 'docx':
      return docx(paper, { modified, splitRuns: rng.chance(0.3) });
    case 'odt':
      return odt(paper, { modified });
    case 'pdf':
      return await pdf(paper, { modified });
    case 'csv':
    case 'xlsx':
    case 'pptx':
    case 'eml':
      throw new Error(`a paper cannot be a ${format}`);
  }
}

function textStyle(rng: Rng): { charset: Charset; newline: '\n' | '\r\n'; wrap: number } {
  return {
    charset: rng.pick([
      'utf-8',
      'utf-8',
      'utf-8',
      'utf-8-bom',
      'windows-1252',
      'windows-1252',
      'utf-16le',
      'cp850',
    ]),
    newline: rng.pick(['\n', '\r\n', '\r\n']),
    wrap: rng.pick([0, 72, 78, 96]),
  };
}

function csvStyle(rng: Rng): { charset: Charset; delimiter: ';' | ','; quoteAll: boolean } {
  return {
    charset: rng.pick(['utf-8', 'utf-8-bom', 'windows-1252', 'windows-1252', 'utf-16le']),
    delimiter: rng.pick([';', ';', ',']),
    quoteAll: rng.chance(0.3),
  };
}

function mailStyle(rng: Rng): Parameters<typeof eml>[1] {
  return {
    body: rng.pick(['text', 'text', 'html', 'both']),
    charset: rng.pick(['utf-8', 'utf-8', 'windows-1252']),
    transfer: rng.pick(['quoted-printable', 'quoted-printable', 'base64']),
  };
}
