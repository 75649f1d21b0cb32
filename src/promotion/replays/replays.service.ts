import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { findModel } from '../../registry/models/models.queries.js';
import { loadVersions } from '../../registry/versions/versions.queries.js';
import { type AskedEvidence, reloadGateEvidence } from '../gates/gate-evidence.queries.js';
import { type GateEvidence } from '../../judging/evidence/gate-evidence.js';
import { type JudgedReport } from '../../judging/judge-evidence.js';
import { type Verdict } from '../../judging/verdict/verdict.js';
import { countEvaluations } from '../../measuring/evaluations/evaluations.queries.js';
import { type BackTestItem, compareDecision } from './back-test.js';
import { type BackTestRequest, type BackTestResponse, toBackTestResponse } from './back-tests.dto.js';
import { type GatePolicy } from '../../judging/policy/gate-policy.js';
import { GateReportRecord } from '../gates/gate-report.entity.js';
import { type GateReportResponse, toGateReportResponse, withoutWaivers } from '../gates/gates.dto.js';
import { policyIsInvalid } from '../policies/gate-policies.problems.js';
import {
  type EffectivePolicy,
  loadEffectivePolicy,
  loadNewestRevisions,
  loadPolicyOf,
  withDraft,
} from '../policies/gate-policies.queries.js';
import { GatesService } from '../gates/gates.service.js';
import { JUDGING_VERSION } from '../../judging/judging-version.js';
import { parseGatePolicy } from '../../judging/policy/parse-gate-policy.js';
import { type ReplayedGateReportResponse } from './replays.dto.js';
import { replayDiffers } from './replays.problems.js';
import { findReportDifference, type ReportDifference } from './report-difference.js';
import { countRecordedPromotions, listRecordedPromotions, type RecordedPromotion } from './replays.queries.js';

/** Judges again what was judged: by the same policy, to show that a report is reproducible, or by a draft. */
@Injectable()
export class ReplaysService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gates: GatesService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Judges a stored report's inputs again; the answer is the same, byte for byte.
   * @throws {Problem} 409 when it is not; that is recorded.
   */
  async replayGateReport(id: string, caller: Caller): Promise<ReplayedGateReportResponse> {
    const { manager } = this.dataSource;
    const record = await this.gates.loadRecord(id, manager);
    const effective = await loadPolicyOf(manager, record.inputs.policies);
    const judged = this.gates.judgeEvidence(await this.reload(manager, record, null), effective, record.judgedAt);
    const report = toGateReportResponse(judged, id);
    const stored = toReplayable({ ...record.report, digest: record.digest });
    const found = findReportDifference(stored, toReplayable(report));
    if (found === null) return { ...report, matches: true };
    const isJudgedAlike = (record.inputs.judgingVersion ?? 1) === JUDGING_VERSION;
    const difference: ReportDifference = isJudgedAlike ? found : { ...found, cause: 'method' };
    await this.recordDifference(record, difference, caller);
    throw replayDiffers(id, difference, report);
  }

  private async recordDifference(
    { id: gateReportId, modelId, challenger, report }: GateReportRecord,
    { pointer, cause }: ReportDifference,
    caller: Caller,
  ): Promise<void> {
    const details = { gateReportId, pointer, cause };
    const subject = { modelId, model: report.model, version: challenger };
    await this.dataSource.transaction((manager) =>
      this.audit.record(manager, caller, { action: 'gate_report.differed', ...subject, details }),
    );
  }

  /** Judges the recorded promotions of one or all models by a draft policy; changes nothing. */
  async backTest(request: BackTestRequest): Promise<BackTestResponse> {
    const parsed = parseGatePolicy(request.policy);
    if (!parsed.ok) throw policyIsInvalid(parsed.errors);
    const { manager } = this.dataSource;
    const modelId = request.model === undefined ? null : (await findModel(manager, request.model)).id;
    const { toStage = 'Production', limit = 200, from, to } = request;
    const range = { modelId, toStage, from, to };
    const promotions = await listRecordedPromotions(manager, { ...range, limit, before: null });
    const items = [];
    for (const promotion of promotions) items.push(await this.judgeByDraft(promotion, parsed.policy, modelId !== null));
    const total = await countRecordedPromotions(manager, range);
    return toBackTestResponse({ items, total }, parsed.policy, parsed.digest);
  }

  /** A promotion as a draft would have decided it; null when the record does not hold all that it was judged by. */
  async tryDraft(promotion: RecordedPromotion, draft: GatePolicy, isOwn: boolean): Promise<BackTestItem | null> {
    return (await this.isRepeatable(promotion)) ? this.judgeByDraft(promotion, draft, isOwn) : null;
  }

  /** The verdict of the policy in force on the evidence of a promotion; null as with a draft. */
  async tryPolicyInForce(promotion: RecordedPromotion): Promise<Verdict | null> {
    if (!(await this.isRepeatable(promotion))) return null;
    const { manager } = this.dataSource;
    const effective = await loadEffectivePolicy(manager, promotion.report.modelId);
    return this.judgeAgain(promotion, effective).then(({ content }) => content.verdict);
  }

  private async judgeByDraft(promotion: RecordedPromotion, draft: GatePolicy, isOwn: boolean): Promise<BackTestItem> {
    const effective = await this.draftFor(this.dataSource.manager, promotion, draft, isOwn);
    const { content } = await this.judgeAgain(promotion, effective);
    const { verdict, waived } = promotion.report.report;
    return compareDecision(promotion, verdict === 'PASS' || waived === true, content);
  }

  /** Judges by another policy what was judged, adding the evidence that only that policy asks for. */
  private async judgeAgain({ report }: RecordedPromotion, effective: EffectivePolicy): Promise<JudgedReport> {
    const asked = this.gates.askedBy(effective.policy, report.toStage);
    const evidence = await this.reload(this.dataSource.manager, report, asked);
    return this.gates.judgeEvidence(evidence, effective, report.judgedAt);
  }

  /** Whether every evaluation that a report rests on is there still. */
  private async isRepeatable({ report }: RecordedPromotion): Promise<boolean> {
    const { evaluations } = report.inputs;
    return (await countEvaluations(this.dataSource.manager, evaluations)) === evaluations.length;
  }

  private async draftFor(
    manager: EntityManager,
    promotion: RecordedPromotion,
    draft: GatePolicy,
    isOwn: boolean,
  ): Promise<EffectivePolicy> {
    return withDraft(await loadNewestRevisions(manager, promotion.report.modelId), draft, isOwn);
  }

  private async reload(
    manager: EntityManager,
    record: GateReportRecord,
    asked: AskedEvidence | null,
  ): Promise<GateEvidence> {
    const numbers = record.incumbent === null ? [record.challenger] : [record.challenger, record.incumbent];
    const rows = await loadVersions(manager, record.modelId, numbers);
    const find = (version: number | null) => rows.find((row) => row.version === version) ?? null;
    const challenger = { ...find(record.challenger)!, modelName: record.report.model };
    const judged = { challenger, incumbent: find(record.incumbent) };
    return reloadGateEvidence(manager, judged, record, asked);
  }
}

/** What judging again must bring about: not the evidence that was begun, which is on top of the judgement. */
function toReplayable({ reEvaluations: _begun, ...report }: GateReportResponse): unknown {
  return JSON.parse(JSON.stringify(withoutWaivers(report))) as unknown;
}
