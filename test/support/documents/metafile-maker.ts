/** An enhanced metafile that draws these texts, each at a height. */
export function emfOf(...texts: readonly (readonly [y: number, text: string])[]): Buffer {
  const head = Buffer.alloc(88);
  head.writeUInt32LE(1, 0);
  head.writeUInt32LE(88, 4);
  head.write(' EMF', 40, 'latin1');
  const end = Buffer.alloc(20);
  end.writeUInt32LE(14, 0);
  end.writeUInt32LE(20, 4);
  return Buffer.concat([head, ...texts.map(([y, text]) => drawn(y, text)), end]);
}

function drawn(y: number, text: string): Buffer {
  const words = Buffer.from(text, 'utf16le');
  const record = Buffer.alloc(76 + Math.ceil(words.length / 4) * 4);
  record.writeUInt32LE(84, 0);
  record.writeUInt32LE(record.length, 4);
  record.writeInt32LE(y, 40);
  record.writeUInt32LE(text.length, 44);
  record.writeUInt32LE(76, 48);
  words.copy(record, 76);
  return record;
}

/** A Windows metafile that draws these texts in the charset of a font. */
export function wmfOf(charset: number, ...texts: readonly (readonly [y: number, bytes: Buffer])[]): Buffer {
  const head = Buffer.alloc(18);
  head.writeUInt16LE(1, 0);
  head.writeUInt16LE(9, 2);
  head.writeUInt16LE(0x300, 4);
  const font = Buffer.alloc(18);
  font[13] = charset;
  const records = texts.map(([y, bytes]) => {
    const place = Buffer.alloc(4);
    place.writeInt16LE(y);
    const count = Buffer.from([bytes.length, 0]);
    return windowsRecord(0x0521, Buffer.concat([count, bytes, Buffer.alloc(bytes.length % 2), place]));
  });
  return Buffer.concat([head, windowsRecord(0x02fb, font), ...records, windowsRecord(0, Buffer.alloc(0))]);
}

function windowsRecord(kind: number, data: Buffer): Buffer {
  const head = Buffer.alloc(6);
  head.writeUInt32LE((6 + data.length) / 2, 0);
  head.writeUInt16LE(kind, 4);
  return Buffer.concat([head, data]);
}
