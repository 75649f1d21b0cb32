import { Inject, Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AuditService } from '../../../record/audit/audit.service.js';
import { Config } from '../../../platform/config.js';
import { type Log, LOG } from '../../../platform/http/log.js';
import { PredictionFiles } from './prediction-files.service.js';
import { removableFiles, sweepStored } from './retention.queries.js';

/** The service itself, which nobody asked. */
const ACTOR = { subject: 'stagegate', requestId: 'retention' };

/** Lets go of kept predictions that may go, and removes their files once nothing uses them; the evaluations stay. */
@Injectable()
export class Retention implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();

  constructor(
    private readonly config: Config,
    private readonly dataSource: DataSource,
    private readonly files: PredictionFiles,
    private readonly audit: AuditService,
    @Inject(LOG) private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    if (!this.files.isAvailable || !this.dataSource.isInitialized) return;
    this.timer = setInterval(() => this.look(), this.config.predictions.sweepSeconds * 1000).unref();
    this.look();
  }

  async onModuleDestroy(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
  }

  private look(): void {
    this.looking = this.looking
      .then(() => this.sweep())
      .catch((error: unknown) => this.log.warn({ err: error }, 'Kept predictions could not be swept.'));
  }

  private async sweep(): Promise<void> {
    const storeId = await this.files.storeId();
    const { keepDays, sweepSeconds } = this.config.predictions;
    await this.dataSource.transaction(async (manager) => {
      for (const { id, reason, modelId, model, version, dataset, datasetVersion } of await sweepStored(
        manager,
        storeId,
        keepDays,
      )) {
        const details = { predictionsId: id, reason, dataset: { name: dataset, version: datasetVersion } };
        await this.audit.record(manager, ACTOR, { action: 'predictions.swept', modelId, model, version, details });
      }
    });
    const ids = await this.files.storedIds();
    const { swept, unknown } = await removableFiles(this.dataSource.manager, ids, sweepSeconds);
    await this.files.dropStored(swept, unknown);
  }
}
