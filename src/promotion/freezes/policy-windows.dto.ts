import { freezeList, judgeFreeze, type FreezePolicy } from '../../judging/policy/freeze-policy.js';
import { spansBetween } from '../../judging/policy/freeze-windows.js';
import { newSight } from '../../judging/policy/recurrence.js';
import { GATED_STAGES, type GatedStage, type GatePolicy } from '../../judging/policy/gate-policy.js';
import { rolesWith } from '../../platform/access/permission.js';
import { type FreezeResponse, type FreezeWindowResponse } from './freezes.dto.js';

/** The freezes of a model's policy that hold promotions back at a time. */
export function policyFreezesAt(model: string, policy: GatePolicy, at: Date): FreezeResponse[] {
  const sight = newSight();
  return stagedFreezes(policy).flatMap(({ stage, freeze }) => {
    const held = judgeFreeze(freeze, 'PROMOTION', at, sight);
    if (held === null) return [];
    const { because, timeZone, until } = held;
    const reason = because === 'deny' ? 'A window that the policy denies.' : 'Outside of the windows it allows.';
    return [{ ...UNTIMED, ...named(stage, model), reason, timeZone, holds: true, until }];
  });
}

/** For each window of a model's policy that denies promotions, when it does within a range of time, in order. */
export function policyWindows(
  model: string,
  policy: GatePolicy,
  range: { from: Date; to: Date },
): Generator<FreezeWindowResponse>[] {
  return stagedFreezes(policy).flatMap(({ stage, freeze: { deny, timeZone } }) =>
    deny.map(function* (window) {
      const denied = { freezeId: null, ...named(stage, model), reason: 'A window that the policy denies.' };
      for (const span of spansBetween(window, timeZone, range)) yield { ...denied, ...span };
    }),
  );
}

function stagedFreezes({ stages }: GatePolicy): { stage: GatedStage; freeze: FreezePolicy }[] {
  return GATED_STAGES.flatMap((stage) =>
    freezeList(stages[stage]?.freeze)
      .filter(({ appliesTo }) => appliesTo.includes('PROMOTION'))
      .map((freeze) => ({ stage, freeze })),
  );
}

function named(stage: GatedStage, model: string): Pick<FreezeResponse, 'source' | 'name' | 'models'> {
  return { source: 'policy', name: `Gate policy of ${stage}`, models: [model] };
}

/** What a freeze of a policy does not say of itself. */
const UNTIMED = {
  id: null,
  start: null,
  end: null,
  recurrence: null,
  roles: rolesWith('policy:write'),
  createdAt: null,
  createdBy: null,
  endedAt: null,
  endedBy: null,
};
