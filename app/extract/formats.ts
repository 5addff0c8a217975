import { createHash } from 'node:crypto';
import type { Format } from './format.ts';
import { bzip2 } from './formats/bzip2.ts';
import { cards } from './formats/cards.ts';
import { chm } from './formats/chm.ts';
import { csv } from './formats/csv.ts';
import { dbf } from './formats/dbf.ts';
import { dif } from './formats/dif.ts';
import { doc } from './formats/doc.ts';
import { docx } from './formats/docx.ts';
import { earlyWordFormat } from './formats/early-word.ts';
import { eml } from './formats/eml.ts';
import { epub } from './formats/epub.ts';
import { excel2003 } from './formats/excel-2003.ts';
import { flatOpc } from './formats/flat-opc.ts';
import { flatOpenDocument } from './formats/flat-open-document.ts';
import { gzip } from './formats/gzip.ts';
import { html } from './formats/html.ts';
import { hwp } from './formats/hwp.ts';
import { iso } from './formats/iso.ts';
import { iwork } from './formats/iwork.ts';
import { lzma } from './formats/lzma.ts';
import { mbox } from './formats/mbox.ts';
import { metafile } from './formats/metafile.ts';
import { msg } from './formats/msg.ts';
import { odp } from './formats/odp.ts';
import { ods } from './formats/ods.ts';
import { odt } from './formats/odt.ts';
import { ole } from './formats/ole.ts';
import { onenote } from './formats/onenote.ts';
import { packed } from './formats/packed.ts';
import { pdf } from './formats/pdf.ts';
import { picture } from './formats/picture.ts';
import { plainText } from './formats/plain-text.ts';
import { ppt } from './formats/ppt.ts';
import { ppt95 } from './formats/ppt-95.ts';
import { pptx } from './formats/pptx.ts';
import { pst } from './formats/pst.ts';
import { rtf } from './formats/rtf.ts';
import { signed } from './formats/signed.ts';
import { sqlite } from './formats/sqlite.ts';
import { tar } from './formats/tar.ts';
import { word2003 } from './formats/word-2003.ts';
import { works } from './formats/works.ts';
import { wordPerfect } from './formats/wordperfect.ts';
import { xls } from './formats/xls.ts';
import { tnef } from './formats/tnef.ts';
import { tsd } from './formats/tsd.ts';
import { vsd } from './formats/vsd.ts';
import { vsdx } from './formats/vsdx.ts';
import { xlsb } from './formats/xlsb.ts';
import { xlsx } from './formats/xlsx.ts';
import { xps } from './formats/xps.ts';
import { xz } from './formats/xz.ts';
import { zip } from './formats/zip.ts';
import { zstd } from './formats/zstd.ts';

/** Every format that is read. A new one is a file in formats/ and a line here. */
const FORMATS: readonly Format[] = [
  picture,
  metafile,
  plainText,
  csv,
  html,
  cards,
  docx,
  xlsx,
  xlsb,
  vsd,
  vsdx,
  xps,
  pptx,
  doc,
  earlyWordFormat,
  works,
  xls,
  ppt,
  ppt95,
  rtf,
  odt,
  ods,
  odp,
  flatOpenDocument,
  word2003,
  excel2003,
  flatOpc,
  pdf,
  eml,
  mbox,
  msg,
  tnef,
  signed,
  tsd,
  pst,
  onenote,
  epub,
  iwork,
  dbf,
  dif,
  sqlite,
  wordPerfect,
  chm,
  hwp,
  zip,
  tar,
  gzip,
  bzip2,
  xz,
  zstd,
  lzma,
  packed,
  iso,
  ole,
];

const BY_MIME = new Map(FORMATS.flatMap((format) => format.mimes.map((mime) => [mime, format] as const)));

/** The format that reads a type, or null. Kinds of text that no format names are read as plain text. */
export function formatFor(mime: string): Format | null {
  return BY_MIME.get(mime) ?? (mime.startsWith('text/') ? plainText : null);
}

/**
 * What reads what, as fingerprints to be kept with each file that was read: `formats` by id as "id@version", and
 * `whole`, which changes with any of them. A file is read again when its own format's fingerprint has changed; one that
 * no format could read when `whole` has.
 */
export const formatSet: { readonly formats: Readonly<Record<string, string>>; readonly whole: string } = {
  formats: Object.fromEntries(FORMATS.map(({ id, version }) => [id, `${id}@${version}`])),
  whole: createHash('sha256')
    .update(FORMATS.map(({ id, version, mimes }) => `${id}@${version} ${mimes.join(',')}`).join('\n'))
    .digest('hex')
    .slice(0, 16),
};
