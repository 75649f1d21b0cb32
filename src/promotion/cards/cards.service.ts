import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { loadEvidenceRows, type EvaluationRow } from '../../measuring/evaluations/evaluations.queries.js';
import { Clock } from '../../platform/clock.js';
import { newestFirst } from '../../judging/evidence/choose-evidence.js';
import { findModel } from '../../registry/models/models.queries.js';
import { type Model } from '../../registry/models/model.entity.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { toVersionResponse } from '../../registry/versions/versions.dto.js';
import { loadVersion } from '../../registry/versions/versions.queries.js';
import { toEvaluationEvidence } from '../gates/gate-evidence.queries.js';
import { listWaiversOfReports } from '../gates/gate-reports.queries.js';
import { toWaiverResponse } from '../waivers/waivers.dto.js';
import { listWaiverRows } from '../waivers/waivers.queries.js';
import { loadEffectivePolicy } from '../policies/gate-policies.queries.js';
import { stateOf } from '../transitions/decisions/counted-approvals.js';
import { toProductionTenureResponse } from '../transitions/history/history.dto.js';
import { listTenureRows } from '../transitions/history/history.queries.js';
import { summaryOf, type TransitionRow } from '../transitions/transition-row.js';
import { listTransitionRows } from '../transitions/history/transition-list.queries.js';
import { cardEvidence } from './card.js';
import {
  type CardAttestationResponse,
  type CardDecisionResponse,
  type CardEvaluationResponse,
  type CardPurposeResponse,
  type CardWaiverResponse,
  type ModelCardResponse,
} from './cards.dto.js';

/** How much of each list a card shows; the lists themselves have all. */
const MOST_EVALUATIONS = 10;
const MOST_DECISIONS = 20;

@Injectable()
export class CardsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** All that a version's page needs, from one moment of the database. */
  getVersionCard(name: string, version: number): Promise<ModelCardResponse> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      const model = await findModel(manager, name);
      const row = await loadVersion(manager, name, version);
      const { stage, runId, gitCommit, framework, artifactUri, artifactDigest, dataset } = toVersionResponse(row);
      const lineage = { runId, gitCommit, framework, artifactUri, artifactDigest, dataset };
      const limit = MOST_DECISIONS;
      const decisions = (await listTransitionRows(manager, model.id, { version, limit })).items;
      const tenures = await listTenureRows(manager, model.id, { filter: `version = ${version}`, limit });
      return {
        model: name,
        version,
        stage,
        quarantineReason: row.quarantineReason,
        purpose: purposeOf(model, row),
        lineage: { ...lineage, registeredAt: row.createdAt, registeredBy: row.createdBy },
        evaluations: await loadEvaluations(manager, row),
        decisions: decisions.map((decision) => toDecision(decision, this.clock.now())),
        waivers: await this.loadWaivers(manager, row, decisions),
        tenures: tenures.items.map(toProductionTenureResponse),
        attestation: await findAttestation(manager, row),
      };
    });
  }

  /** Waivers with the judgements of the shown decisions that they were counted for. */
  private async loadWaivers(
    manager: EntityManager,
    { modelId, modelName, version }: VersionRow,
    decisions: readonly TransitionRow[],
  ): Promise<CardWaiverResponse[]> {
    const { items } = await listWaiverRows(manager, { modelId, version }, { limit: MOST_DECISIONS });
    const reports = items.length === 0 ? [] : decisions.flatMap(({ gateReportId }) => gateReportId ?? []);
    const counted = await listWaiversOfReports(manager, reports);
    const at = this.clock.now();
    return items.map((waiver) => ({
      ...toWaiverResponse(waiver, modelName, at),
      covered: decisions
        .filter(({ gateReportId }) => counted.some(({ id, reportId }) => id === waiver.id && reportId === gateReportId))
        .map((row) => ({ transitionId: row.id, verdict: summaryOf(row)?.verdict ?? null, status: row.status })),
    }));
  }
}

function purposeOf(model: Model, version: VersionRow): CardPurposeResponse {
  const tags = { ...model.tags, ...version.tags };
  const declared = (name: string): string | null => (Object.hasOwn(tags, name) ? tags[name]! : null);
  return {
    description: model.description,
    versionDescription: version.description,
    intendedUse: declared('intendedUse'),
    limits: declared('limits'),
    owner: model.owner,
    tags,
  };
}

async function loadEvaluations(
  manager: EntityManager,
  { modelId, version }: VersionRow,
): Promise<CardEvaluationResponse[]> {
  const { policy } = await loadEffectivePolicy(manager, modelId);
  const rows = new Map((await loadEvidenceRows(manager, modelId, [version])).map((row) => [row.id, row]));
  const newest = newestFirst([...rows.values()].filter(hasEvidence).map(toEvaluationEvidence));
  return newest.slice(0, MOST_EVALUATIONS).map((evaluation) => {
    const { id, dataset, evaluatedAt, evaluator, digest } = toHeader(rows.get(evaluation.id)!);
    return { id, dataset, evaluatedAt, evaluator, digest, ...cardEvidence(evaluation, policy.metrics) };
  });
}

/** Of older evaluations on the same data the header alone is loaded. */
function hasEvidence({ metrics }: EvaluationRow): boolean {
  return metrics.length > 0;
}

function toHeader(row: EvaluationRow) {
  const { id, datasetName: name, datasetVersion: version, datasetDigest, datasetSplit, evaluatedAt } = row;
  const digest = datasetDigest === null ? {} : { digest: datasetDigest };
  const split = datasetSplit === null ? {} : { split: datasetSplit };
  return {
    id,
    dataset: { name, version, ...digest, ...split },
    evaluatedAt,
    evaluator: row.evaluator,
    digest: row.digest,
  };
}

function toDecision(row: TransitionRow, at: Date): CardDecisionResponse {
  const { id: transitionId, kind, toStage, status, requestedBy, requestedAt, reason, approvals } = row;
  const { verdict = null, message = null } = summaryOf(row) ?? {};
  const counted = approvals.filter((approval) => stateOf(approval, at) === 'counts');
  const decisions = counted.map(({ decidedBy, decision, comment, decidedAt }) => ({
    actor: decidedBy,
    decision,
    comment,
    decidedAt: new Date(decidedAt),
  }));
  return {
    transitionId,
    kind,
    toStage,
    status,
    requestedBy,
    requestedAt,
    reason,
    verdict,
    message,
    approvals: decisions,
  };
}

/** The last transition that put the version into Production. */
async function findAttestation(
  manager: EntityManager,
  { modelId, version }: VersionRow,
): Promise<CardAttestationResponse | null> {
  const filter = `toStage = 'Production' and status = 'applied'`;
  const { items } = await listTransitionRows(manager, modelId, { version, filter, limit: 1 });
  const [row] = items;
  if (!row) return null;
  return {
    transitionId: row.id,
    gateReportId: row.gateReportId,
    reportDigest: row.gateReport?.digest ?? null,
    policyDigest: row.pinnedPolicyDigest,
    evidenceDigest: row.pinnedEvidenceDigest,
    artifactDigest: row.pinnedArtifactDigest,
  };
}
