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
