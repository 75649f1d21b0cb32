import { type NoteKey } from '../checkpoints/signed-note.js';
import { ExportWalk } from './export-walk.js';
import { readLines } from './lines.reader.js';
import { type SegmentHeader } from './segment.js';
import { SegmentWalk } from './segment-walk.js';

/** Whether a file is one that an earlier attempt at the same segment left; any other one is somebody's. */
export async function isAttemptAt(
  file: string,
  { segment, first, firstAt, previous }: SegmentHeader,
): Promise<boolean> {
  for await (const [line] of readLines([file])) {
    const found = headerOf(line!.bytes);
    return (
      [found.segment, found.first, found.firstAt, found.previous].join() === [segment, first, firstAt, previous].join()
    );
  }
  return true;
}

function headerOf(bytes: Buffer): Partial<SegmentHeader> {
  try {
    return JSON.parse(bytes.toString('utf8')) as Partial<SegmentHeader>;
  } catch {
    return {};
  }
}

/** Reads a segment as it lies on the disk, and verifies it by itself. @throws with the first thing that is wrong */
export async function verifySegmentFile(file: string, key: NoteKey): Promise<void> {
  const walk = new ExportWalk(false);
  const segments = new SegmentWalk(walk, [key]);
  for await (const lines of readLines([file])) for (const line of lines) segments.add(line);
  segments.finish();
  const [fault] = walk.faults;
  if (fault) throw new Error(`${file} does not verify, and nothing was removed from the database: ${fault.reason}`);
  if (segments.segments !== 1) throw new Error(`${file} holds no segment, and nothing was removed from the database.`);
}
