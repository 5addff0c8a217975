/**
 * Whether an address of Bitcoin's segregated witness holds: bech32, or bech32m from version 1 on (addresses of
 * version 1 made before BIP 350 hold bech32). Takes the whole address, all capitals or all small. Source: BIP 173 and BIP 350; their polynomial over the 32 characters.
 */
export function holdsBech32(address: string): boolean {
  const small = address.toLowerCase();
  const values = Array.from(small.slice(3), (character) => CHARACTERS.indexOf(character));
  if (values.includes(-1)) return false;
  const sum = polynomial([...PREFIX, ...values]);
  return sum === BECH32 || (sum === BECH32M && values[0] !== 0);
}

const CHARACTERS = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const BECH32 = 1;
const BECH32M = 0x2bc830a3;
/** "bc" spread out: high bits, zero, low bits. */
const PREFIX = [3, 3, 0, 2, 3];
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

function polynomial(values: readonly number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (const [bit, part] of GENERATOR.entries()) if (((top >>> bit) & 1) === 1) check ^= part;
  }
  return check >>> 0;
}
