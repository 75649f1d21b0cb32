import { type Checkpoint, parseCheckpoint } from '../../src/record/checkpoints/checkpoint.js';
import { type NoteKey, parseNote, signerOf } from '../../src/record/checkpoints/signed-note.js';
import { type ExportLine, ExportWalk, type Fault } from '../../src/record/archive/export-walk.js';
import { SegmentWalk } from '../../src/record/archive/segment-walk.js';
import { type InclusionProof, proves } from './proofs.js';

/** What is verified, and by what. */
export interface Verification {
  /** The lines of the export, some at a time. */
  lines: AsyncIterable<readonly ExportLine[]> | Iterable<readonly ExportLine[]>;
  /** The note of the checkpoint; null verifies the export by itself. */
  note: string | null;
  /** The note of an earlier checkpoint that the later one has to continue. */
  earlier: string | null;
  /** Keys that may have signed the notes; none leaves the signatures unchecked. */
  keys: readonly NoteKey[];
  /** Whether the export is a part of the record: of a model, say, or from an event on. */
  isPart: boolean;
  /** Proofs that events of a part are in the signed record. */
  proofs: readonly InclusionProof[];
}

/** A checkpoint as it was found. */
export interface FoundCheckpoint {
  size: number;
  sequence: number;
  signedAt: string;
  /** Id of the key that signed it; null when no key was given. */
  signedBy: string | null;
}

/** What a verification found. */
export interface Verdict {
  valid: boolean;
  events: number;
  chains: number;
  /** Segments of the archive among them. */
  segments: number;
  /** Sequence of the newest event; 0 when there is none. */
  last: number;
  checkpoint: FoundCheckpoint | null;
  earlier: FoundCheckpoint | null;
  /** Events of a part that are proven to be in the signed record, with all before them in their chains. */
  proven: number;
  faultCount: number;
  faults: Fault[];
  /** What was not checked. */
  warnings: string[];
}

type Note = Checkpoint & FoundCheckpoint;

/** Verifies an export against its checkpoint, and that against an earlier one. */
export async function verifyExport(asked: Verification): Promise<Verdict> {
  const { isPart, proofs, keys } = asked;
  const roots: { earlier?: Buffer } = {};
  const wants = new Set(proofs.map(({ sequence }) => sequence));
  let earlier: Note | null = null;
  const walk = new ExportWalk(isPart, wants, (size) => {
    if (size === earlier?.size) roots.earlier = walk.tree.root();
  });
  const checkpoint = asked.note === null ? null : readNote(walk, 'checkpoint', asked.note, keys);
  earlier = asked.earlier === null ? null : readNote(walk, 'earlier checkpoint', asked.earlier, keys);
  const segments = new SegmentWalk(walk, keys);
  for await (const lines of asked.lines) for (const line of lines) segments.add(line);
  segments.finish();
  if (checkpoint && !isPart) compareWhole(walk, checkpoint);
  if (checkpoint && earlier) compareNotes(walk, checkpoint, earlier);
  if (earlier && !isPart) compareEarlier(walk, earlier, roots.earlier);
  const proven = checkpoint ? proofs.filter((proof) => checkProof(walk, checkpoint, proof)).length : 0;
  return {
    valid: walk.faultCount === 0,
    events: walk.events,
    chains: walk.chains.size,
    segments: segments.segments,
    last: walk.last,
    checkpoint: checkpoint && told(checkpoint),
    earlier: earlier && told(earlier),
    proven,
    faultCount: walk.faultCount,
    faults: walk.faults,
    warnings: [...warningsOf(asked), ...warningsOfArchive(segments)],
  };
}

function warningsOfArchive({ begun }: SegmentWalk): string[] {
  return begun === null || begun === 1 ? [] : [`What was before segment ${begun} is taken as that segment tells it.`];
}

function told({ size, sequence, signedAt, signedBy }: Note): FoundCheckpoint {
  return { size, sequence, signedAt, signedBy };
}

function readNote(walk: ExportWalk, name: string, note: string, keys: readonly NoteKey[]): Note | null {
  const parsed = parseNote(note);
  const checkpoint = parsed && parseCheckpoint(parsed.text);
  if (!parsed || !checkpoint) {
    walk.note('signature', null, `The ${name} is no signed note of a Stagegate record.`, null);
    return null;
  }
  const signer = signerOf(parsed, keys);
  if (keys.length > 0 && signer === null) {
    walk.note('signature', null, `None of the given keys signed the ${name}.`, null);
    return null;
  }
  return { ...checkpoint, signedBy: signer?.id ?? null };
}

/** The whole record has as many events as were signed, and their root. */
function compareWhole(walk: ExportWalk, { size, sequence, root }: Note): void {
  const held = walk.tree.size;
  const lacking = size - held;
  const signed = `The checkpoint signs ${size} events up to sequence ${sequence}; the export holds ${held} up to ${walk.last}.`;
  if (lacking > 0 && walk.last < sequence) walk.note('truncated', null, signed, null);
  else if (lacking > 0) walk.note('missing', null, signed, null);
  else if (lacking < 0) walk.note('added', null, signed, null);
  else if (walk.faultCount === 0 && !walk.tree.root().equals(root))
    walk.note('rewritten', null, 'The events fit each other, and are not those that were signed.', null);
}

function compareNotes(walk: ExportWalk, checkpoint: Note, earlier: Note): void {
  const isBehind = checkpoint.size < earlier.size || checkpoint.sequence < earlier.sequence;
  const isOther = checkpoint.size === earlier.size && !checkpoint.root.equals(earlier.root);
  if (isBehind)
    walk.note(
      'truncated',
      null,
      `The earlier checkpoint signs ${earlier.size} events, the later one ${checkpoint.size}.`,
      null,
    );
  else if (isOther) walk.note('rewritten', null, 'The two checkpoints sign different records of one size.', null);
  else if (checkpoint.signedAt < earlier.signedAt)
    walk.note('reordered', null, 'The later checkpoint was signed before the earlier one.', null);
}

/** The events that an earlier checkpoint signs are still the first ones. */
function compareEarlier(walk: ExportWalk, { size, root }: Note, found: Buffer | undefined): void {
  const isThere = size === 0 || found !== undefined;
  if (!isThere)
    return walk.note('truncated', null, `The export ends before the ${size} events of the earlier checkpoint.`, null);
  if (size === 0 || found?.equals(root) || walk.faultCount > 0) return;
  walk.note('rewritten', null, `The first ${size} events are not those that the earlier checkpoint signs.`, null);
}

function checkProof(walk: ExportWalk, { size, root }: Note, proof: InclusionProof): boolean {
  const event = walk.wanted.get(proof.sequence);
  const isProven = event !== undefined && proof.size === size && proves(proof, event.hash, root);
  const reason =
    event === undefined
      ? 'The export does not hold the event of the proof.'
      : 'The proof does not lead from the event to the checkpoint.';
  if (!isProven) walk.note('rewritten', proof, reason, null);
  return isProven;
}

function warningsOf({ note, keys, isPart, proofs }: Verification): string[] {
  const unchecked = [
    note === null &&
      'No checkpoint was given: an end that was cut off, or a record that was written anew, does not show.',
    note !== null && keys.length === 0 && 'The signature was not checked: give the keys of the registry with --key.',
    note !== null &&
      isPart &&
      proofs.length === 0 &&
      'A part of the record was compared with its own chains alone: give proofs with --proof.',
    isPart && 'Whether events come after those of a part does not show.',
  ];
  return unchecked.filter((warning) => warning !== false);
}
