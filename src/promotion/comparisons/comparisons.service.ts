import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { type EvaluationDataset } from '../../measuring/evaluations/evidence.dto.js';
import { loadEvidenceRows } from '../../measuring/evaluations/evaluations.queries.js';
import { findModel } from '../../registry/models/models.queries.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { stageIsEmpty } from '../../registry/versions/versions.problems.js';
import { loadProduction, loadVersion } from '../../registry/versions/versions.queries.js';
import {
  chooseChallengerEvaluation,
  chooseIncumbentEvaluation,
  newestFirst,
} from '../../judging/evidence/choose-evidence.js';
import { type DatasetIdentity, formatDataset } from '../../judging/evidence/dataset.js';
import { compareEvaluations, definitionOf } from '../../judging/compare-evaluations.js';
import { type EvaluationEvidence, type GateEvidence } from '../../judging/evidence/gate-evidence.js';
import { type RuleOutcome } from '../../judging/outcome/gate-outcome.js';
import { readCursor, writeCursor } from '../../platform/lists/cursor.js';
import { foreignCursor } from '../../platform/lists/lists.queries.js';
import { toEvaluationEvidence } from '../gates/gate-evidence.queries.js';
import { type GateReportRecord } from '../gates/gate-report.entity.js';
import { gateReportNotFound } from '../gates/gates.problems.js';
import { GatesService } from '../gates/gates.service.js';
import { type EffectivePolicy, loadEffectivePolicy, loadPolicyOf } from '../policies/gate-policies.queries.js';
import { transitionNotFound } from '../transitions/transitions.problems.js';
import { loadTransition } from '../transitions/transitions.queries.js';
import { type CompareVersionsQuery, type ComparisonResponse } from './comparisons.dto.js';
import { evidenceNotFound, reportOfOtherVersions } from './comparisons.problems.js';
import { indexOutcomes, type JudgedRow, pooledRows, toJudgedRow } from './judged-rows.js';

const SAME_DATA = {
  sameDatasetVersion: true,
  sameDatasetDigest: true,
  sameMetricDefinition: true,
  sameSliceDefinition: true,
  forbidTrainEvalOverlap: false,
};

/** A comparison that is asked for, with all it is made from. */
interface Compared {
  model: string;
  challenger: VersionRow;
  incumbent: VersionRow;
  evidence: GateEvidence;
  record: GateReportRecord | null;
  effective: EffectivePolicy;
}

