/** An element of ASN.1 in DER: its tag and what stands in it. */
export function der(tag: number, ...content: readonly Uint8Array[]): Buffer {
  const inner = Buffer.concat(content);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(inner.length);
  return Buffer.concat([Buffer.from([tag, 0x84]), length, inner]);
}

/** A text in UTF-8. */
export function derText(text: string): Buffer {
  return der(0x0c, Buffer.from(text));
}
