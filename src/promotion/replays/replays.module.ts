import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { BackTestJobs } from './back-test-jobs.service.js';
import { GatesModule } from '../gates/gates.module.js';
import { PolicyChecks } from './policy-checks.service.js';
import { ReplaysController } from './replays.controller.js';
import { ReplaysService } from './replays.service.js';

@Module({
  imports: [AuditModule, GatesModule, JobsModule],
  controllers: [ReplaysController],
  providers: [ReplaysService, BackTestJobs, PolicyChecks],
  exports: [ReplaysService],
})
export class ReplaysModule {}
