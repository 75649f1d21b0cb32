import { Module } from '@nestjs/common';
import { AuthModule } from '../auth/auth.module.js';
import { IdempotencyService } from './idempotency.service.js';

@Module({ imports: [AuthModule], providers: [IdempotencyService] })
export class IdempotencyModule {}
