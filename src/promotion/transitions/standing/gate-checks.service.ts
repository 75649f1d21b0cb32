import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller } from '../../../platform/access/caller.js';
import { findModel, viewModel } from '../../../registry/models/models.queries.js';
import { type Stage } from '../../../values/stage.js';
import { type GateBlockerResponse } from '../../gates/gate-outcomes.dto.js';
import { type GateReportResponse, toGateReportResponse } from '../../gates/gates.dto.js';
import { GatesService, type Judgement } from '../../gates/gates.service.js';
import {
  type BegunEvaluation,
  type OutstandingEvidence,
  ReEvaluations,
} from '../../re-evaluations/re-evaluations.service.js';
import { loadStageChange } from '../stage-changes.service.js';
import { judgedSubject, type StageRequest } from '../stage-change.js';
import { type Blocker, type BlockerCode } from './blocker.js';
import { blockersOf } from './standing.js';
import { Standings } from './standings.service.js';

/** A check as one moment of the database has it. */
interface Checked {
  judgement: Judgement;
  blockers: Blocker[];
  outstanding: OutstandingEvidence | null;
}

/** What a check leaves out: its report says it, or it is no question before a transition is asked for. */
const NOT_CHECKED: readonly BlockerCode[] = ['ILLEGAL_TRANSITION', 'GATES_REFUSED', 'APPROVALS_LACKING'];

/** Judges versions as a transition would, and moves nothing. */
@Injectable()
export class GateChecks {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gates: GatesService,
    private readonly standings: Standings,
    private readonly reEvaluations: ReEvaluations,
  ) {}

  /** Evidence about the incumbent that is lacking is computed where its predictions are kept. */
  async checkGates(model: string, version: number, toStage: Stage, caller: Caller): Promise<GateReportResponse> {
    const demand = { toStage, isRollback: false, reason: null, allowEmptyProduction: false };
    const request = { version, demand, alias: null, requestedBy: caller.subject, approvals: [], caller };
    const checked = await this.check(model, request);
    if (checked.outstanding === null) return toCheckResponse(checked);
    const begun = await this.reEvaluations.carryOut(checked.outstanding, caller);
    return toCheckResponse(await this.check(model, request), begun);
  }

  private check(name: string, request: StageRequest): Promise<Checked> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const model = await viewModel(manager, (await findModel(manager, name)).id);
      const change = await loadStageChange(manager, {
        ...request,
        model,
        at: this.standings.viewerOf(request.caller).at,
      });
      const { judgement, ...standing } = await this.standings.judgeNow(manager, change);
      const outstanding = await this.gates.findOutstanding(manager, judgedSubject(change), judgement);
      return { judgement, blockers: blockersOf(standing), outstanding };
    });
  }
}

function toCheckResponse({ judgement, blockers }: Checked, begun?: readonly BegunEvaluation[]): GateReportResponse {
  const report = toGateReportResponse(judgement, null, begun, judgement);
  const shown = blockers.filter(({ code }) => !NOT_CHECKED.includes(code)).map(toGateBlocker);
  return { ...report, blockers: [...report.blockers, ...shown] };
}

/** What stands in the way besides the gates, in the form of what a report names. */
function toGateBlocker({ code, detail, remedy, roles, until }: Blocker): GateBlockerResponse {
  return { status: 'FAIL', reasonCode: code, message: detail, remediation: remedy, code, roles: [...roles], until };
}
