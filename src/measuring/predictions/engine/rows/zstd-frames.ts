/** Reads `length` bytes at a position of a file; fewer at its end. */
export type ReadAt = (position: number, length: number) => Uint8Array;

/** What the headers of a zstd file say, without decompressing it; null when a frame is cut off or foreign. */
export interface ZstdSummary {
  /** No more than this comes out of it. */
  mostBytes: number;
}

const FRAME = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
const LARGEST_BLOCK = 131_072;

/**
 * Walks frames and blocks by their headers (RFC 8878). The engine takes a file that ends between two blocks for a whole
 * one, which would turn a broken upload into fewer rows; and a bomb shows here before it goes off.
 */
export function summarizeZstd(size: number, readAt: ReadAt): ZstdSummary | null {
  let position = 0;
  let mostBytes = 0;
  while (position < size) {
    const header = readAt(position, 18);
    if (header.length < 8) return null;
    const magic = u32(header, 0);
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) {
      position += 8 + u32(header, 4);
      continue;
    }
    const frame = magic === FRAME ? readFrame(position, header, readAt) : null;
    if (frame === null) return null;
    mostBytes += frame.mostBytes;
    position = frame.end;
  }
  return position === size && size > 0 ? { mostBytes } : null;
}

function readFrame(start: number, header: Uint8Array, readAt: ReadAt): { end: number; mostBytes: number } | null {
  const descriptor = header[4]!;
  const isSingleSegment = (descriptor & 0x20) !== 0;
  const contentField = [isSingleSegment ? 1 : 0, 2, 4, 8][descriptor >> 6]!;
  const dictionaryField = [0, 1, 2, 4][descriptor & 3]!;
  const hasChecksum = (descriptor & 4) !== 0;
  let position = start + 5 + (isSingleSegment ? 0 : 1) + dictionaryField + contentField;
  let mostBytes = 0;
  for (;;) {
    const block = readAt(position, 3);
    if (block.length < 3) return null;
    const value = block[0]! | (block[1]! << 8) | (block[2]! << 16);
    const type = (value >> 1) & 3;
    if (type === 3) return null;
    position += 3 + (type === 1 ? 1 : value >> 3);
    mostBytes += type === 2 ? LARGEST_BLOCK : value >> 3;
    if ((value & 1) === 1) break;
  }
  const end = position + (hasChecksum ? 4 : 0);
  return readAt(end - 1, 1).length === 1 ? { end, mostBytes } : null;
}

function u32(bytes: Uint8Array, at: number): number {
  return (bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24)) >>> 0;
}
