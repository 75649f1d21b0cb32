import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { ReviewsController } from './reviews.controller.js';
import { ReviewsService } from './reviews.service.js';

@Module({ imports: [AuditModule], controllers: [ReviewsController], providers: [ReviewsService] })
export class OverridesModule {}
