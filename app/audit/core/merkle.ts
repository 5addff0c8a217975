import { createHash } from 'node:crypto';

/**
 * The root of a Merkle tree as in RFC 6962, section 2.1: leaves are hashed behind a 0 byte, pairs behind a 1 byte,
 * and the left side of a split is the largest power of two below the count. 32 bytes; of no leaves, the empty hash.
 */
export function merkleRoot(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return createHash('sha256').digest();
  // Level by level, an odd node going up as it is: the same tree as RFC 6962's recursive one.
  let level: Uint8Array[] = leaves.map((leaf) => createHash('sha256').update(LEAF).update(leaf).digest());
  while (level.length > 1) {
    const above: Uint8Array[] = [];
    for (let index = 0; index < level.length; index += 2) {
      const [left, right] = [level[index], level[index + 1]];
      if (left === undefined) break;
      above.push(
        right === undefined ? left : createHash('sha256').update(NODE).update(left).update(right).digest(),
      );
    }
    level = above;
  }
  return Buffer.from(level[0] ?? []);
}

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);
