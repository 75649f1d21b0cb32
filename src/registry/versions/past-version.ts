import { mergePatch } from '../models/merge-patch.js';
import { type VersionRow } from './version-row.js';

/** A tenure of Production. */
export interface Tenure {
  startedAt: Date;
  /** Null while it lasts. */
  endedAt: Date | null;
  /** Which tenure of its version it is, from 1 on. */
  place: number;
}

/** A version in one of its tenures, as it stood at a time in it. */
export interface PastVersion {
  row: VersionRow;
  tenure: Tenure;
  /** Until when the times of the model are ahead of the clock, which was set back since; null when they are not. */
  clockAheadUntil: Date | null;
}

/** What the record tells of a version; `details` are those of its action. */
export interface PastEvent {
  at: Date;
  actor: string;
  action: string;
  details: Record<string, unknown>;
}

/** Actions whose events a version is put together from. */
export const PAST_ACTIONS = [
  'version.registered',
  'version.updated',
  'version.quarantined',
  'version.released',
  'transition.applied',
] as const;

interface Texts {
  description?: string | null;
  tags?: Record<string, string | null> | null;
}

/** A version as it stood in one of its tenures, by the events about it until then, oldest first. */
export function versionAsItStood(row: VersionRow, tenure: Tenure, events: readonly PastEvent[]): VersionRow {
  const { startedAt } = tenure;
  const then = { ...row, stage: 'Production' as const, stageEnteredAt: startedAt, promotedAt: startedAt };
  const changed = events.reduce(applyEvent, then);
  const times = [startedAt, ...events.filter(({ action }) => action !== 'version.registered').map(({ at }) => at)];
  const updatedAt = new Date(Math.max(...times.map((time) => time.getTime())));
  return { ...changed, ...promotersOf(row, tenure, events), updatedAt };
}

function applyEvent(row: VersionRow, { at, actor, action, details }: PastEvent): VersionRow {
  const { description, tags } = details as Texts;
  const free = { quarantinedAt: null, quarantinedBy: null, quarantineReason: null };
  switch (action) {
    case 'version.registered':
      return { ...row, ...free, description: description ?? '', tags: mergePatch({}, tags) };
    case 'version.updated':
      return {
        ...row,
        description: description === undefined ? row.description : (description ?? ''),
        tags: mergePatch(row.tags, tags),
      };
    case 'version.quarantined':
      return { ...row, quarantinedAt: at, quarantinedBy: actor, quarantineReason: String(details['reason']) };
    case 'version.released':
      return { ...row, ...free };
    default:
      return row;
  }
}

/** An event that moves a version, its own or that of the one which displaced it. */
export interface MovingEvent extends PastEvent {
  version: number;
}

/**
 * A version as it stood at a time, by its tenures that began until then and by all events about it, oldest first. Events are
 * written a moment after the change of stage that they tell of; of Production the tenures know the moment itself.
 */
export function versionAt(
  row: VersionRow,
  tenures: readonly Tenure[],
  events: readonly MovingEvent[],
  time: Date,
): VersionRow {
  const own = events.filter(({ version }) => version === row.version);
  const until = events.filter(({ at, action }) => at <= time || action === 'version.registered');
  const tenure = tenures.at(-1);
  const changed = until.filter(({ version }) => version === row.version).reduce(applyEvent, row);
  const { stage, stageEnteredAt } = placeAt(row, tenure, events, time);
  const promoted = tenure
    ? { promotedAt: tenure.startedAt, ...promotersOf(row, tenure, own) }
    : { promotedAt: null, promotedBy: null, promotionRequestedBy: null, promotionApprovedBy: [] };
  const times = [stageEnteredAt, ...until.filter(({ action }) => action !== 'version.registered').map(({ at }) => at)];
  const updatedAt = new Date(Math.max(...times.map((each) => each.getTime())));
  return { ...changed, stage, stageEnteredAt, ...promoted, updatedAt };
}

function placeAt(
  row: VersionRow,
  tenure: Tenure | undefined,
  events: readonly MovingEvent[],
  time: Date,
): Pick<VersionRow, 'stage' | 'stageEnteredAt'> {
  if (tenure && (tenure.endedAt === null || tenure.endedAt > time))
    return { stage: 'Production', stageEnteredAt: tenure.startedAt };
  const moves = events.filter(({ action }) => action === 'transition.applied');
  const last = moves.findLastIndex(({ at }) => at <= time);
  const isBehind = tenure !== undefined && stageOf(row, moves[last]) === 'Production';
  const move = moves[isBehind ? last + 1 : last];
  if (move === undefined) return { stage: 'None', stageEnteredAt: row.createdAt };
  return { stage: stageOf(row, move), stageEnteredAt: isBehind ? tenure.endedAt! : move.at };
}

/** Where a move leaves the version: where it went itself, or in Archived, when another one took its place. */
function stageOf({ version }: VersionRow, move: MovingEvent | undefined): VersionRow['stage'] {
  if (move === undefined) return 'None';
  return move.version === version ? (move.details['toStage'] as VersionRow['stage']) : 'Archived';
}

interface Applied {
  toStage: string;
  requestedBy: string;
  approvals: { actor: string; decision: string }[];
}

/** Who promoted it: each tenure was begun by one event, in the same order. */
function promotersOf(row: VersionRow, { place }: Tenure, events: readonly PastEvent[]) {
  const promotions = events.filter(
    ({ action, details }) => action === 'transition.applied' && details['toStage'] === 'Production',
  );
  const promotion = promotions[place - 1];
  if (promotion === undefined) {
    const { promotedBy, promotionRequestedBy, promotionApprovedBy } = row;
    return { promotedBy, promotionRequestedBy, promotionApprovedBy };
  }
  const { requestedBy, approvals } = promotion.details as unknown as Applied;
  return {
    promotedBy: promotion.actor,
    promotionRequestedBy: requestedBy,
    promotionApprovedBy: approvals.filter(({ decision }) => decision === 'approve').map(({ actor }) => actor),
  };
}
