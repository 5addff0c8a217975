import { crc32, deflateRawSync } from 'node:zlib';

/** A file to be put into a made zip file, and what the zip shall claim of it, truly or not. */
export interface ZipMember {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  readonly encrypted?: boolean;
  /** The unpacked size that is claimed, when it shall be another than the true one. */
  readonly claimedSize?: number;
  /** Points to the data of the member before instead of having its own. */
  readonly overlapping?: boolean;
}

/** A zip file byte by byte, so that it can be wrong in one place. */
export function zipOf(members: readonly ZipMember[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  let last = { offset: 0, packed: 0 };
  for (const member of members) {
    const name = Buffer.from(member.name);
    const content = Buffer.from(member.content);
    const data = member.stored || member.overlapping ? content : deflateRawSync(content);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(0x04034b50, 0);
    fields(member, content, data.length).copy(header, 4);
    header.writeUInt16LE(name.length, 26);
    const place = member.overlapping ? last : { offset, packed: data.length };
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    fields(member, content, place.packed).copy(entry, 6);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(place.offset, 42);
    directory.push(entry, name);
    last = place;
    if (member.overlapping) continue;
    bodies.push(header, name, data);
    offset += header.length + name.length + data.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(members.length, 8);
  end.writeUInt16LE(members.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, central, end]);
}

function fields(member: ZipMember, content: Buffer, packed: number): Buffer {
  const bytes = Buffer.alloc(22);
  bytes.writeUInt16LE(20, 0);
  bytes.writeUInt16LE(member.encrypted ? 1 : 0, 2);
  bytes.writeUInt16LE(member.stored ? 0 : 8, 4);
  bytes.writeUInt32LE(crc32(content), 10);
  bytes.writeUInt32LE(packed, 14);
  bytes.writeUInt32LE(member.claimedSize ?? content.length, 18);
  return bytes;
}
