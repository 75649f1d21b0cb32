import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config.js';
import {
  type Attempt,
  type Failure,
  type JobKind,
  type JobLimits,
  type Outcome,
} from '../../../platform/jobs/job.kind.js';
import { inSpan, modelAttributes, spanOfRequest } from '../../../platform/telemetry/spans.js';
import { Engine } from '../engine/engine.service.js';
import { type Progress } from '../engine/engine-task.js';
import { PredictionFiles } from '../kept/prediction-files.service.js';
import { PREDICTION_JOBS } from './job.js';
import { JobOutcomes, MOST_ATTEMPTS } from './job-outcomes.service.js';
import { JobTasks } from './job-tasks.service.js';

/** Columns of a job by how far its engine is. */
const columnsOf = ({ step, rowsRead, rowsTotal }: Progress) => ({
  step,
  rows_read: rowsRead,
  rows_total: rowsTotal,
});

/** Measures predictions: the engine does it in a process of its own, and what it finds becomes the outcome. */
@Injectable()
export class PredictionWork implements JobKind {
  readonly name = 'predictions';
  readonly table = PREDICTION_JOBS;
  readonly begun = { step: 'starting', rows_read: 0 };
  readonly limits: JobLimits;

  constructor(
    { predictions: { concurrency, queued, leaseSeconds } }: Config,
    private readonly engine: Engine,
    private readonly files: PredictionFiles,
    private readonly tasks: JobTasks,
    private readonly outcomes: JobOutcomes,
  ) {
    this.limits = { concurrency, queued, leaseSeconds, attempts: MOST_ATTEMPTS, backoffSeconds: 0 };
  }

  place(): Promise<string> {
    return this.files.storeId();
  }

  async run({ id, number, signal, report }: Attempt): Promise<Outcome> {
    const prepared = await this.tasks.prepare(id, number);
    if (signal.aborted) return { status: 'again', reason: 'It was begun no longer.' };
    const { model, version, requestId } = prepared.job;
    const told = { attributes: modelAttributes(model, version), parent: spanOfRequest(requestId) };
    return inSpan('measure', told, async () => {
      const { outcome, kill } = this.engine.run(prepared.task, (progress) => report(columnsOf(progress)));
      signal.addEventListener('abort', kill, { once: true });
      return this.outcomes.of(prepared, await outcome);
    });
  }

  giveUp({ id }: Pick<Attempt, 'id'>, failure: Failure): Outcome {
    return this.outcomes.givenUp(id, failure);
  }

  afterAttempt({ id, number }: Pick<Attempt, 'id' | 'number'>): Promise<void> {
    return this.files.dropWork(id, number);
  }

  /** A replica without a data folder cancels jobs, too. */
  async afterEnd(id: string): Promise<void> {
    if (this.files.isAvailable) await this.files.dropIncoming(id);
  }
}
