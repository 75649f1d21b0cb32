import { summarizeZstd } from './zstd-frames.js';

const MAGIC = [0x28, 0xb5, 0x2f, 0xfd];

/** A block header: last or not, raw (0), run (1) or compressed (2), and its size. */
function block(isLast: boolean, type: number, size: number, content: number[]): number[] {
  const value = Number(isLast) | (type << 1) | (size << 3);
  return [value & 255, (value >> 8) & 255, value >> 16, ...content];
}

function summarize(bytes: readonly number[]) {
  return summarizeZstd(bytes.length, (position, length) => Uint8Array.from(bytes.slice(position, position + length)));
}

const FRAME = [...MAGIC, 0x00, 0x58, ...block(false, 0, 3, [1, 2, 3]), ...block(true, 1, 100_000, [7])];
const CHECKED = [...MAGIC, 0x24, 0x05, ...block(true, 2, 2, [9, 9]), 1, 2, 3, 4];
const SKIPPABLE = [0x50, 0x2a, 0x4d, 0x18, 2, 0, 0, 0, 1, 1];

it('raw and run blocks count as they say, compressed ones as the largest', () => {
  expect(summarize(FRAME)).toEqual({ mostBytes: 100_003 });
  expect(summarize(CHECKED)).toEqual({ mostBytes: 131_072 });
  expect(summarize([...FRAME, ...SKIPPABLE, ...CHECKED])).toEqual({ mostBytes: 231_075 });
});

it('a file that ends anywhere but at the end of a frame is not whole', () => {
  for (const bytes of [FRAME, CHECKED]) {
    for (let length = 1; length < bytes.length; length += 1) expect(summarize(bytes.slice(0, length))).toBeNull();
  }
});

it('what is not zstd is not whole', () => {
  expect(summarize([])).toBeNull();
  expect(summarize([...FRAME, 1, 2, 3, 4, 5, 6, 7, 8, 9])).toBeNull();
  expect(summarize([...MAGIC, 0x00, 0x58, ...block(true, 3, 1, [0])])).toBeNull();
});
