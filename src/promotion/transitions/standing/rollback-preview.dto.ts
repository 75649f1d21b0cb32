import { type Stage, STAGES } from '../../../values/stage.js';
import { IsCount, IsOneOf, IsQueryCount, Optional } from '../../../platform/http/fields.js';
import { GateReportResponse } from '../../gates/gates.dto.js';
import { ProductionTenureResponse } from '../history/history.dto.js';
import { TransitionBlockerResponse } from './blocker.dto.js';

export class PreviewRollbackQuery {
  /** The version to put back; without it, the last good one before the version in Production. */
  @Optional()
  @IsQueryCount(1)
  toVersion?: number;
}

/** The version that a rollback would put back. */
export class RollbackTargetResponse {
  /** The version. */
  @IsCount(1)
  version: number;

  /** Where it stands now. */
  @IsOneOf(STAGES)
  stage: Stage;

  /** Whether it is quarantined, and so cannot be put back. */
  quarantined: boolean;

  /** Why it is quarantined; null when it is not. */
  quarantineReason: string | null;

  /** Its last tenure of Production; null when it never held it. */
  lastTenure: ProductionTenureResponse | null;
}

/** What a rollback would do, told before it is asked for. */
export class RollbackPreviewResponse {
  /** Name of the model. */
  model: string;

  /** The version that would be put back; null when there is none to return to. */
  target: RollbackTargetResponse | null;

  /** The version in Production that would go to Archived; null when Production is empty. */
  @IsCount(1)
  displacedVersion: number | null;

  /** Whether the rollback would be applied if the caller asked for it now. */
  allowed: boolean;

  /** Everything that stands in the way, with who can clear it; empty when it is allowed. */
  blockers: TransitionBlockerResponse[];

  /** Whether the policy lets the gates stand in the way of a rollback. */
  gatesRequired: boolean;

  /** How the gates compare the target with the version it displaces; null when there is nothing to judge. It is not stored. */
  gateReport: GateReportResponse | null;

  /** The version that the stage Production and the alias champion answer afterwards; null while nothing stands there. */
  @IsCount(1)
  productionAfterwards: number | null;

  /** The version in Production now, to be sent back as `expectedIncumbent`; null when it is empty. */
  @IsCount(1)
  expectedIncumbent: number | null;
}
