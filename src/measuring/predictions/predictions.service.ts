import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Caller } from '../../platform/access/caller.js';
import { OwnedResources } from '../../access/role-bindings/owned-resources.service.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { type JobSource } from './jobs/job.js';
import { type ListPredictionJobsQuery, type PredictionJobResponse, toJobResponse } from './jobs/prediction-jobs.dto.js';
import { findJobRow, listJobRows } from './jobs/prediction-jobs.queries.js';
import { PredictionJobs } from './jobs/prediction-jobs.service.js';
import { definitionsOf } from './kept/kept-evidence.js';
import { findKeptEvidence, findStored, findStoredOnAny } from './kept/kept.queries.js';
import { haveSameClasses, shownClasses, mergeSpecs } from './prediction-layout.js';
import { type EvaluateStoredPredictionsRequest } from './predictions.dto.js';
import { predictionJobNotFound, predictionsNotStored } from './predictions.problems.js';
import { Submissions } from './uploads/submissions.service.js';
import { UploadBody } from './uploads/upload-body.reader.js';

@Injectable()
export class PredictionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly jobs: PredictionJobs,
    private readonly submissions: Submissions,
    resources: OwnedResources,
  ) {
    const findModel = async (id: string) => {
      const job = await findJobRow(dataSource.manager, id);
      return job && { id: job.modelId, name: job.model };
    };
    resources.register('prediction-job', { findModel, notFound: predictionJobNotFound });
  }

  /** Takes predictions as an upload, or by the name of a file, and queues the job that measures them. */
  async submitPredictions(
    model: string,
    version: number,
    body: unknown,
    caller: Caller,
  ): Promise<PredictionJobResponse> {
    const target = body instanceof UploadBody ? body.target : await this.jobs.admit(model, version, caller);
    const submission = await this.submissions.receive(body);
    return toJobResponse(await this.jobs.add({ target, ...submission }, caller));
  }

  /**
   * Measures kept predictions of a version on rows that other kept predictions say: what an incumbent needs that was not
   * evaluated on a dataset yet, and what a challenger needs to be compared with a new incumbent. It is as old as the
   * predictions are.
   */
  async evaluateStoredPredictions(
    model: string,
    version: number,
    { dataset, rowsOf, compareWith }: EvaluateStoredPredictionsRequest,
    caller: Caller,
  ): Promise<PredictionJobResponse> {
    const target = await this.jobs.admit(model, version, caller);
    const { manager } = this.dataSource;
    const own = await findStored(manager, target.modelId, version, dataset);
    const predictions = own ?? (await findStoredOnAny(manager, target.modelId, version, dataset.name));
    if (!predictions) throw predictionsNotStored(`No predictions of version ${version} on ${dataset.name} are kept.`);
    const rows = rowsOf === undefined && own ? own : await findStored(manager, target.modelId, rowsOf ?? null, dataset);
    if (!rows) throw predictionsNotStored(`No predictions on ${dataset.name} ${dataset.version} are kept.`);
    if (rows.spec.task !== predictions.spec.task) {
      throw predictionsNotStored(
        `The kept predictions are of the tasks ${predictions.spec.task} and ${rows.spec.task}.`,
      );
    }
    if (!haveSameClasses(predictions.spec, rows.spec)) {
      throw predictionsNotStored(
        `The kept predictions take ${shownClasses(predictions.spec)}, the rows ${shownClasses(rows.spec)}.`,
      );
    }
    const { evaluatedAt } = await findKeptEvidence(manager, predictions);
    const request = {
      dataset,
      spec: mergeSpecs(predictions.spec, rows.spec),
      evaluatedAt: evaluatedAt.toISOString(),
      ...definitionsOf(await findKeptEvidence(manager, rows)),
      compareWith: compareWith ?? null,
    };
    const source: JobSource = { kind: 'stored', predictionsId: predictions.id, rowsId: rows.id };
    return toJobResponse(await this.jobs.add({ target, request, source }, caller));
  }

  async getPredictionJob(id: string): Promise<PredictionJobResponse> {
    const job = await findJobRow(this.dataSource.manager, id);
    if (!job) throw predictionJobNotFound(id);
    return toJobResponse(job);
  }

  async listPredictionJobs(query: ListPredictionJobsQuery, { scope }: Caller): Promise<Page<PredictionJobResponse>> {
    return mapPage(await listJobRows(this.dataSource.manager, query, scope), toJobResponse);
  }

  async cancelPredictionJob(id: string, caller: Caller): Promise<PredictionJobResponse> {
    return toJobResponse(await this.jobs.cancel(id, caller));
  }
}
