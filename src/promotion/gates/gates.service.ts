import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { Clock } from '../../platform/clock.js';
import { inSpan } from '../../platform/telemetry/spans.js';
import { type Stage } from '../../values/stage.js';
import { SigstoreBundles } from '../../registry/signatures/sigstore-bundles.service.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { awaitsJobs, evidenceGaps } from '../re-evaluations/evidence-gaps.js';
import { waiverTerms } from '../../judging/policy/approval-terms.js';
import { type GatePolicy, stagePolicy } from '../../judging/policy/gate-policy.js';
import { evidenceNeeds } from '../../judging/evidence-needs.js';
import {
  type AskedEvidence,
  type GateInputs,
  type Judged,
  loadGateEvidence,
  type StoredInputs,
} from './gate-evidence.queries.js';
import { type GateEvidence } from '../../judging/evidence/gate-evidence.js';
import { JUDGING_VERSION } from '../../judging/judging-version.js';
import { judgeEvidence, type JudgedReport } from '../../judging/judge-evidence.js';
import { JudgedRules } from './judged-rules.service.js';
import { GateReportRecord } from './gate-report.entity.js';
import { type GateReportResponse, toGateReportResponse } from './gates.dto.js';
import { gateReportNotFound } from './gates.problems.js';
import { waivedHeadlineOf } from './report-summary.js';
import { type EffectivePolicy, findPolicyAuthors } from '../policies/gate-policies.queries.js';
import { excludedFromWaiving } from '../waivers/excluded-waivers.js';
import { findWaivedRules, isLetThrough, isWaivable, type WaivedRule } from '../waivers/waived-rules.js';
import { findHoldingWaivers } from '../waivers/waivers.queries.js';
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
  /** Who changed the policy since the version was registered or Production last changed; empty where no policy asks. */
  policyAuthors: readonly string[];
  /** Inconclusive rules that persons waive on this ground. */
  waived: readonly WaivedRule[];
  /** Whether nothing stands in the way but rules that are waived. */
  isWaived: boolean;
  inputs: StoredInputs;
}

/** What is judged, by which policy and when. */
export interface JudgedSubject extends Judged {
  toStage: Stage;
  effective: EffectivePolicy;
  now: Date;
  /** Who asks, whose own waivers do not count; null while nobody does. */
  requestedBy: string | null;
}

@Injectable()
export class GatesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly reEvaluations: ReEvaluations,
    private readonly judgedRules: JudgedRules,
    private readonly clock: Clock,
    private readonly bundles: SigstoreBundles,
  ) {}

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
  judge(manager: EntityManager, subject: JudgedSubject): Promise<Judgement> {
    const { challenger, toStage } = subject;
    const { modelId, version } = challenger;
    const attributes = { 'stagegate.model_id': modelId, 'stagegate.version': version, 'stagegate.to_stage': toStage };
    return inSpan('judge', { attributes }, async (span) => {
      const judgement = await this.judged(manager, subject);
      span?.setAttributes({
        'stagegate.model': judgement.content.model,
        'stagegate.verdict': judgement.content.verdict,
      });
      return judgement;
    });
  }

  private async judged(manager: EntityManager, subject: JudgedSubject): Promise<Judgement> {
    const { toStage, effective, now } = subject;
    const loaded = await loadGateEvidence(manager, subject, this.askedBy(effective.policy, toStage));
    const report = this.judgeEvidence(loaded.evidence, effective, now);
    const policyAuthors = await loadPolicyAuthors(manager, subject);
    const ground = { policyDigest: effective.digest, evidenceDigest: loaded.digest };
    const persons = { evaluator: loaded.authors, policyAuthor: policyAuthors };
    const waived = await this.loadWaived(manager, subject, { report, ground, persons });
    return {
      ...report,
      policyAuthors,
      waived,
      isWaived: isLetThrough(report.content, waived),
      policyDigest: effective.digest,
      evidenceDigest: loaded.digest,
      challengerEvaluatedAt: loaded.challengerEvaluatedAt,
      evidenceAuthors: loaded.authors,
      inputs: { ...loaded.inputs, policies: effective.composedOf, judgingVersion: JUDGING_VERSION },
    };
  }

  /** What of the evidence a policy asks for. */
  askedBy(policy: GatePolicy, toStage: Stage): AskedEvidence {
    return {
      needs: evidenceNeeds(policy, toStage),
      loadSignatures: (...given) => this.bundles.loadSignatures(...given),
    };
  }

  /** Rules that are waived; where none is inconclusive there is nothing to look for. */
  private async loadWaived(
    manager: EntityManager,
    { challenger, toStage, effective, requestedBy }: JudgedSubject,
    { report, ground, persons }: WaivedGround,
  ): Promise<WaivedRule[]> {
    if (!report.content.rules.some(isWaivable)) return [];
    const { modelId, version, createdBy } = challenger;
    const stage = stagePolicy(effective.policy, toStage);
    const at = this.clock.now();
    const waivers = await findHoldingWaivers(manager, { modelId, version, toStage, ...ground }, at);
    const actors = { registrant: createdBy, requester: requestedBy, ...persons };
    const excluded = excludedFromWaiving(stage, actors).map(({ subject }) => subject);
    return findWaivedRules(report.content, waivers, { approvals: waiverTerms(stage).approvals, excluded });
  }

  /** Counts a judgement that decides on a transition; one that is only looked at counts for nothing. */
  countVerdicts(judgement: Judgement): void {
    this.judgedRules.count(judgement);
  }

  /** Judges evidence that is loaded already; rules that break are reported to whoever runs the service. */
  judgeEvidence(evidence: GateEvidence, effective: EffectivePolicy, now: Date): JudgedReport {
    const judged = judgeEvidence(evidence, effective, now);
    this.judgedRules.reportBroken(judged);
    return judged;
  }
}

/** All that decides which waivers count. */
interface WaivedGround {
  report: JudgedReport;
  ground: { policyDigest: string; evidenceDigest: string };
  persons: { evaluator: readonly string[]; policyAuthor: readonly string[] };
}

/** Looked for only where a policy excludes them. Before the first promotion every change counts. */
async function loadPolicyAuthors(
  manager: EntityManager,
  { challenger, incumbent, toStage, effective }: JudgedSubject,
): Promise<string[]> {
  const stage = stagePolicy(effective.policy, toStage);
  if (!stage?.approvals.excludeActors.includes('policyAuthor')) return [];
  const promoted = incumbent?.promotedAt ?? null;
  const since = promoted && new Date(Math.min(promoted.getTime(), challenger.createdAt.getTime()));
  return findPolicyAuthors(manager, challenger.modelId, since);
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
  const report = toGateReportResponse(judgement, id, begun, judgement);
  const headline = waivedHeadlineOf(content, judgement.waived);
  return { id, ...subject, verdict, policyDigest, evidenceDigest, digest, report, headline, inputs, judgedAt };
}
