import { findRefusals, refused } from '../lifecycle.js';
import {
  type Decision,
  type GateFacts,
  type JudgedMove,
  type Refusal,
  type StageChange,
  type TransitionFacts,
} from '../stage-change.js';
import { type BypassedBlocker, type StoredOverride } from './override.js';

/**
 * What becomes of a move past the gates: it passes what it named when it was asked for, `bypassed`, or with null all that stands
 * in the way now, but never what nobody gets past.
 */
export function decideOverride(
  { move, gates }: Pick<JudgedMove, 'move' | 'gates'>,
  facts: TransitionFacts,
  bypassed: ReadonlySet<string> | null,
): Decision {
  const { unpassable = [] } = gates;
  if (unpassable.length > 0) {
    const named = unpassable.map(({ code, detail }) => `${code} (${detail})`).join(', ');
    return refused('NOT_OVERRIDABLE', `Nobody gets past ${named}`);
  }
  const refusals = findRefusals(move, facts, gates);
  if (bypassed === null && bypassedBy(refusals, gates).length === 0)
    return refused('OVERRIDE_NOT_NEEDED', 'Nothing stands in the way; ask for the transition instead.');
  const left = refusals.find(
    ({ code, standstill }) => standstill?.isPassable === false || (bypassed !== null && !bypassed.has(code)),
  );
  if (left) return left;
  if (!gates.approvalsComplete) return { outcome: 'awaiting_approval', detail: gates.approvalsMessage };
  return { outcome: 'applied' };
}

/** What a move past the gates gets past, in words. */
function bypassedBy(refusals: readonly Refusal[], { spared = [] }: GateFacts): BypassedBlocker[] {
  return [...refusals.map(({ code, detail }) => ({ code, detail })), ...spared];
}

/** The same decision for an open request: what keeps the model as it is ends no request, and no approval is taken meanwhile. */
export function suspendedBy(decision: Decision): Decision {
  if (decision.outcome !== 'refused' || !decision.standstill) return decision;
  return { outcome: 'awaiting_approval', code: decision.standstill.code, detail: decision.detail };
}

/** An emergency as its transition keeps it. */
export function storedOverride({ demand, facts }: StageChange, judged: JudgedMove | null): StoredOverride {
  const refusals = judged ? findRefusals(judged.move, facts, judged.gates) : [];
  const bypassed = judged ? bypassedBy(refusals, judged.gates) : [];
  return { ticket: demand.override?.ticket ?? null, bypassed, reviewDueDays: facts.override.reviewDueDays };
}
