import { createHash, type Hash } from 'node:crypto';
import { canonicalJson } from '../../values/canonical-json.js';
import { isPlainObject } from '../../values/values.js';
import { parseCheckpoint } from '../checkpoints/checkpoint.js';
import { type NoteKey, parseNote, signerOf } from '../checkpoints/signed-note.js';
import { type ExportLine, type ExportWalk } from './export-walk.js';
import { parseSeal, type RecordState, type SealedSegment, type SegmentFooter, type SegmentHeader } from './segment.js';

/** A segment that has begun. */
interface OpenSegment {
  header: SegmentHeader;
  footer: SegmentFooter | null;
  /** Over its lines so far. */
  hash: Hash;
  /** Events walked over before it. */
  eventsBefore: number;
}

const LINE_END = Buffer.of(10);

/**
 * Walks over segments of the archive, in their order, and over an export that follows them. A segment that no other stands before is
 * taken to go on from what its seal tells of the record before it; each further one, and each export, has to go on from there.
 */
export class SegmentWalk {
  /** Segments walked over, whatever was found. */
  segments = 0;
  /** The first of them. */
  begun: number | null = null;
  private open: OpenSegment | null = null;
  private sealed: SealedSegment | null = null;

  constructor(
    private readonly walk: ExportWalk,
    private readonly keys: readonly NoteKey[],
  ) {}

  add(line: ExportLine): void {
    const { bytes, isWhole } = line;
    if (isWhole && startsWith(bytes, '{"segment":')) return this.begin(bytes);
    if (isWhole && this.open && startsWith(bytes, '{"seal":')) return this.end(bytes, this.open);
    if (isWhole && this.open && startsWith(bytes, '{"after":')) return this.close(bytes, this.open);
    this.walk.add(line);
    this.open?.hash.update(bytes).update(LINE_END);
  }

  /** Called after the last line. */
  finish(): void {
    if (this.open)
      this.walk.note('truncated', null, `Segment ${this.open.header.segment} ends without its seal.`, null);
    this.open = null;
  }

  private begin(bytes: Buffer): void {
    this.finish();
    this.walk.pass();
    const header = read<SegmentHeader>(bytes, ['segment', 'first', 'last', 'events', 'size', 'before']);
    if (header === null || !isState(header.before))
      return this.walk.note('changed', null, 'The line begins no segment of an archive.');
    this.segments += 1;
    this.begun ??= header.segment;
    this.follow(header);
    const hash = createHash('sha256').update(bytes).update(LINE_END);
    this.open = { header, footer: null, hash, eventsBefore: this.walk.events };
  }

  /** Whether the segment goes on where the one before ended; from one that does not, the walk goes on as it tells. */
  private follow({ segment, first, size, events, previous, before }: SegmentHeader): void {
    const { walk, sealed } = this;
    const expected = (sealed?.segment ?? 0) + 1;
    const isFirst = sealed === null && walk.last === 0;
    if (isFirst && segment > 1) return this.resume(before, { size: size - events, last: first - 1 });
    if (segment === expected && isSame(before, walk.state())) {
      if (previous !== (sealed?.fileDigest ?? null))
        walk.note('spliced', null, `Segment ${segment} follows another segment ${segment - 1}.`);
      return;
    }
    if (segment > expected) walk.note('missing', null, `Segments before segment ${segment} are missing.`);
    else if (segment < expected)
      walk.note('reordered', null, `Segment ${segment} stands behind segment ${expected - 1}.`);
    else walk.note('spliced', null, `Segment ${segment} does not go on where what stands before it ends.`);
    this.resume(before, { size: size - events, last: first - 1 });
  }

  private resume(before: RecordState, place: { size: number; last: number }): void {
    try {
      this.walk.resume(before, place);
    } catch {
      this.walk.note('changed', null, 'What the segment tells of the record before it cannot be.');
    }
  }

  private close(bytes: Buffer, open: OpenSegment): void {
    this.walk.pass();
    open.hash.update(bytes).update(LINE_END);
    open.footer = read<SegmentFooter>(bytes, ['after', 'checkpoint']);
  }

  private end(bytes: Buffer, open: OpenSegment): void {
    const { walk } = this;
    const { header, footer } = open;
    this.open = null;
    walk.pass();
    const events = walk.events - open.eventsBefore;
    const note = parseNote(String(read<{ seal: string }>(bytes, ['seal'])?.seal));
    const sealed = note && parseSeal(note.text);
    if (!note || !sealed)
      return walk.note('signature', null, `The seal of segment ${header.segment} is no signed note.`);
    if (this.keys.length > 0 && signerOf(note, this.keys) === null)
      walk.note('signature', null, `None of the given keys sealed segment ${header.segment}.`);
    if (!isSealOf(sealed, header) || sealed.fileDigest !== open.hash.digest('hex'))
      walk.note('changed', null, `Segment ${header.segment} is not as it was sealed.`);
    if (events !== header.events || walk.last !== header.last)
      walk.note('missing', null, `Segment ${header.segment} tells of ${header.events} events, and holds ${events}.`);
    if (footer === null || !isSame(footer.after, walk.state()))
      walk.note('changed', null, `Segment ${header.segment} does not end as it tells.`);
    this.compareCheckpoint(header, footer);
    this.sealed = sealed;
  }

  private compareCheckpoint({ segment, last, size }: SegmentHeader, footer: SegmentFooter | null): void {
    const note = parseNote(String(footer?.checkpoint));
    const checkpoint = note && parseCheckpoint(note.text);
    const isSigned = note !== null && (this.keys.length === 0 || signerOf(note, this.keys) !== null);
    if (!checkpoint || !isSigned)
      return this.walk.note('signature', null, `The checkpoint of segment ${segment} is not signed by a given key.`);
    const isOfIt = checkpoint.size === size && checkpoint.sequence === last;
    if (!isOfIt || !checkpoint.root.equals(this.walk.tree.root()))
      this.walk.note('rewritten', null, `The checkpoint of segment ${segment} signs another record.`);
  }
}

function startsWith(bytes: Buffer, text: string): boolean {
  return bytes.subarray(0, text.length).toString('latin1') === text;
}

/** The object of a line, with these members at least; null when there is none. */
function read<Made>(bytes: Buffer, members: readonly (string & keyof Made)[]): Made | null {
  try {
    const value: unknown = JSON.parse(bytes.toString('utf8'));
    return isPlainObject(value) && members.every((name) => name in value) ? (value as Made) : null;
  } catch {
    return null;
  }
}

function isState(value: unknown): value is RecordState {
  return isPlainObject(value) && Array.isArray(value['heads']) && Array.isArray(value['tree']);
}

function isSame(one: unknown, other: RecordState): boolean {
  return isState(one) && canonicalJson(one) === canonicalJson(other);
}

function isSealOf(sealed: SealedSegment, header: SegmentHeader): boolean {
  return (['segment', 'first', 'last', 'events', 'size'] as const).every((name) => sealed[name] === header[name]);
}
