import { Injectable } from '@nestjs/common';
import { type Caller } from '../../platform/access/caller.js';
import { PreparedReads } from '../../platform/database/prepared-reads.js';
import { type NamedRun, type ReadRun, readRun } from '../../registry/runs/read-evidence.js';
import { TrackingFault } from '../../registry/runs/tracking-fault.js';
import { TrackingServer } from '../../registry/runs/tracking-server.reader.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { findVersion } from '../../registry/versions/versions.queries.js';
import { type EvaluationResponse, type SubmitEvaluationRequest } from '../evaluations/evaluations.dto.js';
import { EvaluationsService } from '../evaluations/evaluations.service.js';
import { evaluationOfRun } from './evaluation-of-run.js';
import { type EvaluateRunRequest } from './run-evaluations.dto.js';
import {
  runDatasetUnclear,
  runNotNamed,
  runUnreadable,
  runWithoutMetrics,
  trackingNotConfigured,
} from './run-evaluations.problems.js';

/** Makes evidence of what a run of the tracking server measured. */
@Injectable()
export class RunEvaluationsService {
  constructor(
    private readonly reads: PreparedReads,
    private readonly server: TrackingServer,
    private readonly evaluations: EvaluationsService,
  ) {}

  async evaluateRun(
    model: string,
    version: number,
    request: EvaluateRunRequest,
    caller: Caller,
  ): Promise<EvaluationResponse> {
    const row = await findVersion(this.reads, model, version);
    if (this.server.uri === null) throw trackingNotConfigured();
    const named = { runId: request.runId ?? runIdOf(row), loggedModelId: row.loggedModelId };
    if (named.runId === null && named.loggedModelId === null) throw runNotNamed(model, version);
    const evaluation = toSubmission(await this.read(named), request);
    return this.evaluations.submitEvaluation(model, version, evaluation, caller);
  }

  private async read(named: NamedRun): Promise<ReadRun> {
    try {
      return await readRun(this.server, named);
    } catch (error) {
      throw error instanceof TrackingFault ? runUnreadable(error) : error;
    }
  }
}

function runIdOf({ runId, run }: VersionRow): string | null {
  return runId ?? run?.runId ?? null;
}

/** What the run measured, as it would be submitted by hand. @throws {Problem} 409 when that is nothing, or not clear */
function toSubmission(read: ReadRun, request: EvaluateRunRequest): SubmitEvaluationRequest {
  const { runId = null, dataset = null, runDataset = null, split, metrics = null, prefix = '', ...terms } = request;
  const found = evaluationOfRun(read, { runId, dataset, runDataset, metrics, prefix });
  if (found.kind === 'unclear') throw runDatasetUnclear(found.datasets);
  if (found.kind === 'empty') throw runWithoutMetrics(found.known);
  return {
    ...terms,
    dataset: { ...found.dataset, ...(split !== undefined && { split }) },
    ...(found.measuredAt !== null && { evaluatedAt: new Date(found.measuredAt).toISOString() }),
    evaluator: `mlflow run ${found.runId}`,
    metrics: found.metrics,
  };
}
