import { IsCount, IsMatching, IsOneOf, IsQueryCount, Optional } from '../../platform/http/fields.js';
import { LARGEST_COUNT } from '../../values/values.js';
import { type BrokenChain } from '../audit/audit-chain.js';
import { OBJECT_KINDS, type ObjectKind } from '../audit/difference.js';
import { type FoundDifference, type Tally, type WalkedSegment, type WalkProgress } from './tally.js';
import { type Scope } from './verification-walk.service.js';

export class VerificationQuery {
  /** The sequence to begin with; events before it are taken as they are. All of the record unless given. */
  @Optional()
  @IsQueryCount(1, LARGEST_COUNT)
  from?: number;

  /** The sequence to end with; the newest unless given. */
  @Optional()
  @IsQueryCount(1, LARGEST_COUNT)
  to?: number;
}

export class BrokenChainResponse {
  /** The id of the model whose chain it is, or `registry`. */
  chain: string;

  /** The model's name on the day of the event; null when the chain is the registry's or no event of it is left. */
  model: string | null;

  /** Sequence of the first event of the chain that does not fit; of its last known event when one is missing, and 1 when all are. */
  @IsCount(1, LARGEST_COUNT)
  sequence: number;

  /** What is wrong with it. */
  reason: string;
}

export class ObjectDifferenceResponse {
  /** What kind of object differs. */
  @IsOneOf(OBJECT_KINDS)
  kind: ObjectKind;

  /**
   * Its id; of a version `model id/number`, of a policy `scope/revision`, of an approval `transition id/who decided`, of a tenure
   * the transition's id, or that of the version where no transition tells of it; of a review and an attestation the transition's, of an
   * import the model's; of a role its name.
   */
  id: string;

  /** The model's name on the day of the event, or now where no event tells of the object; null when no model is concerned. */
  model: string | null;

  /** The event that tells of it; null when none does. */
  @IsCount(1, LARGEST_COUNT)
  sequence: number | null;

  /** The field that differs, where that can be told, `stored` for what only the digest over the whole shows; null when the object or its event is missing. */
  field: string | null;

  /** What the record says: a digest or a value as text; null where it says nothing. */
  expected: string | null;

  /** What is stored, as text; null where nothing is. */
  found: string | null;
}

export class NotCoveredResponse {
  /** Kind of the objects. */
  @IsOneOf(OBJECT_KINDS)
  kind: ObjectKind;

  /** How many there are. */
  @IsCount(1, LARGEST_COUNT)
  count: number;
}

export class ClockJumpResponse {
  /** The first event after the clock was set back. */
  @IsCount(1, LARGEST_COUNT)
  sequence: number;

  /** How far the clock had been ahead at least, in seconds. */
  @IsCount(1, LARGEST_COUNT)
  aheadSeconds: number;
}

export class ArchivedRecordResponse {
  /** Segments that were written, each to a file of its own. */
  @IsCount(1, LARGEST_COUNT)
  segments: number;

  /** Sequence of the last event that was archived. */
  @IsCount(1, LARGEST_COUNT)
  through: number;

  /** When that event was written. */
  until: Date;

  /** Events that were archived: their places and hashes are verified here, their content with the segments by stagegate-verify. */
  @IsCount(1, LARGEST_COUNT)
  events: number;

  /** The digest up to `through`, which the last segment tells as well. */
  @IsMatching(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
  digest: string;
}

/** Broken chains that an answer names; it counts them all. */
const MOST_BROKEN_CHAINS = 100;

export class AuditVerificationResponse {
  /** Whether every chain is whole and every object is as the record tells. */
  valid: boolean;

  /** How many events were verified. */
  @IsCount(0, LARGEST_COUNT)
  events: number;

  /** Sequence of the first event that does not fit; null when all do. */
  @IsCount(1, LARGEST_COUNT)
  firstBroken: number | null;

  /** What is wrong with it; null when nothing is. */
  reason: string | null;

  /** How many chains are broken, those whose events no longer fit the objects they tell of among them. */
  @IsCount(0, LARGEST_COUNT)
  brokenChains: number;

  /** The broken chains, each with the first event that does not fit, in the order of these; at most 100. */
  broken: BrokenChainResponse[];

