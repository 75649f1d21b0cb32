import { type EntityManager } from 'typeorm';
import { freezeList, type FrozenKind, judgeFreeze } from '../../../judging/policy/freeze-policy.js';
import { type GatePolicy, stagePolicy } from '../../../judging/policy/gate-policy.js';
import { newSight } from '../../../judging/policy/recurrence.js';
import { findHoldingFreezes } from '../../freezes/freezes.queries.js';
import { findHold } from '../../holds/holds.queries.js';
import { findOverdueReviews } from '../../overrides/reviews.queries.js';
import { type LockedRequest, type TransitionDemand } from '../stage-change.js';
import {
  freezeStandstill,
  holdStandstill,
  overdueStandstill,
  policyStandstill,
  type Standstill,
} from './standstill.js';

/** What holds a model back whatever its policy says. */
export async function findStandstills(
  manager: EntityManager,
  { model, demand, at }: LockedRequest,
): Promise<Standstill[]> {
  if (demand.isRollback || demand.toStage !== 'Production') return [];
  const [hold, overdue, freezes] = await Promise.all([
    findHold(manager, model.id),
    findOverdueReviews(manager, model.id, at),
    findHoldingFreezes(manager, model.id, at),
  ]);
  return [...(hold ? [holdStandstill(hold)] : []), ...overdue.map(overdueStandstill), ...freezes.map(freezeStandstill)];
}

/** What the policy of the stage holds back; a freeze of promotions counts for an emergency, too, which gets past it. */
export function policyStandstills(policy: GatePolicy, { demand, at }: LockedRequest): Standstill[] {
  const { toStage } = demand;
  const freezes = freezeList(stagePolicy(policy, toStage)?.freeze);
  const kind = frozenKind(demand);
  const sight = newSight();
  return freezes.flatMap((freeze) => {
    const held = judgeFreeze(freeze, kind, at, sight);
    if (held) return [policyStandstill(held, { stage: toStage, isPassable: kind !== 'OVERRIDE' })];
    const passed = kind === 'OVERRIDE' ? judgeFreeze(freeze, 'PROMOTION', at, sight) : null;
    return passed ? [policyStandstill(passed, { stage: toStage, isPassable: true })] : [];
  });
}

function frozenKind({ isRollback, override }: TransitionDemand): FrozenKind {
  if (isRollback) return 'ROLLBACK';
  return override ? 'OVERRIDE' : 'PROMOTION';
}
