import type { ByteSource } from '#kernel/bytes.ts';
import type { SeekingFormat } from '../format.ts';
import type { DbfField, DbfHeader } from '../tables/dbf-header.ts';
import { dbfHeader } from '../tables/dbf-header.ts';
import { guessedCharset } from '../text/charset.ts';
import { inCodePage } from '../text/code-page.ts';
import { TableWriter } from '../text/table.ts';
import iconv from 'iconv-lite';

/**
 * Tables of dBase III to 7, FoxPro and Clipper, record by record; also records that are marked as deleted, which are in
 * the file until it is packed. Memos stand in a file of their own beside the table, which is not looked for.
 */
export const dbf: SeekingFormat = {
  id: 'dbf',
  version: 1,
  mimes: ['application/x-dbf'],
  withoutText: 'scanned',
  access: 'seeking',
  async *extract(file, reading) {
    const header = dbfHeader(Buffer.from(file.read(0, HEAD)));
    const decode = await decoderOf(file, header);
    const table = new TableWriter({ path: reading.path, row: 1 });
    table.header(
      1,
      header.fields.map(({ name }) => decode(name)),
    );
    const perRead = Math.max(1, Math.floor(PIECE / header.length));
    for (let number = 0; number < header.records; number += perRead) {
      const bytes = Buffer.from(file.read(header.start + number * header.length, perRead * header.length));
      const count = Math.min(Math.floor(bytes.length / header.length), header.records - number);
      for (let i = 0; i < count; i++) {
        const record = bytes.subarray(i * header.length, (i + 1) * header.length);
        table.row(
          number + i + 2,
          header.fields.map((field) => valueOf(field, record, decode)),
        );
      }
      yield* table.take();
      if (count < perRead) break;
    }
    yield* table.end();
    const whole = header.start + header.records * header.length;
    if (file.size < whole) reading.leftOut('corrupt');
  },
};

const HEAD = 64 * 1024;
const PIECE = 256 * 1024;
const SAMPLE = 64 * 1024;

type Decode = (bytes: Buffer) => string;

/** The charset that the header names; without, the one that the first records look like. */
async function decoderOf(file: ByteSource, header: DbfHeader): Promise<Decode> {
  const { codePage } = header;
  if (codePage !== null) return (bytes) => inCodePage(bytes, codePage);
  const sample = file.read(header.start, SAMPLE);
  if (sample.every((byte) => byte < 0x80)) return (bytes) => inCodePage(bytes, 1252);
  const name = isChinese(sample) ? 'gb18030' : (await guessedCharset(sample)).name;
  return (bytes) => iconv.decode(bytes, name);
}

/** Chinese programs seldom name their charset: words of pairs of bytes only, each pair one of the usual characters. */
function isChinese(sample: Uint8Array): boolean {
  let longest = 0;
  for (let at = 0; at < sample.length; at++) {
    let length = 0;
    for (; (sample[at + length] ?? 0) >= 0x80; length += 2) {
      const [lead = 0, trail = 0] = sample.subarray(at + length, at + length + 2);
      if (lead < 0xa1 || lead > 0xf7 || trail < 0xa1 || trail === 0xff) return false;
    }
    longest = Math.max(longest, length);
    at += length;
  }
  return longest >= 6;
}

function valueOf({ kind, start, length }: DbfField, record: Buffer, decode: Decode): string {
  const bytes = record.subarray(start, start + length);
  if (kind === 'C' || kind === 'V' || kind === 'W') return decode(bytes).replaceAll('\0', ' ').trim();
  if (kind === 'I' || kind === '+') return length === 4 ? String(bytes.readInt32LE(0)) : '';
  if (kind === 'Y') return length === 8 ? String(Number(bytes.readBigInt64LE(0)) / 10_000) : '';
  if (kind === 'B' || kind === 'O') return length === 8 ? numberOf(bytes) : '';
  if (kind === 'T' || kind === '@') return length === 8 ? dayOf(bytes.readInt32LE(0)) : '';
  // Where a memo stands in its own file, pictures, and what says which fields are empty.
  if ('MGPQX0'.includes(kind)) return '';
  const text = bytes.toString('latin1').replaceAll('\0', ' ').trim();
  return kind === 'D' ? text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$3-$2-$1') : text;
}

function numberOf(bytes: Buffer): string {
  const value = bytes.readDoubleLE(0);
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : '';
}

/** A Julian day as a date. */
function dayOf(julian: number): string {
  const date = new Date((julian - 2_440_588) * 86_400_000);
  if (julian <= 0 || Number.isNaN(date.getTime())) return '';
  return date.toISOString().slice(0, 10).split('-').reverse().join('-');
}
