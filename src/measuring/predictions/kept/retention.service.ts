import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../../record/audit/audit.service.js';
import { Config } from '../../../platform/config.js';
import { type JobKind, type Outcome } from '../../../platform/jobs/job.kind.js';
import { Purges } from '../../../platform/jobs/purges.service.js';
import { SWEEP_LIMITS } from '../../../platform/jobs/sweep.js';
import { PredictionFiles } from './prediction-files.service.js';
import { removableFiles, sweepStored } from './retention.queries.js';

/** In one transaction, each with its audit event. */
const MOST_AT_ONCE = 200;

/** The service itself, which nobody asked. */
const ACTOR = { subject: 'stagegate', requestId: 'retention' };

/** Lets go of kept predictions that may go, and removes their files once nothing uses them; the evaluations stay. */
@Injectable()
export class Retention implements JobKind {
  readonly name = 'prediction-retention';
  readonly limits = SWEEP_LIMITS;
  readonly everySeconds: number;

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly files: PredictionFiles,
    private readonly audit: AuditService,
    private readonly purges: Purges,
  ) {
    this.everySeconds = config.predictions.sweepSeconds;
  }

  place(): Promise<string> {
    return this.files.storeId();
  }

  async run(): Promise<Outcome> {
    const storeId = await this.files.storeId();
    while ((await this.letGo(storeId)) === MOST_AT_ONCE);
    const ids = await this.files.storedIds();
    const { swept, unknown } = await removableFiles(this.dataSource.manager, ids, this.everySeconds);
    await this.files.dropStored(swept, unknown);
    return { status: 'succeeded' };
  }

  /** One step, in a transaction of its own; answers how many it let go. */
  private async letGo(storeId: string): Promise<number> {
    const { keepDays } = this.config.predictions;
    const removed = await this.dataSource.transaction(async (manager) => {
      const rows = await sweepStored(manager, storeId, keepDays, MOST_AT_ONCE);
      for (const { dataset, datasetVersion, ...swept } of rows) {
        const { id: predictionsId, reason, modelId, model, version } = swept;
        const details = { predictionsId, reason, dataset: { name: dataset, version: datasetVersion } };
        await this.audit.record(manager, ACTOR, { action: 'predictions.swept', modelId, model, version, details });
      }
      return rows.length;
    });
    this.purges.removed.inc({ kind: this.name }, removed);
    return removed;
  }
}
