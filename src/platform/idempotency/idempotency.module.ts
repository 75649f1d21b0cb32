import { Module } from '@nestjs/common';
import { IdempotencyService } from './idempotency.service.js';

@Module({ providers: [IdempotencyService] })
export class IdempotencyModule {}
