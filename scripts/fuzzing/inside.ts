import { gunzipSync, gzipSync, deflateSync, inflateSync } from 'node:zlib';
import { bytesInMemory } from '#kernel/bytes.ts';
import type { CompoundStorage } from '#extract/compound/compound-file.ts';
import { compoundTree } from '#extract/compound/compound-file.ts';
import { compoundFile } from '#extract/compound/compound-writer.ts';
import { archiveEntries } from '#extract/zip/archive.ts';
import type { Rng } from '../demo/rng.ts';
import type { ZipMember } from '../../test/support/documents/zip-maker.ts';
import { zipOf } from '../../test/support/documents/zip-maker.ts';

/** Spoils what is packed in a document, so that its wrapping stays whole and the parser behind it is met. */
export type Spoil = (bytes: Buffer) => Buffer;

/**
 * The document with one part of it spoiled: a file in a zip, a stream in a compound file or a PDF, what gzip packed, a
 * mail's attachment. Null for what is not packed, or cannot be unpacked.
 */
export async function spoiledInside(bytes: Buffer, rng: Rng, spoil: Spoil): Promise<Buffer | null> {
  try {
    const magic = bytes.length < 4 ? 0 : bytes.readUInt32BE(0);
    if (magic === 0x504b0304) return await inZip(bytes, rng, spoil);
    if (magic === 0xd0cf11e0) return inCompound(bytes, rng, spoil);
    if (magic >>> 16 === 0x1f8b) return gzipSync(spoil(gunzipSync(bytes)));
    if (bytes.subarray(0, 1024).includes('%PDF-')) return inPdf(bytes, rng, spoil);
    if (bytes.includes('base64')) return inMail(bytes, rng, spoil);
    return null;
  } catch {
    return null;
  }
}

async function inZip(bytes: Buffer, rng: Rng, spoil: Spoil): Promise<Buffer | null> {
  const members: (ZipMember & { content: Buffer })[] = [];
  for await (const entry of archiveEntries(bytesInMemory(bytes), 1000)) {
    const content = await entry.content();
    const parts: Uint8Array[] = [];
    if ('read' in content) parts.push(content.read(0, content.size));
    else for await (const part of content) parts.push(part);
    members.push({ name: entry.name, content: Buffer.concat(parts), stored: entry.name === 'mimetype' });
  }
  const chosen = rng.int(0, members.length - 1);
  return zipOf(
    members.map((member, i) => {
      if (i !== chosen) return member;
      const claimedSize = rng.chance(0.1) ? { claimedSize: rng.pick([0, 1, 0xffffffff, 1_000_000]) } : {};
      return { ...member, content: spoil(member.content), ...claimedSize };
    }),
  );
}

function inCompound(bytes: Buffer, rng: Rng, spoil: Spoil): Buffer {
  const tree = compoundTree(bytesInMemory(bytes));
  const chosen = { left: rng.int(0, streamsIn(tree) - 1) };
  return compoundFile(spoiledTree(tree, chosen, spoil), 64 * 1024 * 1024);
}

function streamsIn({ streams, storages }: CompoundStorage): number {
  return storages.reduce((sum, storage) => sum + streamsIn(storage), streams.length);
}

function spoiledTree(tree: CompoundStorage, chosen: { left: number }, spoil: Spoil): CompoundStorage {
  return {
    name: tree.name,
    streams: tree.streams.map((stream) => {
      if (chosen.left-- !== 0) return stream;
      const spoiled = spoil(Buffer.from(stream.bytes(64 * 1024 * 1024)));
      return { name: stream.name, size: spoiled.length, bytes: () => spoiled };
    }),
    storages: tree.storages.map((storage) => spoiledTree(storage, chosen, spoil)),
  };
}

/** PDFium looks for its objects itself where their table is no longer true. */
function inPdf(bytes: Buffer, rng: Rng, spoil: Spoil): Buffer | null {
  const places: { from: number; to: number }[] = [];
  for (let at = 0; at >= 0;) {
    const start = bytes.indexOf('stream', at);
    const end = bytes.indexOf('endstream', start + 6);
    if (start < 0 || end < 0) break;
    places.push({ from: start + (bytes[start + 6] === 13 ? 8 : 7), to: end });
    at = end + 9;
  }
  if (places.length === 0) return null;
  const { from, to } = rng.pick(places);
  return Buffer.concat([
    bytes.subarray(0, from),
    deflateSync(spoil(inflateSync(bytes.subarray(from, to)))),
    bytes.subarray(to),
  ]);
}

function inMail(bytes: Buffer, rng: Rng, spoil: Spoil): Buffer | null {
  const text = bytes.toString('latin1');
  const blocks = [...text.matchAll(/\r?\n\r?\n([A-Za-z0-9+/=\r\n]{40,})/g)];
  if (blocks.length === 0) return null;
  const block = rng.pick(blocks);
  const from = block.index + block[0].length - (block[1]?.length ?? 0);
  const content = spoil(Buffer.from(block[1] ?? '', 'base64')).toString('base64');
  const lines = content.replaceAll(/(.{76})/g, '$1\n');
  return Buffer.concat([
    bytes.subarray(0, from),
    Buffer.from(`${lines}\n`),
    bytes.subarray(block.index + block[0].length),
  ]);
}
