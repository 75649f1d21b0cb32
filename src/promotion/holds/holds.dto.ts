import { IsId, Optional } from '../../platform/http/fields.js';
import { IsStatement } from '../../platform/http/statement.field.js';
import { type ModelHold } from './model-hold.entity.js';

export class SetHoldRequest {
  /** Why nothing of the model is to be promoted. */
  @IsStatement(2_000)
  reason: string;
}

export class LiftHoldRequest {
  /** Why it may be promoted again; needed here or in the query. */
  @Optional()
  @IsStatement(2_000)
  reason?: string;
}

export class LiftHoldQuery {
  /** Why it may be promoted again, where something between drops the body of a DELETE. */
  @Optional()
  @IsStatement(2_000)
  reason?: string;
}

/** What keeps a model from being promoted to Production. */
export class HoldResponse {
  /** Identifier of the hold. */
  @IsId()
  id: string;

  /** Name of the model. */
  model: string;

  /** Why. */
  reason: string;

  /** The rollback that set it; null for one set by hand. */
  @IsId()
  transitionId: string | null;

  /** When it was set. */
  setAt: Date;

  /** Who set it. */
  setBy: string;

  /** When it was lifted; null while it holds. */
  liftedAt: Date | null;

  /** Who lifted it; null while it holds. */
  liftedBy: string | null;

  /** Why it was lifted; null while it holds. */
  liftReason: string | null;
}

export function toHoldResponse(model: string, hold: ModelHold): HoldResponse {
  const { modelId: _, ...shown } = hold;
  return { model, ...shown };
}
