import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../../record/audit/audit.service.js';
import { Config } from '../../../platform/config.js';
import { type JobKind, type Outcome } from '../../../platform/jobs/job.kind.js';
import { SWEEP_LIMITS } from '../../../platform/jobs/sweep.js';
import { PredictionFiles } from './prediction-files.service.js';
import { removableFiles, sweepStored } from './retention.queries.js';

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
  ) {
    this.everySeconds = config.predictions.sweepSeconds;
  }

  place(): Promise<string> {
    return this.files.storeId();
  }

  async run(): Promise<Outcome> {
    await this.letGo(await this.files.storeId());
    const ids = await this.files.storedIds();
    const { swept, unknown } = await removableFiles(this.dataSource.manager, ids, this.everySeconds);
    await this.files.dropStored(swept, unknown);
    return { status: 'succeeded' };
  }

  private async letGo(storeId: string): Promise<void> {
    const { keepDays } = this.config.predictions;
    await this.dataSource.transaction(async (manager) => {
      for (const { dataset, datasetVersion, ...swept } of await sweepStored(manager, storeId, keepDays)) {
        const { id: predictionsId, reason, modelId, model, version } = swept;
        const details = { predictionsId, reason, dataset: { name: dataset, version: datasetVersion } };
        await this.audit.record(manager, ACTOR, { action: 'predictions.swept', modelId, model, version, details });
      }
    });
  }
}
