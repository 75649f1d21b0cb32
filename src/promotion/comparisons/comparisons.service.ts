import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { loadEvidenceRows } from '../../measuring/evaluations/evaluations.queries.js';
import { findModel } from '../../registry/models/models.queries.js';
import { stageIsEmpty } from '../../registry/versions/versions.problems.js';
import { loadProduction, loadVersion } from '../../registry/versions/versions.queries.js';
import { chooseChallengerEvaluation, chooseIncumbentEvaluation } from '../../judging/evidence/choose-evidence.js';
import { compareEvaluations, type ComparisonRow } from '../../judging/compare-evaluations.js';
import { readCursor, writeCursor } from '../../platform/lists/cursor.js';
import { foreignCursor } from '../../platform/lists/lists.queries.js';
import { type CompareVersionsQuery, type ComparisonResponse } from './comparisons.dto.js';
import { toEvaluationEvidence } from '../gates/gate-evidence.queries.js';
import { type EvaluationEvidence } from '../../judging/evidence/gate-evidence.js';
import { evidenceNotFound } from './comparisons.problems.js';
import { loadEffectivePolicy } from '../policies/gate-policies.queries.js';

const SAME_DATA = {
  sameDatasetVersion: true,
  sameDatasetDigest: true,
  sameMetricDefinition: true,
  sameSliceDefinition: true,
  forbidTrainEvalOverlap: false,
};

@Injectable()
export class ComparisonsService {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest evaluations of two versions on the same data, side by side. */
  async compareVersions(model: string, query: CompareVersionsQuery): Promise<ComparisonResponse> {
    const { manager } = this.dataSource;
    const { id } = await findModel(manager, model);
    const challenger = await loadVersion(manager, model, query.challenger);
    const incumbent =
      query.incumbent === undefined
        ? await loadProduction(manager, id)
        : await loadVersion(manager, model, query.incumbent);
    if (!incumbent) throw stageIsEmpty(model, 'Production');
    const evaluations = await loadEvidenceRows(manager, id, [challenger.version, incumbent.version]);
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
    const own = chooseChallengerEvaluation(evidence, query.dataset === undefined ? undefined : { name: query.dataset });
    if (own.fault) throw evidenceNotFound(own.fault.detail, own.fault.remediation);
    const theirs = chooseIncumbentEvaluation(evidence, own.evaluation.dataset, SAME_DATA);
    if (theirs.fault) throw evidenceNotFound(theirs.fault.detail, theirs.fault.remediation);
    const { policy, digest: policyDigest } = await loadEffectivePolicy(manager, id);
    const only = (evaluation: EvaluationEvidence) => onlyMetric(evaluation, query.metric);
    const rows = compareEvaluations(only(own.evaluation), only(theirs.evaluation), policy.metrics);
    const identity = ['comparison', own.evaluation.id, theirs.evaluation.id, policyDigest, query.metric ?? null];
    const { name, version, digest, split } = own.evaluation.dataset;
    return {
      model,
      challenger: challenger.version,
      incumbent: incumbent.version,
      dataset: { name, version, ...(digest !== null && { digest }), ...(split !== null && { split }) },
      evaluations: { challenger: own.evaluation.id, incumbent: theirs.evaluation.id },
      ...pageOf(rows, identity, query),
    };
  }
}

function onlyMetric(evaluation: EvaluationEvidence, metric: string | undefined): EvaluationEvidence {
  if (metric === undefined) return evaluation;
  return { ...evaluation, measures: evaluation.measures.filter((measure) => measure.metric === metric) };
}

/** The rows that a caller asks for. A cursor counts rows of this one comparison, which newer evidence or another policy ends. */
function pageOf(
  rows: ComparisonRow[],
  identity: readonly unknown[],
  { cursor, limit = rows.length }: CompareVersionsQuery,
): Pick<ComparisonResponse, 'rows' | 'nextCursor'> {
  const position = cursor === undefined ? ['0'] : readCursor(identity, cursor);
  if (position?.length !== 1) throw foreignCursor();
  const start = Number(position[0]);
  const end = start + limit;
  return { rows: rows.slice(start, end), nextCursor: end < rows.length ? writeCursor(identity, [String(end)]) : null };
}
