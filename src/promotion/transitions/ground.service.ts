import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { freezeList, type FrozenKind, judgeFreeze } from '../../judging/policy/freeze-policy.js';
import { newSight } from '../../judging/policy/recurrence.js';
import { stagePolicy } from '../../judging/policy/gate-policy.js';
import { Clock } from '../../platform/clock.js';
import { type LockedModel } from '../../registry/models/models.queries.js';
import { findHoldingFreezes } from '../freezes/freezes.queries.js';
import { findHold } from '../holds/holds.queries.js';
import { findOverdueReviews } from '../overrides/reviews.queries.js';
import { type TransitionDemand } from './decide-transition.js';
import { type StageChange, type StageRequest } from './stage-change.js';
import {
  freezeStandstill,
  holdStandstill,
  overdueStandstill,
  policyStandstill,
  type Standstill,
} from './safeguards/standstill.js';
import { loadStageChange, type UntimedChange } from './transitions.queries.js';

/** Loads all that a change of stage is decided on, as the transaction sees it, and at the time it is: not when it was asked for. */
@Injectable()
export class Ground {
  constructor(private readonly clock: Clock) {}

  async load(
    manager: EntityManager,
    model: LockedModel,
    request: StageRequest,
    at = this.clock.now(),
  ): Promise<StageChange> {
    const [change, ofModel] = await Promise.all([
      loadStageChange(manager, model, request),
      findStandstill(manager, model.id, request.demand, at),
    ]);
    const standstill = [...ofModel, ...policyFreezes(change, at)];
    return { ...change, at, facts: { ...change.facts, standstill } };
  }
}

/** What holds a model back whatever its policy says. */
async function findStandstill(
  manager: EntityManager,
  modelId: string,
  demand: TransitionDemand,
  at: Date,
): Promise<Standstill[]> {
  if (demand.isRollback || demand.toStage !== 'Production') return [];
  const [hold, overdue, freezes] = await Promise.all([
    findHold(manager, modelId),
    findOverdueReviews(manager, modelId, at),
    findHoldingFreezes(manager, modelId, at),
  ]);
  return [...(hold ? [holdStandstill(hold)] : []), ...overdue.map(overdueStandstill), ...freezes.map(freezeStandstill)];
}

/** What the policy of the stage holds back; a freeze of promotions counts for an emergency, too, which gets past it. */
function policyFreezes({ demand, effective }: UntimedChange, at: Date): Standstill[] {
  const { toStage } = demand;
  const freezes = freezeList(stagePolicy(effective.policy, toStage)?.freeze);
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
