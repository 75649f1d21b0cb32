import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { canonicalDigest } from '../../values/digest.js';
import { type Caller } from '../../platform/access/caller.js';
import { type Attempt, type Failure, type JobKind, type Outcome } from '../../platform/jobs/job.kind.js';
import { type JobColumns } from '../../platform/jobs/job-table.js';
import { Job } from '../../platform/jobs/job.entity.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { AuditService } from '../../record/audit/audit.service.js';
import { type RunRecord } from '../runs/run-record.js';
import { insertVersionRun, settleVersionRun } from './version-runs.queries.js';
import { type VersionRow } from './version-row.js';
import { readEvidence } from '../runs/read-evidence.js';
import { TrackingFault } from '../runs/tracking-fault.js';
import { TrackingServer } from '../runs/tracking-server.reader.js';

/** What a job is added with: the version, the run it named, and for whom it is read. */
interface RunPayload {
  modelId: string;
  model: string;
  version: number;
  runId: string | null;
  loggedModelId: string | null;
  caller: Pick<Caller, 'subject' | 'requestId' | 'claims'>;
}

/** States of a run that has more to say. */
const GOES_ON = ['RUNNING', 'SCHEDULED'];

/** Reads, off the request path, what the tracking server says of the run that a version came from. */
@Injectable()
export class RunReading implements JobKind {
  readonly name = 'run-reading';
  /** With a pause that doubles up to an hour, a server that is away for a day is waited for. */
  readonly limits = { concurrency: 2, queued: 100_000, attempts: 34, backoffSeconds: 2, leaseSeconds: 60 };

  constructor(
    private readonly dataSource: DataSource,
    private readonly audit: AuditService,
    private readonly server: TrackingServer,
    private readonly jobs: Jobs,
  ) {
    jobs.register(this);
  }

  /** Has the run of a version read, in the transaction of its registration, where a server is configured and a run is named. */
  async ask(manager: EntityManager, row: VersionRow, caller: Caller): Promise<VersionRow> {
    const { modelId, modelName: model, version, runId, loggedModelId } = row;
    const server = this.server.uri;
    if (server === null || (runId === null && loggedModelId === null)) return row;
    await insertVersionRun(manager, { modelId, version, server, runId });
    const { subject, requestId, claims } = caller;
    const asker = { subject, requestId, ...(claims !== undefined && { claims }) };
    const payload: RunPayload = { modelId, model, version, runId, loggedModelId, caller: asker };
    await this.jobs.add(manager, this, { payload });
    return { ...row, run: { status: 'pending', server, runId, readAt: null, reason: null, record: null } };
  }

  /** Looks for what was asked for, once that is committed. */
  wake(): void {
    this.jobs.wake(this);
  }

  /** Most models are registered during their run: what is read is kept for good, so the end of the run is awaited, a day at most. */
  async run({ payload, number }: Attempt): Promise<Outcome> {
    const asked = payload as RunPayload;
    if (this.server.uri === null) return this.unreadable(asked, 'No tracking server is configured any more.');
    try {
      const { record } = await readEvidence(this.server, asked);
      if (GOES_ON.includes(record.status ?? '') && number < this.limits.attempts)
        return { status: 'again', reason: `The run is ${record.status} still.` };
      return { status: 'succeeded', record: (manager) => this.keep(manager, asked, record) };
    } catch (error) {
      if (!(error instanceof TrackingFault)) throw error;
      if (error.remedy === 'later') return { status: 'again', reason: error.message };
      return this.unreadable(asked, error.message);
    }
  }

  giveUp({ id }: Pick<Attempt, 'id'>, failure: Failure): Outcome {
    const reason =
      failure.cause === 'attempts'
        ? failure.reason
        : 'Something went wrong on our side; the log of the service says what.';
    return {
      status: 'failed',
      record: async (manager) => {
        const job = await manager.findOneByOrFail(Job, { id });
        return this.keepFailure(manager, job.payload as RunPayload, reason);
      },
    };
  }

  private unreadable(asked: RunPayload, reason: string): Outcome {
    return { status: 'failed', record: (manager) => this.keepFailure(manager, asked, reason) };
  }

  private async keep(
    manager: EntityManager,
    { modelId, model, version, caller }: RunPayload,
    record: RunRecord,
  ): Promise<JobColumns> {
    const digest = canonicalDigest(record);
    const { runId } = record;
    if (await settleVersionRun(manager, { modelId, version, status: 'read', runId, record, digest })) {
      const details = { runId, server: this.server.uri!, digest };
      await this.audit.record(manager, caller, { action: 'run.read', modelId, model, version, details });
    }
    return {};
  }

  private async keepFailure(
    manager: EntityManager,
    { modelId, version }: RunPayload,
    reason: string,
  ): Promise<JobColumns> {
    await settleVersionRun(manager, { modelId, version, status: 'unreadable', reason });
    return { error: reason };
  }
}
