import { type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { columnsOf } from '../../platform/database/columns.js';
import { ModelHold } from './model-hold.entity.js';

/** The hold that a model is on, if any. */
export async function findHold(manager: EntityManager, modelId: string): Promise<ModelHold | undefined> {
  const [hold]: ModelHold[] = await manager.query(
    `SELECT ${columnsOf(ModelHold, 'h')} FROM model_holds h WHERE h.model_id = $1 AND h.lifted_at IS NULL`,
    [modelId],
  );
  return hold;
}

/** Puts a model on hold that is on none, under its lock. */
export async function insertHold(
  manager: EntityManager,
  hold: Pick<ModelHold, 'modelId' | 'reason' | 'transitionId' | 'setAt' | 'setBy'>,
): Promise<ModelHold> {
  const row = { id: uuidv7(), ...hold, liftedAt: null, liftedBy: null, liftReason: null };
  await manager.insert(ModelHold, row);
  return row;
}
