import { type EntityManager, IsNull } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { ModelHold } from './model-hold.entity.js';

/** The hold that a model is on, if any. */
export async function findHold(manager: EntityManager, modelId: string): Promise<ModelHold | undefined> {
  return (await manager.findOneBy(ModelHold, { modelId, liftedAt: IsNull() })) ?? undefined;
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
