import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { type Attempt, type JobKind, type Outcome } from '../../platform/jobs/job.kind.js';
import { Job } from '../../platform/jobs/job.entity.js';
import { Jobs } from '../../platform/jobs/jobs.service.js';
import { isSameScope, toVerificationResponse } from './verification.dto.js';
import { type JobProgress, toVerificationJobResponse, type VerificationJobResponse } from './verification-jobs.dto.js';
import { verificationNotFound, verificationUnderWay } from './verification.problems.js';
import { type Scope, VerificationWalk } from './verification-walk.service.js';

/** Verifies the record off the request path, so that a page can come back for the answer; one at a time in the registry. */
@Injectable()
export class VerificationJobs implements JobKind {
  readonly name = 'verification';
  readonly limits = { concurrency: 1, queued: 1, attempts: 3, backoffSeconds: 5, leaseSeconds: 30 };

  constructor(
    private readonly dataSource: DataSource,
    private readonly walk: VerificationWalk,
    private readonly jobs: Jobs,
  ) {
    jobs.register(this);
  }

  /** Starts a verification, or answers the one under way over the same part of the record. */
  async startVerification(scope: Scope): Promise<VerificationJobResponse> {
    const started = await this.dataSource.transaction(async (manager) => {
      const id = await this.jobs.add(manager, this, { payload: scope, key: 'one' });
      if (id !== null) return this.getVerification(id, manager);
      const open = await manager.findOneBy(Job, { kind: this.name, status: In(['queued', 'running']) });
      if (!open || !isSameScope(open.payload, scope)) throw verificationUnderWay();
      return toVerificationJobResponse(open);
    });
    this.jobs.wake(this);
    return started;
  }

  async getVerification(id: string, manager = this.dataSource.manager): Promise<VerificationJobResponse> {
    const job = await manager.findOneBy(Job, { id, kind: this.name });
    if (!job) throw verificationNotFound(id);
    return toVerificationJobResponse(job);
  }

  async run({ payload, signal, report }: Attempt): Promise<Outcome> {
    const startedAt = new Date();
    const scope = payload as Scope;
    const tell = (progress: JobProgress): void => report({ progress });
    const tally = await this.walk.run(scope, {
      signal,
      onProgress: ({ through }, to) => tell({ through, to, result: null }),
    });
    const result = toVerificationResponse(tally, startedAt);
    const progress: JobProgress = { through: tally.through, to: tally.through, result };
    return { status: 'succeeded', record: () => Promise.resolve({ progress }) };
  }
}
