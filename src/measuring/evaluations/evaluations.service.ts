import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { AuditService } from '../../record/audit/audit.service.js';
import { type Caller } from '../../platform/access/caller.js';
import { OwnedResources } from '../../access/role-bindings/owned-resources.service.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { digestInTurns, mapInTurns } from '../../platform/in-turns.js';
import { validationFailed } from '../../platform/http/validation.pipe.js';
import { lockModel } from '../../registry/models/models.queries.js';
import { loadVersion } from '../../registry/versions/versions.queries.js';
import { metricChecker } from './check-metrics.js';
import { checkPaired } from './check-paired.js';
import { Evaluation } from './evaluation.entity.js';
import {
  type EvaluationResponse,
  type ListEvaluationsQuery,
  metricTeller,
  type SubmitEvaluationRequest,
  toEvaluationResponse,
} from './evaluations.dto.js';
import { evaluationNotFound } from './evaluations.problems.js';
import {
  findModelOfEvaluation,
  type EvaluationRow,
  findEvaluationRow,
  insertMetrics,
  insertPairs,
  listEvaluationRows,
  type MetricRow,
  type PairRow,
} from './evaluations.queries.js';
import { digestStored, type StoredDigests } from './stored-evaluation.js';
import { sliceKey } from '../../judging/evidence/slice-key.js';

@Injectable()
export class EvaluationsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    resources: OwnedResources,
  ) {
    const findModel = (id: string) => findModelOfEvaluation(dataSource.manager, id);
    resources.register('evaluation', { findModel, notFound: evaluationNotFound });
  }

  async submitEvaluation(
    model: string,
    version: number,
    request: SubmitEvaluationRequest,
    caller: Caller,
  ): Promise<EvaluationResponse> {
    return this.dataSource.transaction((manager) => this.storeEvaluation(manager, model, version, request, caller));
  }

  /** Stores evidence in a transaction of the caller's, so that what led to it commits with it. */
  async storeEvaluation(
    manager: EntityManager,
    model: string,
    version: number,
    request: SubmitEvaluationRequest,
    caller: Pick<Caller, 'subject' | 'requestId' | 'claims'>,
  ): Promise<EvaluationResponse> {
    const metrics = await toMetricRows(request);
    const paired = toPairRows(request);
    await nextTurn();
    const digest = `sha256:${await digestInTurns({ ...request, metrics, paired })}`;
    const { now, id: modelId } = await lockModel(manager, model);
    await loadVersion(manager, model, version);
    const evaluation = manager.create(Evaluation, {
      id: uuidv7(),
      modelId,
      version,
      datasetName: request.dataset.name,
      datasetVersion: request.dataset.version,
      datasetDigest: request.dataset.digest ?? null,
      datasetSplit: request.dataset.split ?? null,
      evaluator: request.evaluator ?? null,
      environment: request.environment ?? null,
      labelDefinition: request.labelDefinition ?? null,
      sliceDefinition: request.sliceDefinition ?? null,
      predictionDigest: request.predictionDigest ?? null,
      evaluatedAt: request.evaluatedAt ? new Date(request.evaluatedAt) : now,
      digest,
      createdAt: now,
      createdBy: caller.subject,
    });
    await manager.insert(Evaluation, evaluation);
    await insertMetrics(manager, evaluation.id, metrics);
    if (paired.length > 0) await insertPairs(manager, evaluation.id, paired);
    const stored = await digestStored(evaluation, metrics, paired);
    await this.recordSubmission(manager, caller, { ...evaluation, model, stored });
    await nextTurn();
    const counts = { metricCount: metrics.length, pairedCount: paired.length };
    return respond({ ...evaluation, model, ...counts, metrics, paired });
  }

  async getEvaluation(id: string): Promise<EvaluationResponse> {
    const row = await findEvaluationRow(this.dataSource.manager, id);
    if (!row) throw evaluationNotFound(id);
    return respond(row);
  }

  async listEvaluations(
    model: string,
    version: number,
    query: ListEvaluationsQuery,
  ): Promise<Page<EvaluationResponse>> {
    const { manager } = this.dataSource;
    const { modelId } = await loadVersion(manager, model, version);
    return mapPage(await listEvaluationRows(manager, { modelId, version }, query, query.include), (row) =>
      toEvaluationResponse(row, row.metrics.map(metricTeller(row.metrics))),
    );
  }

  private recordSubmission(
    manager: EntityManager,
    caller: Pick<Caller, 'subject' | 'requestId'>,
    evaluation: Evaluation & { model: string; stored: StoredDigests },
  ): Promise<void> {
    const { id: evaluationId, digest, modelId, model, version, datasetName, datasetVersion, stored } = evaluation;
    const details = { evaluationId, digest, dataset: { name: datasetName, version: datasetVersion }, stored };
    return this.audit.record(manager, caller, { action: 'evaluation.submitted', modelId, model, version, details });
  }
}

async function respond(row: EvaluationRow): Promise<EvaluationResponse> {
  return toEvaluationResponse(row, await mapInTurns(row.metrics, metricTeller(row.metrics)));
}

/** A body full of metrics is checked in turns; nobody waits for the whole of it. */
async function toMetricRows(request: SubmitEvaluationRequest): Promise<MetricRow[]> {
  const found = await mapInTurns(request.metrics, metricChecker());
  const faults = [...found.flat(), ...checkPaired(request.paired ?? [])];
  if (faults.length > 0) throw validationFailed(faults);
  return mapInTurns(request.metrics, (metric) => ({
    name: metric.name,
    sliceKey: sliceKey(metric.slice ?? {}),
    value: metric.value ?? null,
    count: metric.count ?? null,
    standardError: metric.standardError ?? null,
    ciLow: metric.ciLow ?? null,
    ciHigh: metric.ciHigh ?? null,
    ciLevel: metric.ciLevel ?? null,
    unit: metric.unit ?? null,
    definition: metric.definition ?? null,
  }));
}

function toPairRows(request: SubmitEvaluationRequest): PairRow[] {
  return (request.paired ?? []).map(({ incumbentVersion, slice, kind, ...evidence }) => ({
    incumbentVersion,
    sliceKey: sliceKey(slice ?? {}),
    kind,
    evidence,
  }));
}
