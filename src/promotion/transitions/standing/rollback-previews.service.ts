import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../../platform/access/caller.js';
import { findModel, type LockedModel, viewModel } from '../../../registry/models/models.queries.js';
import { loadProduction } from '../../../registry/versions/versions.queries.js';
import { toGateReportResponse } from '../../gates/gates.dto.js';
import { loadStageChange } from '../stage-changes.service.js';
import { toProductionTenureResponse } from '../history/history.dto.js';
import { findLastTenure } from '../history/history.queries.js';
import { type RollbackPreviewResponse } from './rollback-preview.dto.js';
import { type StageRequest } from '../stage-change.js';
import { type Blocker, toBlocker } from './blocker.js';
import { toBlockerResponse } from './blocker.dto.js';
import { blockersOf, type Standing } from './standing.js';
import { Standings } from './standings.service.js';
import { noRollbackTargetDetail } from '../transitions.problems.js';
import { findRollbackTarget } from '../transitions.queries.js';

/** Tells what a rollback would do, by the same rules that carry it out. */
@Injectable()
export class RollbackPreviews {
  constructor(
    private readonly dataSource: DataSource,
    private readonly standings: Standings,
  ) {}

  /** From one moment of the database; changes nothing. */
  preview(name: string, toVersion: number | undefined, caller: Caller): Promise<RollbackPreviewResponse> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const model = await viewModel(manager, (await findModel(manager, name)).id);
      const incumbent = (await loadProduction(manager, model.id))?.version ?? null;
      const version = toVersion ?? (await findRollbackTarget(manager, model.id, incumbent));
      if (version === undefined) return withoutTarget(model, incumbent);
      const { at } = this.standings.viewerOf(caller);
      const change = await loadStageChange(manager, { ...rollbackTo(version, caller), model, at });
      return this.describe(manager, await this.standings.judgeNow(manager, change));
    });
  }

  private async describe(manager: EntityManager, standing: Standing): Promise<RollbackPreviewResponse> {
    const { change, judged } = standing;
    const { model, row, production } = change;
    const blockers = [...blockersOf(standing), ...permissionBlockers(change.caller)];
    const tenure = await findLastTenure(manager, model.id, row.version);
    const expectedIncumbent = production?.version ?? null;
    const allowed = blockers.length === 0;
    return {
      model: model.name,
      target: {
        version: row.version,
        stage: row.stage,
        quarantined: row.quarantinedAt !== null,
        quarantineReason: row.quarantineReason,
        lastTenure: tenure ? toProductionTenureResponse(tenure) : null,
      },
      displacedVersion: expectedIncumbent === row.version ? null : expectedIncumbent,
      allowed,
      blockers: blockers.map(toBlockerResponse),
      gatesRequired: judged?.gates.blocking ?? false,
      gateReport: judged && toGateReportResponse(judged.judgement, null),
      productionAfterwards: judged ? row.version : expectedIncumbent,
      expectedIncumbent,
    };
  }
}

function rollbackTo(version: number, caller: Caller): StageRequest {
  const demand = { toStage: 'Production' as const, isRollback: true, reason: '', allowEmptyProduction: false };
  return { version, demand, alias: null, requestedBy: caller.subject, approvals: [], caller };
}

function permissionBlockers({ permissions }: Caller): Blocker[] {
  if (permissions.has('transition:rollback')) return [];
  return [toBlocker('FORBIDDEN', 'The caller may not roll back.')];
}

function withoutTarget({ name }: LockedModel, incumbent: number | null): RollbackPreviewResponse {
  return {
    model: name,
    target: null,
    displacedVersion: null,
    allowed: false,
    blockers: [toBlockerResponse(toBlocker('NO_ROLLBACK_TARGET', noRollbackTargetDetail(name)))],
    gatesRequired: false,
    gateReport: null,
    productionAfterwards: incumbent,
    expectedIncumbent: incumbent,
  };
}
