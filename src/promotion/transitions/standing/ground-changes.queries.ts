import { type EntityManager } from 'typeorm';
import { findNewestEvaluation } from '../../../measuring/evaluations/evaluations.queries.js';
import { loadNewestRevisions } from '../../policies/gate-policies.queries.js';
import { type PinName } from '../decisions/pins.js';
import { type StageChange } from '../stage-change.js';
import { type TransitionRow } from '../transition-row.js';

/** When what a transition is pinned to last changed, and by whom. */
export interface GroundChange {
  at: Date;
  by: string;
}

export type GroundChanges = Partial<Record<PinName, GroundChange>>;

/** The last change of each part of the ground; an artifact never changes. */
export async function findGroundChanges(
  manager: EntityManager,
  { modelId, version }: TransitionRow,
  { production }: StageChange,
): Promise<GroundChanges> {
  const { base, own } = await loadNewestRevisions(manager, modelId);
  const [revision] = [base, own]
    .filter((found) => found !== undefined)
    .sort((one, other) => other.createdAt.getTime() - one.createdAt.getTime());
  const versions = production ? [version, production.version] : [version];
  return {
    incumbent: await findLastMove(manager, CHANGES_PRODUCTION, [modelId]),
    stage: await findLastMove(manager, MOVES_VERSION, [modelId, version]),
    policy: revision && { at: revision.createdAt, by: revision.createdBy },
    evidence: await findNewestEvaluation(manager, modelId, versions),
  };
}

const CHANGES_PRODUCTION = `'Production' IN (t.from_stage, t.to_stage)`;
const MOVES_VERSION = '$2 IN (t.version, t.displaced_version)';

async function findLastMove(
  manager: EntityManager,
  condition: string,
  parameters: readonly unknown[],
): Promise<GroundChange | undefined> {
  const [move]: GroundChange[] = await manager.query(
    `SELECT t.settled_at AS at, t.settled_by AS by FROM transitions t
     WHERE t.model_id = $1 AND t.status = 'applied' AND ${condition} ORDER BY t.settled_at DESC LIMIT 1`,
    [...parameters],
  );
  return move;
}
