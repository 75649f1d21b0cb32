import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.js';
import { ComparisonsService } from './comparisons.service.js';
import { ReplaysService } from './replays.service.js';
import { GatePoliciesController } from './gate-policies.controller.js';
import { GatePoliciesService } from './gate-policies.service.js';
import { GatesController } from './gates.controller.js';
import { GatesService } from './gates.service.js';

@Module({
  imports: [AuditModule],
  controllers: [GatePoliciesController, GatesController],
  providers: [ComparisonsService, GatePoliciesService, GatesService, ReplaysService],
  exports: [GatesService],
})
export class GatesModule {}
