import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { type Caller } from '../../platform/access/caller.js';
import { mapPage, type Page } from '../../platform/lists/page.dto.js';
import { type VersionRow } from '../../registry/versions/version-row.js';
import { formatOfName, type JobSource } from './jobs/job.js';
import { JobQueue } from './jobs/job-queue.service.js';
import { JobOutcomes } from './jobs/job-outcomes.service.js';
import { toJobResponse } from './jobs/job-response.js';
import { JobRunner } from './jobs/job-runner.service.js';
import { type SpooledFile } from './kept/prediction-files.service.js';
import { type Format, mergeSpecs } from './prediction-layout.js';
import {
  type EvaluateStoredPredictionsRequest,
  type ListPredictionJobsQuery,
  type PredictionJobResponse,
  type SubmitPredictionsRequest,
} from './predictions.dto.js';
import {
  digestDiffers,
  formatUnknown,
  invalidUploadOf,
  predictionJobNotFound,
  predictionsNotStored,
} from './predictions.problems.js';
import { definitionsOf } from './kept/kept-evidence.js';
import { findKeptEvidence, findJobRow, findStored, findStoredOnAny, listJobRows } from './jobs/jobs.queries.js';
import { parseSubmission, toJobRequest } from './uploads/submission.reader.js';
import { SourceRoots } from './uploads/source-roots.service.js';
import { UploadBody } from './uploads/upload-body.reader.js';

@Injectable()
export class PredictionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly roots: SourceRoots,
    private readonly queue: JobQueue,
    private readonly runner: JobRunner,
    private readonly outcomes: JobOutcomes,
  ) {}

  /** Takes predictions as an upload, or by the name of a file, and queues the job that measures them. */
  async submitPredictions(
    model: string,
    version: number,
    body: unknown,
    caller: Caller,
  ): Promise<PredictionJobResponse> {
    const target = await this.queue.admit(model, version);
    if (body instanceof UploadBody) return this.submitUpload(target, body, caller);
    const request = await parseSubmission(body);
    const job = { id: uuidv7(), target, request: toJobRequest(request), source: await this.namedSource(request) };
    return toJobResponse(await this.queue.add(job, caller));
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
    const target = await this.queue.admit(model, version);
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
    const { evaluatedAt } = await findKeptEvidence(manager, predictions);
    const request = {
      dataset,
      spec: mergeSpecs(predictions.spec, rows.spec),
      evaluatedAt: evaluatedAt.toISOString(),
      ...definitionsOf(await findKeptEvidence(manager, rows)),
      compareWith: compareWith ?? null,
    };
    const source: JobSource = { kind: 'stored', predictionsId: predictions.id, rowsId: rows.id };
    return toJobResponse(await this.queue.add({ id: uuidv7(), target, request, source }, caller));
  }

  async getPredictionJob(id: string): Promise<PredictionJobResponse> {
    const job = await findJobRow(this.dataSource.manager, id);
    if (!job) throw predictionJobNotFound(id);
    return toJobResponse(job);
  }

  async listPredictionJobs(query: ListPredictionJobsQuery): Promise<Page<PredictionJobResponse>> {
    return mapPage(await listJobRows(this.dataSource.manager, query), toJobResponse);
  }

  async cancelPredictionJob(id: string, caller: Caller): Promise<PredictionJobResponse> {
    const job = await this.outcomes.cancel(id, caller);
    this.runner.drop(id);
    return toJobResponse(job);
  }

  private async submitUpload(target: VersionRow, upload: UploadBody, caller: Caller): Promise<PredictionJobResponse> {
    try {
      const { jobId: id, request, fileName, file } = await upload.receive();
      const source = uploadedSource(request, fileName, file);
      const job = await this.queue.add({ id, target, request: toJobRequest(request), source }, caller);
      upload.keep();
      return toJobResponse(job);
    } catch (error) {
      await upload.drop();
      throw error;
    }
  }

  private async namedSource(request: SubmitPredictionsRequest): Promise<JobSource> {
    const { uri, digest } = request;
    if (uri === undefined) {
      throw invalidUploadOf('Send the file as multipart/form-data with the parts request and file, or name it by uri.');
    }
    const { bytes } = await this.roots.resolve(uri);
    return { kind: 'uri', uri, ...formOf(request, uri), bytes, digest: digest ?? null };
  }
}

function uploadedSource(request: SubmitPredictionsRequest, fileName: string | null, file: SpooledFile): JobSource {
  if (request.uri !== undefined) throw invalidUploadOf('A request with a file cannot name another by uri.');
  if (request.digest !== undefined && request.digest !== file.digest) throw digestDiffers(request.digest, file.digest);
  const name = fileName?.slice(0, 255) ?? null;
  return { kind: 'upload', name, ...formOf(request, name), bytes: file.bytes, digest: file.digest };
}

function formOf(request: SubmitPredictionsRequest, name: string | null): { format: Format; delimiter: string } {
  const format = request.format ?? (name === null ? null : formatOfName(name));
  if (format === null) throw formatUnknown(name);
  return { format, delimiter: request.delimiter ?? ',' };
}
