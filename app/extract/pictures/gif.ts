import type { Frame } from 'omggif';
import { Unread } from '../format.ts';

/**
 * One frame's pixels as RGBA on a transparent ground (GIF89a, 20 to 22 and appendix F). What is damaged ends early and
 * leaves the rest of the picture blank. The blocks are found by omggif; its own decoder runs for ever on codes that lead
 * back to themselves, and is not used.
 * @param bytes the whole file
 * @throws Unread `corrupt`
 */
export function gifPixels(bytes: Buffer, frame: Frame, width: number, height: number): Uint8Array {
  const { palette_offset: palette, transparent_index: transparent } = frame;
  if (palette === null) throw new Unread('corrupt');
  const indices = lzwIndices(blocks(bytes, frame.data_offset + 1), bytes[frame.data_offset] ?? 0, frame);
  const pixels = new Uint8Array(width * height * 4);
  for (const [row, y] of rows(frame).entries()) {
    for (let x = 0; x < frame.width; x++) {
      const index = indices[row * frame.width + x] ?? 0;
      if (index === transparent || frame.x + x >= width || frame.y + y >= height) continue;
      const from = palette + index * 3;
      pixels.set(bytes.subarray(from, from + 3), ((frame.y + y) * width + frame.x + x) * 4);
      pixels[((frame.y + y) * width + frame.x + x) * 4 + 3] = 255;
    }
  }
  return pixels;
}

/** Where each row of an interlaced picture stands: every eighth one, those between, and so on. */
function rows({ height, interlaced }: Frame): number[] {
  const passes = interlaced
    ? ([
        [0, 8],
        [4, 8],
        [2, 4],
        [1, 2],
      ] as const)
    : ([[0, 1]] as const);
  const order: number[] = [];
  for (const [first, step] of passes) for (let y = first; y < height; y += step) order.push(y);
  return order;
}

/** Data come in blocks with their length in front; one of no length ends them. */
function blocks(bytes: Buffer, start: number): Buffer {
  const parts: Buffer[] = [];
  for (let at = start, length = bytes[at] ?? 0; length > 0; at += 1 + length, length = bytes[at] ?? 0)
    parts.push(bytes.subarray(at + 1, at + 1 + length));
  return Buffer.concat(parts);
}

const MOST_CODES = 4096;

/** Each code is a colour, or a run that ends in a colour behind an earlier code's run. An impossible code ends it all. */
function lzwIndices(packed: Buffer, bits: number, { width, height }: Frame): Uint8Array {
  if (bits < 1 || bits > 8) throw new Unread('corrupt');
  const out = new Uint8Array(width * height);
  const [clear, end] = [1 << bits, (1 << bits) + 1];
  // Of each run: where it was written first, and how long it is.
  const [starts, lengths] = [new Uint32Array(MOST_CODES), new Uint32Array(MOST_CODES)];
  let [next, size, done, last] = [end + 1, bits + 1, 0, -1];
  for (let at = 0; at + size <= packed.length * 8 && done < out.length;) {
    const byte = at >> 3;
    const word = (packed[byte] ?? 0) | ((packed[byte + 1] ?? 0) << 8) | ((packed[byte + 2] ?? 0) << 16);
    const code = (word >> (at & 7)) & ((1 << size) - 1);
    at += size;
    if (code === clear) {
      [next, size, last] = [end + 1, bits + 1, -1];
      continue;
    }
    if (code === end || code > next || (code === next && last < 0)) break;
    // What this code adds to the table is the run before it and one more: the pixel that is written next.
    const before = last < 0 ? 0 : last < clear ? 1 : (lengths[last] ?? 0);
    const start = done;
    if (code < clear) {
      out[done++] = code;
    } else {
      const [from, length] =
        code === next ? [start - before, before + 1] : [starts[code] ?? 0, lengths[code] ?? 0];
      for (let i = 0; i < length && done < out.length; i++) out[done++] = out[from + i] ?? 0;
    }
    if (last >= 0 && next < MOST_CODES) {
      starts[next] = start - before;
      lengths[next] = before + 1;
      next++;
      if (next === 1 << size && size < 12) size++;
    }
    last = code;
  }
  return out;
}