  /** When the walk began; callers who come while it runs share its answer. */
  startedAt: Date;

  /** Sequence of the last event verified; 0 when there was none. To go on from here, ask for `from` one above it. */
  @IsCount(0, LARGEST_COUNT)
  through: number;

  /** SHA-256 over the hashes of all events verified, in their order. Kept elsewhere with `through`, it is a checkpoint: the same `to` answers the same digest for ever. */
  @IsMatching(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits')
  digest: string;

  /** How many objects were compared with the events that name them. */
  @IsCount(0, LARGEST_COUNT)
  objects: number;

  /** In how many fields objects differ from the record, those that stand without it or are missing counted once. */
  @IsCount(0, LARGEST_COUNT)
  differing: number;

  /** The objects that differ, in the order of their events, those without an event last; at most 100. */
  differences: ObjectDifferenceResponse[];

  /** Objects whose events, of earlier releases, tell too little of them to be compared as a whole. */
  notCovered: NotCoveredResponse[];

  /** Where the database's clock was ahead of later events the furthest; null when times never went back by more than two seconds. */
  clockJump: ClockJumpResponse | null;

  /** The part of the record whose content is in the archive; null while nothing is archived. */
  archived: ArchivedRecordResponse | null;

  /** What no verification finds from inside, and what does. */
  limits: string;
}

export class VerificationProgressResponse {
  /** Whether a verification runs in the process that answers. */
  running: boolean;

  /** When it began; null when none runs. */
  startedAt: Date | null;

  /** Sequence of the event it is at; 0 when none runs. */
  @IsCount(0, LARGEST_COUNT)
  through: number;

  /** Sequence of the event it ends with; null until that is known, and when none runs. */
  @IsCount(0, LARGEST_COUNT)
  to: number | null;
}

export function toProgressResponse(progress: WalkProgress | null): VerificationProgressResponse {
  return { running: progress !== null, startedAt: null, through: 0, to: null, ...progress };
}

const LIMITS =
  'Whoever switches the triggers off can rewrite events from one on with all hashes after it, or remove the newest with what they tell of, ' +
  'and nothing inside shows it. A checkpoint kept elsewhere does: verify with the same `to`, and compare the digest; or compare an export. ' +
  'Not compared is what versions and gate reports repeat of transitions (who promoted, the digest of the evidence).';

export function toVerificationResponse(tally: Tally, startedAt: Date): AuditVerificationResponse {
  const broken = [...tally.broken.values()].sort((one, other) => one.sequence - other.sequence);
  const [first] = broken;
  return {
    valid: first === undefined,
    events: tally.events,
    firstBroken: first?.sequence ?? null,
    reason: first?.reason ?? null,
    brokenChains: broken.length,
    broken: broken.slice(0, MOST_BROKEN_CHAINS).map(toBrokenChainResponse),
    startedAt,
    through: tally.through,
    digest: tally.digest,
    objects: tally.objects,
    differing: tally.differing,
    differences: tally.differences.map(toDifferenceResponse),
    notCovered: [...tally.notCovered].map(([kind, count]) => ({ kind, count })),
    clockJump: tally.clockJump && {
      sequence: tally.clockJump.sequence,
      aheadSeconds: Math.ceil(tally.clockJump.aheadMs / 1_000),
    },
    archived: toArchived(tally.segments.at(-1), tally.segments.length),
    limits: LIMITS,
  };
}

function toArchived(newest: WalkedSegment | undefined, segments: number): ArchivedRecordResponse | null {
  if (newest === undefined) return null;
  const { last: through, lastAt: until, size: events, digest } = newest;
  return { segments, through, until, events, digest };
}

function toBrokenChainResponse({ chain, model, sequence, reason }: BrokenChain): BrokenChainResponse {
  return { chain, model, sequence, reason };
}

function toDifferenceResponse(found: FoundDifference): ObjectDifferenceResponse {
  const { kind, id, model, sequence, field, expected, found: stored } = found;
  return { kind, id, model, sequence, field, expected, found: stored };
}

/** Two askers who want the same. */
export function isSameScope(one: Scope, other: Scope): boolean {
  return one.from === other.from && one.to === other.to;
}
