import { IsCount, IsMatching } from '../../platform/http/fields.js';
import { ListQuery } from '../../platform/lists/page.dto.js';
import { LARGEST_COUNT } from '../../values/values.js';
import { type ListedSegment } from '../audit/archive.queries.js';
import { parseNote } from '../checkpoints/signed-note.js';
import { segmentFileName } from './segment.js';

const DIGEST = /^[0-9a-f]{64}$/;
const DIGEST_FORM = 'must be 64 hexadecimal digits';

export class ListAuditSegmentsQuery extends ListQuery {}

export class AuditSegmentResponse {
  /** Its number, from 1 on; segments follow each other without a gap. */
  @IsCount(1)
  segment: number;

  /** The name that its file was written under. */
  fileName: string;

  /** Sequence of its first event. */
  @IsCount(1, LARGEST_COUNT)
  first: number;

  /** Sequence of its last event. */
  @IsCount(1, LARGEST_COUNT)
  last: number;

  /** When its first event was written. */
  firstAt: Date;

  /** When its last event was written. */
  lastAt: Date;

  /** How many events it holds. */
  @IsCount(1, LARGEST_COUNT)
  events: number;

  /** How many events the record has up to its end. */
  @IsCount(1, LARGEST_COUNT)
  size: number;

  /** What a verification of the record up to its last event answers as `digest`. */
  @IsMatching(DIGEST, DIGEST_FORM)
  digest: string;

  /** SHA-256 of its file without the seal, which is the last line. */
  @IsMatching(DIGEST, DIGEST_FORM)
  fileDigest: string;

  /** The seal: a C2SP signed note that names place, size and digest of the file. */
  seal: string;

  /** Id of the key that signed the seal, as `/.well-known/stagegate-keys.json` lists it. */
  keyId: string;

  /** When it was archived. */
  archivedAt: Date;
}

export class AuditSegmentPage {
  /** The segments of this page, in the order of the record unless asked otherwise. */
  items: AuditSegmentResponse[];

  /** Cursor of the next page; null on the last. */
  nextCursor: string | null;
}

export function toAuditSegmentResponse(segment: ListedSegment): AuditSegmentResponse {
  const { number, first, last, firstAt, lastAt, events, size, digest, fileDigest, seal, archivedAt } = segment;
  const place = { segment: number, fileName: segmentFileName(number), first, last, firstAt, lastAt, events, size };
  return { ...place, digest, fileDigest, seal, keyId: parseNote(seal)!.signatures[0]!.keyId, archivedAt };
}
