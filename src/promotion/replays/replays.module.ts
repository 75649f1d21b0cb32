import { Module } from '@nestjs/common';
import { AuditModule } from '../../record/audit/audit.module.js';
import { JobsModule } from '../../platform/jobs/jobs.module.js';
import { BackTestJobs } from './back-test-jobs.service.js';
import { GatesModule } from '../gates/gates.module.js';
import { PoliciesModule } from '../policies/policies.module.js';
import { PolicyChangeEffectsController } from './policy-change-effects.controller.js';
import { PolicyChangeEffects } from './policy-change-effects.service.js';
import { PolicyChecks } from './policy-checks.service.js';
import { ReplaysController } from './replays.controller.js';
import { ReplaysService } from './replays.service.js';

@Module({
  imports: [AuditModule, GatesModule, JobsModule, PoliciesModule],
  controllers: [ReplaysController, PolicyChangeEffectsController],
  providers: [ReplaysService, BackTestJobs, PolicyChecks, PolicyChangeEffects],
})
export class ReplaysModule {}
