import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Caller } from '../../platform/access/caller.js';
import { OwnedResources } from '../../platform/access/owned-resources.service.js';
import { databaseTime, findModel } from '../../registry/models/models.queries.js';
import { type Stage } from '../../registry/models/stage.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { awaitsJobs, evidenceGaps } from '../re-evaluations/evidence-gaps.js';
import { evidenceNeeds } from '../../judging/evidence-needs.js';
import { type GateInputs, type Judged, loadGateEvidence, type StoredInputs } from './gate-evidence.queries.js';
import { type GateEvidence } from '../../judging/evidence/gate-evidence.js';
import { JUDGING_VERSION } from '../../judging/judging-version.js';
import { judgeEvidence, type JudgedReport } from '../../judging/judge-evidence.js';
import { BrokenRules } from './broken-rules.service.js';
import { GateReportRecord } from './gate-report.entity.js';
import { type GateReportResponse, toGateReportResponse } from './gates.dto.js';
import { findReportSubject } from './gate-reports.queries.js';
import { gateReportNotFound } from './gates.problems.js';
import { headlineOf } from './report-summary.js';
import { type EffectivePolicy } from '../policies/gate-policies.queries.js';
import {
  type BegunEvaluation,
  type OutstandingEvidence,
  ReEvaluations,
} from '../re-evaluations/re-evaluations.service.js';

/** A judgement with everything it was made from, so that it can be pinned. */
export interface Judgement extends JudgedReport {
  policyDigest: string;
  evidenceDigest: string;
  /** When the challenger was last evaluated; null if never. */
  challengerEvaluatedAt: Date | null;
  /** Who submitted the challenger's evaluations. */
  evidenceAuthors: readonly string[];
  inputs: StoredInputs;
}

@Injectable()
export class GatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reEvaluations: ReEvaluations,
    private readonly brokenRules: BrokenRules,
    resources: OwnedResources,
  ) {
    const findModel = async (id: string) => {
      const subject = await findReportSubject(dataSource.manager, id);
      return subject && { id: subject.modelId, name: subject.model };
    };
    resources.register('gate-report', { findModel, notFound: gateReportNotFound });
  }

  /** What may settle what a judgement left open, by kept predictions or jobs that are under way; null where nothing may. */
  async findOutstanding(
    manager: EntityManager,
    { challenger, incumbent }: Judged,
    { content, inputs }: Judgement,
  ): Promise<OutstandingEvidence | null> {
    const awaited = awaitsJobs(content) ? openJobs(inputs) : [];
    const gaps = incumbent === null ? [] : evidenceGaps(content);
    const plans =
      incumbent === null || gaps.length === 0
        ? []
        : await this.reEvaluations.plan(manager, challenger, incumbent, gaps);
    if (plans.length === 0 && awaited.length === 0) return null;
    return { modelId: challenger.modelId, plans, awaited };
  }

  async getGateReport(id: string, manager = this.dataSource.manager): Promise<GateReportResponse> {
    return (await this.loadRecord(id, manager)).report;
  }

  async loadRecord(id: string, manager: EntityManager): Promise<GateReportRecord> {
    const record = await manager.findOneBy(GateReportRecord, { id });
    if (!record) throw gateReportNotFound(id);
    return record;
  }

  /** Judges a challenger by a policy in the caller's transaction, on what that transaction sees. */
  async judge(
    manager: EntityManager,
    judged: Judged,
    toStage: Stage,
    now: Date,
    effective: EffectivePolicy,
  ): Promise<Judgement> {
    const loaded = await loadGateEvidence(manager, judged, toStage, evidenceNeeds(effective.policy, toStage));
    return {
      ...this.judgeEvidence(loaded.evidence, effective, now),
      policyDigest: effective.digest,
      evidenceDigest: loaded.digest,
      challengerEvaluatedAt: loaded.challengerEvaluatedAt,
      evidenceAuthors: loaded.authors,
      inputs: { ...loaded.inputs, policies: effective.composedOf, judgingVersion: JUDGING_VERSION },
    };
  }

  /** Judges evidence that is loaded already; rules that break are told to those who run the service. */
  judgeEvidence(evidence: GateEvidence, effective: EffectivePolicy, now: Date): JudgedReport {
    const judged = judgeEvidence(evidence, effective, now);
    this.brokenRules.report(judged);
    return judged;
  }
}

/** Jobs that a judgement found under way. */
function openJobs({ unfinished = [] }: GateInputs): string[] {
  return unfinished.filter(({ status }) => status === 'RUNNING').map(({ id }) => id);
}

/** A judgement as it is stored and shown ever after. */
export function toGateReportRecord(
  challenger: VersionRow,
  judgement: Judgement,
  begun: readonly BegunEvaluation[] = [],
): GateReportRecord {
  const id = uuidv7();
  const { policyDigest, evidenceDigest, digest, judgedAt, content, inputs } = judgement;
  const { incumbent, verdict } = content;
  const toStage = content.toStage as Stage;
  const subject = { modelId: challenger.modelId, challenger: challenger.version, incumbent, toStage };
  const report = toGateReportResponse(judgement, id, begun);
  const headline = headlineOf(content);
  return { id, ...subject, verdict, policyDigest, evidenceDigest, digest, report, headline, inputs, judgedAt };
}
