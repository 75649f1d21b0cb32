import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Stage } from '../models/stage.js';
import { databaseTime, findModel } from '../models/models.queries.js';
import { loadProduction, loadVersion, type VersionRow } from '../versions/versions.queries.js';
import { evaluateGates } from './evaluate-gates.js';
import { loadGateEvidence } from './gate-evidence.queries.js';
import { type GatePolicy } from './gate-policy.js';
import { buildGateReport } from './gate-report.js';
import { GateReportRecord } from './gate-report.entity.js';
import { type GateReportResponse, type JudgedReport, toGateReportResponse } from './gates.dto.js';
import { gateReportNotFound } from './gates.problems.js';
import { type EffectivePolicy, loadEffectivePolicy } from './gates.queries.js';

/** A judgement with everything it was made from, so that it can be pinned. */
export interface Judgement extends JudgedReport {
  policy: GatePolicy;
  policyDigest: string;
  evidenceDigest: string;
  /** When the challenger was last evaluated; null if never. */
  challengerEvaluatedAt: Date | null;
}

@Injectable()
export class GatesService {
  constructor(private readonly dataSource: DataSource) {}

  /** Judges without changing anything. */
  async checkGates(model: string, version: number, toStage: Stage): Promise<GateReportResponse> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const { id } = await findModel(manager, model);
      const challenger = await loadVersion(manager, model, version);
      const now = await databaseTime(manager);
      const effective = await loadEffectivePolicy(manager, id);
      const judgement = await this.judge(
        manager,
        challenger,
        await loadProduction(manager, id),
        toStage,
        now,
        effective,
      );
      return toGateReportResponse(judgement, null);
    });
  }

  async getGateReport(id: string, manager = this.dataSource.manager): Promise<GateReportResponse> {
    const record = await manager.findOneBy(GateReportRecord, { id });
    if (!record) throw gateReportNotFound(id);
    return record.report as unknown as GateReportResponse;
  }

  /** Judges a challenger by a policy in the caller's transaction, on what that transaction sees. */
  async judge(
    manager: EntityManager,
    challenger: VersionRow,
    incumbent: VersionRow | null,
    toStage: Stage,
    now: Date,
    effective: EffectivePolicy,
  ): Promise<Judgement> {
    const loaded = await loadGateEvidence(manager, challenger, incumbent, toStage);
    const outcome = evaluateGates(effective.policy, loaded.evidence, now);
    const { content, digest } = buildGateReport(loaded.evidence, outcome, effective.digest);
    return {
      content,
      digest,
      policyRevision: effective.revision,
      judgedAt: now,
      policy: effective.policy,
      policyDigest: effective.digest,
      evidenceDigest: loaded.digest,
      challengerEvaluatedAt: loaded.challengerEvaluatedAt,
    };
  }

  /** Stores a judgement and answers the report as it is shown ever after. */
  async store(manager: EntityManager, challenger: VersionRow, judgement: Judgement): Promise<GateReportResponse> {
    const id = uuidv7();
    const report = toGateReportResponse(judgement, id);
    const { policyDigest, evidenceDigest, digest, judgedAt, content } = judgement;
    await manager.insert(GateReportRecord, {
      id,
      modelId: challenger.modelId,
      challenger: challenger.version,
      incumbent: content.incumbent,
      toStage: content.toStage as Stage,
      verdict: content.verdict,
      policyDigest,
      evidenceDigest,
      digest,
      report: { ...report },
      judgedAt,
    });
    return report;
  }
}
