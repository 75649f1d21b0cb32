import { Module } from '@nestjs/common';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { AuditModule } from '../audit/audit.module.js';
import { SharedWalks } from './shared-walks.service.js';
import { VerificationController } from './verification.controller.js';
import { VerificationJobs } from './verification-jobs.service.js';
import { VerificationJobsController } from './verification-jobs.controller.js';
import { VerificationWalk } from './verification-walk.service.js';

@Module({
  imports: [AuditModule, JobsModule],
  controllers: [VerificationController, VerificationJobsController],
  providers: [SharedWalks, VerificationJobs, VerificationWalk],
})
export class VerificationModule {}
