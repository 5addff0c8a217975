import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeFileSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { tarOf } from '../../../test/support/documents/tar-maker.ts';
import { normalText } from '../detect.ts';
import { createProse } from './prose.ts';
import { excelFile } from './office-files.ts';
import { tableRow } from './papers.ts';
import { createReader } from './reader.ts';

/** One large file and what reading it took; memory in bytes. */
export interface LargeFile {
  readonly name: string;
  readonly bytes: number;
  readonly status: string;
  readonly seconds: number;
  /** The most that its worker had, over what a worker has that has read a line of text. */
  readonly overBase: number;
}

const MEGABYTE = 1_000_000;

/**
 * Files as large as they come, each read by a worker of its own: a sheet of a million rows, a PDF of 5,000 pages, a log of
 * 2 GB, a mailbox of 1 GB, an archive of 10 GB; all of them smaller by `scale`, for a look. Takes its space on the disk
 * one file at a time.
 */
export async function* benchLarge(scale = 1): AsyncGenerator<LargeFile> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-large-'));
  try {
    const small = join(folder, 'small.txt');
    writeFileSync(small, 'En linje.\n');
    const base = await readAlone(small, folder);
    for (const { name, make } of FILES) {
      const file = join(folder, name);
      await make(file, scale);
      const bytes = statSync(file).size;
      const begun = performance.now();
      const { status, peakMemory } = await readAlone(file, folder);
      const seconds = (performance.now() - begun) / 1000;
      yield { name, bytes, status, seconds, overBase: peakMemory - base.peakMemory };
      rmSync(file);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readAlone(file: string, folder: string): Promise<{ status: string; peakMemory: number }> {
  const spool = mkdtempSync(join(folder, 'spool-'));
  const reader = createReader(spool);
  try {
    return await reader.readOne(file);
  } finally {
    await reader.close();
    rmSync(spool, { recursive: true });
  }
}

type Make = (file: string, scale: number) => void | Promise<void>;

const FILES: readonly { readonly name: string; readonly make: Make }[] = [
  { name: 'ark.xlsx', make: (file, scale) => writeFileSync(file, excelFile(rows(1_000_000 * scale))) },
  { name: 'bog.pdf', make: async (file, scale) => writeFileSync(file, await pdfOf(5_000 * scale)) },
  { name: 'server.log', make: (file, scale) => repeated(file, logBlock(), 2_000 * MEGABYTE * scale) },
  { name: 'post.mbox', make: (file, scale) => repeated(file, mailBlock(), 1_000 * MEGABYTE * scale) },
  { name: 'billeder.tar.gz', make: (file, scale) => packed(file, 10_000 * MEGABYTE * scale) },
];

function* rows(count: number): Generator<(string | number)[]> {
  const prose = createProse();
  for (let row = 0; row < count; row++) yield tableRow(prose, row);
}

async function pdfOf(pages: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  const lines = normalText(3_000, 5).match(/.{1,90}(\s|$)/g) ?? [];
  for (let number = 1; number <= pages; number++) {
    const text = [`Side ${number}`, ...lines].join('\n');
    document.addPage([595, 842]).drawText(text, { x: 40, y: 790, size: 9, lineHeight: 12, font });
  }
  return await document.save();
}

function logBlock(): Buffer {
  const lines = normalText(MEGABYTE, 9).match(/.{1,120}(\s|$)/g) ?? [];
  return Buffer.from(lines.map((line, i) => `2026-05-04T10:00:00Z INFO ${i} ${line}`).join('\n'));
}

function mailBlock(): Buffer {
  const attached = (randomBytes(300_000).toString('base64').match(/.{76}/g) ?? []).join('\n');
  const head =
    'From ole@firma.dk Mon May  4 10:00:00 2026\nFrom: ole@firma.dk\nTo: eva@firma.dk\nSubject: Referat\nMIME-Version: 1.0\n';
  const body = `Content-Type: multipart/mixed; boundary="del"\n\n--del\nContent-Type: text/plain; charset=utf-8\n\n${normalText(20_000, 2)}\n`;
  const file =
    '--del\nContent-Type: application/octet-stream; name="data.bin"\nContent-Transfer-Encoding: base64\n\n';
  return Buffer.from(`${head}${body}${file}${attached}\n--del--\n\n`);
}

/** A block again and again, up to about so many bytes. */
function repeated(file: string, block: Buffer, bytes: number, end = Buffer.alloc(0)): void {
  const descriptor = openSync(file, 'w');
  try {
    for (let at = 0; at < bytes; at += block.length) writeSync(descriptor, block);
    writeSync(descriptor, end);
  } finally {
    closeSync(descriptor);
  }
}

/** Gzip of many members, each one a file of a tar archive: photographs, which do not get smaller, and a text. */
function packed(file: string, bytes: number): void {
  const members = [
    { name: 'billede.bin', content: randomBytes(32 * MEGABYTE) },
    { name: 'tekst.txt', content: Buffer.from(normalText(100_000, 3)) },
  ];
  const whole = tarOf(members);
  const ending = 1024;
  const block = gzipSync(whole.subarray(0, whole.length - ending), { level: 1 });
  repeated(file, block, bytes, gzipSync(Buffer.alloc(ending)));
}
