/** A number in 30 bits: a whole one or the upper half of a double, either perhaps times a hundred. */
export function smallNumber(data: Buffer, at: number): number {
  const bits = data.readInt32LE(at);
  let value: number;
  if (bits & 2) value = bits >> 2;
  else {
    const double = Buffer.alloc(8);
    double.writeInt32LE(bits & ~3, 4);
    value = double.readDoubleLE(0);
  }
  return bits & 1 ? value / 100 : value;
}
