/** A file to be put into a made tar archive; `claimedSize` when its header shall say another size than the true one. */
export interface TarMember {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly kind?: string;
  readonly claimedSize?: number;
}

/** A tar archive (ustar) block by block. */
export function tarOf(members: readonly TarMember[]): Buffer {
  const blocks = members.flatMap(({ name, content, kind = '0', claimedSize }) => {
    const bytes = Buffer.from(content);
    const header = Buffer.alloc(512);
    header.write(name, 0, 100);
    header.write((claimedSize ?? bytes.length).toString(8).padStart(11, '0'), 124);
    header.write('        ', 148);
    header.write(kind, 156);
    header.write('ustar\x0000', 257, 'latin1');
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