@Injectable()
export class ComparisonsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly gates: GatesService,
  ) {}

  /** The newest evaluations of two versions on the same data side by side, or those that a gate report was judged on. */
  async compareVersions(model: string, query: CompareVersionsQuery): Promise<ComparisonResponse> {
    const compared = await this.load(model, query);
    const { challenger, incumbent, record, effective } = compared;
    const { own, theirs } = chooseEvaluations(compared.evidence, query.dataset);
    const isAsked = ({ metric, features }: { metric: string; features: readonly string[] }) =>
      (query.metric ?? metric) === metric && (query.feature === undefined || features.includes(query.feature));
    const only = (evaluation: EvaluationEvidence) => onlyMetric(evaluation, query.metric);
    const { metrics } = effective.policy;
    const outcomes = record && indexOutcomes(record.report.rules as RuleOutcome[], own.id);
    const rows = compareEvaluations(only(own), only(theirs), metrics)
      .filter(({ metric, slice }) => isAsked({ metric, features: Object.keys(slice) }))
      .map((row) => toJudgedRow(row, definitionOf(row.metric, metrics), outcomes));
    const asked = [query.metric ?? null, query.feature ?? null, record?.id ?? null];
    const identity = ['comparison', own.id, theirs.id, effective.digest, ...asked];
    return {
      model,
      challenger: challenger.version,
      incumbent: incumbent.version,
      dataset: toDataset(own.dataset),
      evaluations: { challenger: own.id, incumbent: theirs.id },
      datasets: sharedDatasets(compared.evidence),
      gateReportId: record?.id ?? null,
      pooled: outcomes ? pooledRows(outcomes).filter(isAsked) : [],
      ...pageOf(rows, identity, query),
    };
  }

  private async load(model: string, query: CompareVersionsQuery): Promise<Compared> {
    const { manager } = this.dataSource;
    const { id } = await findModel(manager, model);
    const challenger = await loadVersion(manager, model, query.challenger);
    const record = await this.findReport(manager, id, query);
    const other = query.incumbent ?? record?.incumbent ?? undefined;
    const incumbent =
      other === undefined ? await loadProduction(manager, id) : await loadVersion(manager, model, other);
    if (!incumbent) throw stageIsEmpty(model, 'Production');
    const versions = [challenger.version, incumbent.version];
    const evaluations = await loadEvidenceRows(manager, id, versions, record?.inputs.evaluations ?? null);
    const of = (version: number): EvaluationEvidence[] =>
      evaluations.filter((row) => row.version === version).map(toEvaluationEvidence);
    const facts = { createdAt: '', artifactDigest: null, runId: null, gitCommit: null, dataset: null };
    const evidence = {
      model,
      toStage: 'Production',
      challenger: { ...facts, version: challenger.version },
      incumbent: { ...facts, version: incumbent.version },
      challengerEvaluations: of(challenger.version),
      incumbentEvaluations: of(incumbent.version),
    };
    const effective = record
      ? await loadPolicyOf(manager, record.inputs.policies)
      : await loadEffectivePolicy(manager, id);
    return { model, challenger, incumbent, evidence, record, effective };
  }

  /** The report that is asked for, by itself or by its transition; it has to be of the versions that are compared. */
  private async findReport(
    manager: EntityManager,
    modelId: string,
    { report, transition, challenger, incumbent }: CompareVersionsQuery,
  ): Promise<GateReportRecord | null> {
    const by = report === undefined ? 'transition' : 'report';
    const id = report ?? (transition === undefined ? undefined : await this.reportOf(manager, modelId, transition));
    if (id === undefined) return null;
    if (id === null) throw reportOfOtherVersions('No gate judged the transition, so it has no report.', by);
    const record = await this.gates.loadRecord(id, manager);
    // The path says which model the caller may read; of another one nothing is told, not even that it has such a report.
    if (record.modelId !== modelId) throw gateReportNotFound(id);
    const isOfThese =
      record.challenger === challenger &&
      (incumbent === undefined || record.incumbent === null || record.incumbent === incumbent);
    const { model, challenger: judged, incumbent: beside } = record.report;
    const detail = `The report judged version ${judged} of '${model}' against ${beside === null ? 'none' : `version ${beside}`}.`;
    if (!isOfThese) throw reportOfOtherVersions(detail, by);
    return record;
  }

  /** The id of the report that judged a transition of the model; null when no gate did. */
  private async reportOf(manager: EntityManager, modelId: string, id: string): Promise<string | null> {
    const transition = await loadTransition(manager, id);
    if (transition.modelId !== modelId) throw transitionNotFound(id);
    return transition.gateReportId;
  }
}

function chooseEvaluations(evidence: GateEvidence, dataset: string | undefined) {
  const own = chooseChallengerEvaluation(evidence, dataset === undefined ? undefined : { name: dataset });
  if (own.fault) throw evidenceNotFound(own.fault.detail, own.fault.remediation);
  const theirs = chooseIncumbentEvaluation(evidence, own.evaluation.dataset, SAME_DATA);
  if (theirs.fault) throw evidenceNotFound(theirs.fault.detail, theirs.fault.remediation);
  return { own: own.evaluation, theirs: theirs.evaluation };
}

/** Every dataset on which both versions have a complete evaluation that can be compared. */
function sharedDatasets(evidence: GateEvidence): EvaluationDataset[] {
  const known = new Map(
    newestFirst(evidence.challengerEvaluations)
      .filter(({ status }) => status === 'COMPLETE')
      .map(({ dataset }) => [formatDataset(dataset), dataset]),
  );
  return [...known.values()]
    .filter((dataset) => chooseIncumbentEvaluation(evidence, dataset, SAME_DATA).fault === undefined)
    .map(toDataset);
}

function toDataset({ name, version, digest, split }: DatasetIdentity): EvaluationDataset {
  return { name, version, ...(digest !== null && { digest }), ...(split !== null && { split }) };
}

function onlyMetric(evaluation: EvaluationEvidence, metric: string | undefined): EvaluationEvidence {
  if (metric === undefined) return evaluation;
  return { ...evaluation, measures: evaluation.measures.filter((measure) => measure.metric === metric) };
}

/** The rows that a caller asks for. A cursor counts rows of this one comparison, which newer evidence or another policy ends. */
function pageOf(
  rows: JudgedRow[],
  identity: readonly unknown[],
  { cursor, limit = rows.length }: CompareVersionsQuery,
): Pick<ComparisonResponse, 'rows' | 'nextCursor'> {
  const position = cursor === undefined ? ['0'] : readCursor(identity, cursor);
  if (position?.length !== 1) throw foreignCursor();
  const start = Number(position[0]);
  const end = start + limit;
  return { rows: rows.slice(start, end), nextCursor: end < rows.length ? writeCursor(identity, [String(end)]) : null };
}
