import { createHash } from 'node:crypto';
import {
  type AuditLink,
  type BrokenChain,
  type ChainHead,
  emptyChain,
  findFault,
  GENESIS_HASH,
  HEAD_MISSING,
  keepEarliest,
  type WalkedEvent,
} from '../audit/audit-chain.js';
import { type AuditSegment } from '../audit/audit-segment.entity.js';
import { describeDifference, type Difference, type ObjectKind } from '../audit/difference.js';

/** Differences that an answer names; it counts them all. */
const MOST_DIFFERENCES = 100;

/** A clock that goes back by less than this was corrected, as clocks are. */
const LARGEST_CORRECTION_MS = 2_000;

/** An object that differs from its event, or with null as sequence has none. */
export interface FoundDifference extends Difference {
  sequence: number | null;
  model: string | null;
}

/** The largest step back that the times of events make: the clock was ahead before it. */
export interface ClockJump {
  /** The first event after the step. */
  sequence: number;
  /** How far the clock was ahead at least. */
  aheadMs: number;
}

/** A segment as the walk needs it. */
export type WalkedSegment = Pick<AuditSegment, 'number' | 'last' | 'lastAt' | 'size' | 'digest'>;

/** What a walk in the order of the sequence has seen so far; it grows with what is broken alone. */
export interface Tally {
  events: number;
  /** The last event walked over. */
  through: number;
  /** Over the hashes of all events walked over, in their order. */
  digest: string;
  /** The latest time of any event, in milliseconds since 1970. */
  latest: number;
  clockJump: ClockJump | null;
  broken: Map<string, BrokenChain>;
  objects: number;
  notCovered: Map<ObjectKind, number>;
  differing: number;
  differences: FoundDifference[];
  /** The segments of the archive, in their order, and how many the walk has passed. */
  segments: readonly WalkedSegment[];
  passed: number;
  /** The first event of the walk. */
  from: number;
}

/** How far a walk is. */
export interface WalkProgress {
  startedAt: Date;
  /** The event it is at. */
  through: number;
  /** The event it ends with; null until it is known. */
  to: number | null;
}

export function startTally(from: number, segments: readonly WalkedSegment[] = []): Tally {
  return {
    from,
    segments,
    passed: 0,
    events: 0,
    through: from - 1,
    digest: GENESIS_HASH,
    latest: 0,
    clockJump: null,
    broken: new Map(),
    objects: 0,
    notCovered: new Map(),
    differing: 0,
    differences: [],
  };
}

/** Goes on with the next event of the sequence. */
export function walkOver(tally: Tally, event: WalkedEvent): void {
  const { chain, model, sequence } = event;
  const reason = findFault(headBefore(event), event) ?? (event.hasHead ? null : HEAD_MISSING);
  if (reason !== null) keepEarliest(tally.broken, { chain, model, sequence, reason });
  noteTime(tally, event);
  tally.events += 1;
  tally.through = sequence;
  tally.digest = createHash('sha256').update(`${tally.digest}\n${event.hash}`).digest('hex');
  if (event.isArchived) passSegment(tally, event);
}

/** A walk over all of the record comes to the digest that each segment was sealed with. */
function passSegment(tally: Tally, { chain, model, sequence }: WalkedEvent): void {
  const segment = tally.segments[tally.passed];
  if (tally.from !== 1 || segment === undefined || sequence < segment.last) return;
  tally.passed += 1;
  if (sequence === segment.last && tally.digest === segment.digest) return;
  const reason = `The record up to here is not what segment ${segment.number} of the archive was sealed with.`;
  keepEarliest(tally.broken, { chain, model, sequence, reason });
}

/** Where the chain stood before the event; one whose predecessor is gone stands at its beginning. */
function headBefore({ chain, position, previous }: WalkedEvent): ChainHead {
  return previous === null ? emptyChain(chain) : { chain, position: position - 1, ...previous };
}

function noteTime(tally: Tally, { at, sequence }: WalkedEvent): void {
  const aheadMs = tally.latest - at.getTime();
  if (aheadMs > Math.max(LARGEST_CORRECTION_MS, tally.clockJump?.aheadMs ?? 0)) tally.clockJump = { sequence, aheadMs };
  if (aheadMs < 0) tally.latest = at.getTime();
}

/** An object is not what the event tells: the chain is as good as broken there. */
export function noteDifference(
  tally: Tally,
  event: Pick<AuditLink, 'chain' | 'model' | 'sequence'>,
  found: Difference,
): void {
  const { chain, model, sequence } = event;
  keepEarliest(tally.broken, { chain, model, sequence, reason: describeDifference(found) });
  keepDifference(tally, { ...found, sequence, model });
}

/** Counts a difference, and keeps it while few are known; the same one, told of by another event, is no further one. */
export function keepDifference(tally: Tally, found: FoundDifference): void {
  const { kind, id, field } = found;
  if (tally.differences.some((known) => known.kind === kind && known.id === id && known.field === field)) return;
  tally.differing += 1;
  if (tally.differences.length < MOST_DIFFERENCES) tally.differences.push(found);
}

export function noteNotCovered(tally: Tally, kind: ObjectKind, count: number): void {
  if (count > 0) tally.notCovered.set(kind, (tally.notCovered.get(kind) ?? 0) + count);
}
