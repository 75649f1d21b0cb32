import { Module } from '@nestjs/common';
import { JobsModule } from '../jobs/jobs.module.js';
import { ExpiredKeys } from './expired-keys.service.js';
import { IdempotencyService } from './idempotency.service.js';

@Module({ imports: [JobsModule], providers: [IdempotencyService, ExpiredKeys], exports: [IdempotencyService] })
export class IdempotencyModule {}
